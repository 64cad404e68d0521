// Everything that README.md and etl/README.md say is typed and printed is typed here and compared.

import Testing

@Suite(.serialized) struct TranscriptTests {
  @Test func readmeShowsWhatTheProgramPrints() async throws {
    try await Transcript.withStage("readme") { stage in
      var transcript = try Transcript(path: "README.md")
      // Building, installing and a server of one's own are for other tests.
      let commands = try await transcript.check(on: stage, skipping: { _ in true })
      #expect(commands >= 4)
      for picture in ["line.svg", "tilemap.svg"] {
        try Transcript.checkPicture(".github/pictures/\(picture)", madeAs: picture, on: stage)
      }
    }
  }

  @Test func aSourceOfOnesOwnIsAddedAsTheReadmeOfEtlSays() async throws {
    try await Transcript.withStage("etl") { stage in
      var transcript = try Transcript(path: "etl/README.md")
      let commands = try await transcript.check(on: stage)
      #expect(commands >= 8)
    }
  }
}
