// What the name of a region means: regions of today bear names of those before.

import Warehouse

/// Names of regions.
enum Regions {
  /// The region that a word means.
  ///
  /// - Parameters:
  ///   - word: its name or id.
  ///   - isToday: whether the regions since July 2025 are meant; figures of 34 provinces use them.
  ///   - session: is asked.
  /// - Returns: the region.
  /// - Throws: `Failure` where it is none.
  static func region(
    named word: String, isToday: Bool, _ session: inout Session
  ) throws -> PlaceRow {
    var ids = try session.knownPlaces(named: [word])
    if let named = try session.listPlaces(ids, on: nil).first, named.kind == "region" {
      ids += try session.knownPlaces(named: [named.nameVi])
    }
    let places = try session.listPlaces(ids, on: nil).filter { $0.kind == "region" }
    let wanted = places.first { ($0.validTo == nil) == isToday } ?? places.first
    guard let wanted else { throw Failure(.notFound, Complaint.notARegion(word)) }
    return wanted
  }
}
