// The bounds of a command that is told of a failure.

import Testing

@testable import ChisoCLI

@Suite struct FailureCommandTests {
  @Test func commandThatTakesTooLongIsEndedWithItsChildren() async throws {
    let start = ContinuousClock.now
    let isSuccess = try? await FailureCommand.end(
      of: "sleep 60; true", input: "", limit: 0.2)
    #expect(isSuccess != true)
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func commandGetsAllOfTheSummary() async throws {
    let long = String(repeating: "x", count: 1 << 18)
    let limit = 20.0
    #expect(
      try await FailureCommand.end(
        of: "test $(wc -c) = 262144", input: long, limit: limit))
    #expect(try await !FailureCommand.end(of: "exit 1", input: "x", limit: limit))
    #expect(
      try await !FailureCommand.end(of: "no-such-program 2>/dev/null", input: "", limit: limit))
  }
}
