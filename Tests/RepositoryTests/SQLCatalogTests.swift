// The list of SQL files in Sources/WarehouseSQL is the folder sql/, no more and no less.

import Testing
import WarehouseSQL

@Suite struct SQLCatalogTests {
  private static let folders = ["roles", "migrations", "views", "queries", "checks"]

  @Test func theListIsTheFolder() throws {
    let files = try Repository.files(below: "sql", endingIn: ".sql")
    #expect(Set(files.map { String($0.split(separator: "/")[1]) }) == Set(Self.folders))
    let names = files.map { Repository.baseName($0, without: ".sql") }
    #expect(Set(names).count == names.count, "base names are unique across folders")
    let lists = [
      "SQLCatalog.swift", "SQLFile+Queries.swift", "SQLFile+Lists.swift", "SQLFile+Checks.swift",
    ]
    let listed = try lists.map { try Repository.text(of: "Sources/WarehouseSQL/\($0)") }.joined()
      .matches(of: /SQLFile\(\s*"([^"]+)",\s*PackageResources\.(\w+)\)/)
    for match in listed {
      let constant = match.output.1.map { $0 == "." ? "_" : $0 } + Array("_sql")
      #expect(String(constant) == match.output.2, "\(match.output.1) has the text of another file")
    }
    #expect(listed.map { String($0.output.1) }.sorted() == names.sorted())
  }

  @Test func everyMigrationIsNumberedAndHasItsProof() throws {
    let files = try Repository.files(below: "sql/migrations", endingIn: ".sql")
    let changes = SQLCatalog.migrations.map(\.change.name)
    #expect(
      files.map { Repository.baseName($0, without: ".sql") }.sorted()
        == (changes + changes.map { $0 + ".verify" }).sorted())
    for (index, migration) in SQLCatalog.migrations.enumerated() {
      let digits = String(index + 1)
      let number = "m" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
      #expect(migration.change.name.hasPrefix(number))
      #expect(migration.verification.name == migration.change.name + ".verify")
    }
    #expect(SQLCatalog.schemaVersion.name == changes.last)
    #expect(SQLCatalog.schemaVersion.migrations == changes.count)
  }

  @Test func everyViewIsListedAndEmbeddedAsItIs() throws {
    let files = try Repository.files(below: "sql/views", endingIn: ".sql")
    #expect(
      SQLCatalog.views.map(\.name).sorted()
        == files.map { Repository.baseName($0, without: ".sql") }.sorted())
    for view in SQLCatalog.views {
      #expect(try view.text == Repository.text(of: "sql/views/\(view.name).sql"), "\(view.name)")
    }
    for change in SQLCatalog.migrations.map(\.change) {
      #expect(try change.text == Repository.text(of: "sql/migrations/\(change.name).sql"))
    }
  }

  @Test func everyFileBeginsWithWhatItDoes() throws {
    for path in try Repository.files(below: "sql", endingIn: ".sql") {
      let first = try Repository.lines(of: path).first ?? ""
      #expect(first.hasPrefix("-- ") && first.count > 20, "\(path) begins with: \(first)")
    }
  }

  @Test func queriesTakeParametersAndNamesFitTheFile() throws {
    for path in try Repository.files(below: "sql", endingIn: ".sql") {
      let name = Repository.baseName(path, without: ".sql")
      #expect(
        name.wholeMatch(of: /[a-z][a-z0-9_]*(\.verify)?/) != nil, "\(path) is no lower snake case")
      #expect(try !Repository.text(of: path).contains("\t"), "\(path) holds a tab")
    }
    for view in SQLCatalog.views {
      #expect(
        view.text.contains(/create (view|function) mart\./), "\(view.name) makes nothing of mart")
      let made = view.text.matches(of: /create (?:view|function) mart\.(\w+)/)
        .map { String($0.output.1) }
      #expect(made.contains(view.name), "\(view.name).sql makes \(made)")
    }
  }
}
