import Foundation
import Subprocess
import Testing

/// Random questions asked through the program and answered again by Reference/reference.py, from a dump of the
/// facts; each row of each answer is compared.
///
/// `CHISO_QUESTIONS` says how many, `CHISO_SEED` the seed.
@Suite struct RandomQuestionTests {
  @Test func answersAreThoseOfAnIndependentReading() async throws {
    let variables = ProcessInfo.processInfo.environment
    let chiso = try await Chiso.loaded
    let script = Chiso.project + "/Tests/CLIGoldenTests/Reference/reference.py"
    let done = try await Subprocess.run(
      .name("python3"),
      arguments: [
        script, Chiso.program, variables["CHISO_QUESTIONS"] ?? "500",
        variables["CHISO_SEED"] ?? "2026",
      ],
      environment: .inherit.updating([
        "CHISO_HOME": chiso.home, "HOME": chiso.folder, "LC_ALL": "C.UTF-8",
      ]),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    print(done.standardOutput)
    #expect(
      done.terminationStatus.isSuccess, "\(done.standardOutput) \(done.standardError)")
  }
}
