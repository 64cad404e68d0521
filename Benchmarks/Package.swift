// swift-tools-version: 6.2
// Measures what a user waits for, as whole processes, against PostgreSQL's own programs in one run.

import PackageDescription

let package = Package(
  name: "chiso-benchmarks",
  targets: [
    .executableTarget(
      name: "chiso-benchmarks", path: "Commands",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ]
)
