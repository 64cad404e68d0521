import Foundation
import Testing

/// Jobs whose declarations are wrong: who is told of it.
@Suite struct BrokenJobTests {
  private func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func commandOfABrokenDeclarationIsRunWhereItCanBeKnown() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    let told = chiso.folder + "/told"
    let load = "load --etl \(jobs.path)"
    let command = "on_failure: cat > \(told)"
    try jobs.write(SmallJobs.job("first", "\(command)\nencodng: utf-8"), "jobs/first.yml")
    #expect(try await chiso.run(load).status == 65)
    let head = "chiso load first: refused\n\(jobs.path)/jobs/first.yml:12: error: key 'encodng'"
    #expect(text(told)?.hasPrefix(head) == true)
    try FileManager.default.removeItem(atPath: told)
    // Who asked for another job is not told.
    #expect(try await chiso.run("\(load) second").status == 65)
    #expect(text(told) == nil)
    // Nothing is guessed from what is no YAML.
    try jobs.write(SmallJobs.job("first", "\(command)\nkind: {"), "jobs/first.yml")
    let unknown = try await chiso.run(load)
    #expect(unknown.status == 65)
    #expect(text(told) == nil)
    #expect(
      unknown.error.contains(
        "on_failure of first is not known, as its declaration cannot be read; nothing was run\n"))
    try jobs.write(SmallJobs.job("first", "kind: {"), "jobs/first.yml")
    #expect(!(try await chiso.run(load).error.contains("on_failure")))
  }
}
