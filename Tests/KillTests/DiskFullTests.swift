import EmbeddedPostgres
import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension OneByOne {
  /// Disks without room: for what is kept, and for the server.
  @Suite struct DiskFullTests {
    /// A small disk of its own, where this account may make one.
    private struct SmallDisk: ~Copyable {
      let path: String

      init?(at path: String, megabytes: Int) {
        self.path = path
        let command = "mount -t tmpfs -o size=\(megabytes)m,mode=755 tmpfs \(Shell.quoted(path))"
        guard mkdir(path, 0o755) == 0, Shell.run(command + " 2>/dev/null").status == 0 else {
          print("skipped: this account may not mount a small disk")
          return nil
        }
      }

      /// Takes all room but some.
      func fill(leaving kilobytes: Int) {
        let free = "$(($(df -k --output=avail \(Shell.quoted(path)) | tail -1) - \(kilobytes)))"
        _ = Shell.run("head -c \(free)K /dev/zero > \(Shell.quoted(path))/ballast")
      }

      func empty() {
        unlink(path + "/ballast")
      }

      deinit {
        _ = Shell.run("umount -l \(Shell.quoted(path))")
      }
    }

    private static let shown = "select count(*) || ' of ' || sum(value) from warehouse.observation"

    /// A limit on the size of files, which every account may set, is no room as well.
    @Test func noRoomForTheCopyOfAFileLoadsNothingOfIt() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(shop.load)
        let all = ["load", "--etl", shop.folder]
        let run = try shop.home.start(all, limits: "-f 64")
        try run.expectEnd(73)
        try run.expectSaid("cannot keep")
        try shop.home.expect(Self.shown, ["1 of 10"])
        try shop.home.run(all)
        let rows = SmallShop.largeRows
        try shop.home.expect(Self.shown, ["\(rows + 1) of \(rows + 10)"])
        try FactComparison.checkClean(shop.home)
      }
    }

    @Test func fullDiskOfTheKeptFilesIsTold() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(shop.load)
        guard let disk = SmallDisk(at: shop.home.folder + "/disk", megabytes: 1) else { return }
        let all = ["load", "--etl", shop.folder, "--db", shop.home.cluster.connectionString]
        let run = try shop.home.start(all, environment: ["CHISO_FILES": disk.path])
        try run.expectEnd(73)
        try run.expectSaid("the disk is full at \(disk.path)")
        try run.expectSaid("free some room and run it again")
        try expect(FileManager.default.contentsOfDirectory(atPath: disk.path).count <= 1)
        try shop.home.run(all)
        try FactComparison.checkClean(shop.home)
      }
    }

    /// The less room is left, the earlier something breaks: a table, the log of the server, its start.
    @Test func fullDiskOfTheServerLoadsNothingOfTheFileAndTheNextLoadFinishes() async throws {
      try await onThread {
        let folder = try ThrowawayHome.makeFolder()
        guard let disk = SmallDisk(at: folder + "/disk", megabytes: 300) else { return }
        let shop = try SmallShop(home: disk.path + "/home")
        defer { _ = try? shop.home.run(["down"]) }
        try shop.write(10)
        try shop.home.run(shop.load)
        var value = 1
        let rows = SmallShop.largeRows
        var held = "1 of 10"
        for room in [6_000, 3_000, 1_500, 600, 100, 0] {
          value += 1
          try shop.writeLarge(value)
          disk.fill(leaving: room)
          let run = try shop.home.start(
            ["load", "large", "--etl", shop.folder, "--db", shop.home.cluster.connectionString],
            environment: ["CHISO_FILES": shop.home.folder + "/kept"])
          // A server that cannot write its log ends, and with it a load that wrote nothing itself.
          if run.wait() != 69 {
            try run.expectEnd(73)
            try run.expectSaid("the disk of the database is full")
          }
          disk.empty()
          try shop.home.run(["up"])
          try shop.home.expect(Self.shown, [held])
          try shop.home.run(["load", "--etl", shop.folder])
          held = "\(rows + 1) of \(rows * value + 10)"
          try shop.home.expect(Self.shown, [held])
          try FactComparison.checkClean(shop.home)
        }
        try shop.home.run(["down"])
        disk.fill(leaving: 0)
        let run = try shop.home.start(shop.load)
        try run.expectEnd(73)
        try run.expectSaid("free some room and run it again")
        disk.empty()
        try shop.home.run(shop.load)
      }
    }
  }
}
