import EmbeddedPostgres
import FoundationEssentials
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct RefusalTests {
  private func refusal(_ body: () async throws -> Void) async -> EmbeddedPostgresError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? EmbeddedPostgresError
    }
  }

  @Test func missingProgramsNameThePackageToInstall() async throws {
    let nowhere = PostgresPrograms.SearchPath(versioned: [], path: [])
    try await withHome(search: nowhere) { cluster in
      let error = await refusal { try await cluster.start() }
      #expect(error == .programsMissing)
      #expect(error?.description.contains("apt-get install postgresql") == true)
    }
  }

  @Test func dataOfAnotherVersionNameTheirPackage() async throws {
    try await withHome { cluster in
      try FileManager.default.createDirectory(
        atPath: cluster.dataFolder, withIntermediateDirectories: true)
      try "9999\n".write(
        toFile: cluster.dataFolder + "/PG_VERSION", atomically: false, encoding: .utf8)
      let error = await refusal { try await cluster.start() }
      guard case .versionMismatch(9999, let found) = error else {
        Issue.record("not refused: \(String(describing: error))")
        return
      }
      #expect(!found.isEmpty)
      #expect(error?.description.contains("install postgresql-9999") == true)
    }
  }

  @Test func homeThatCannotBeWrittenIsNamed() async throws {
    for home in ["/proc/chiso-home", "/dev/null/home"] {
      let error = await refusal { try await EmbeddedCluster(home: home).start() }
      guard case .notWritable(let path, _) = error else {
        Issue.record("not refused: \(String(describing: error))")
        continue
      }
      #expect(home.hasPrefix(path))
    }
  }

  @Test(.enabled(if: geteuid() == 0)) func homeThatTheServersUserCannotEnterIsNamed() async throws {
    let folder = "/tmp/embedded-closed-\(getpid())"
    #expect(mkdir(folder, 0o700) == 0)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let error = await refusal { try await EmbeddedCluster(home: folder + "/home").start() }
    guard case .notWritable(let path, let reason) = error else {
      Issue.record("not refused: \(String(describing: error))")
      return
    }
    #expect(path == folder + "/home")
    #expect(reason.contains("postgres"))
  }

  @Test(.enabled(if: geteuid() == 0)) func socketFolderOfSomebodyElseIsRefused() async throws {
    try await withHome { cluster in
      #expect(mkdir(cluster.socketFolder, 0o777) == 0)
      #expect(chown(cluster.socketFolder, 12345, 12345) == 0)
      defer { rmdir(cluster.socketFolder) }
      let error = await refusal { try await cluster.start() }
      #expect(error == .socketFolderNotOurs(path: cluster.socketFolder))
    }
  }

  @Test func folderWithoutAClusterIsNotTouched() async throws {
    try await withHome { cluster in
      try FileManager.default.createDirectory(
        atPath: cluster.dataFolder, withIntermediateDirectories: true)
      try "mine".write(
        toFile: cluster.dataFolder + "/letter", atomically: false, encoding: .utf8)
      let error = await refusal { try await cluster.start() }
      guard case .initFailed = error else {
        Issue.record("not refused: \(String(describing: error))")
        return
      }
      #expect(FileManager.default.fileExists(atPath: cluster.dataFolder + "/letter"))
    }
  }

  @Test func programsOfTheNewestVersionAreFound() async throws {
    let programs = try await PostgresPrograms.find(major: nil)
    #expect(programs.major >= PostgresPrograms.oldestMajor)
    // The same ones when only PATH knows where they are.
    let inPath = PostgresPrograms.SearchPath(versioned: [], path: ["/nowhere", programs.folder])
    #expect(try await PostgresPrograms.find(major: nil, in: inPath) == programs)
    #expect(try await PostgresPrograms.find(major: programs.major, in: inPath) == programs)
  }
}
