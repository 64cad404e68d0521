// swift-tools-version: 6.2
// Measures what a user waits for, as whole processes, against PostgreSQL's own programs in one run.

import PackageDescription

let package = Package(
  name: "chiso-benchmarks",
  // Its name, since the folder of a clone may bear any.
  dependencies: [.package(name: "chiso", path: "..")],
  targets: [
    .executableTarget(
      name: "chiso-benchmarks",
      dependencies: [.product(name: "PlanGenerator", package: "chiso")], path: "Commands",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ]
)
