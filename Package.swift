// swift-tools-version: 6.2
// The whole build: one executable, chiso, over small modules that import downward only.

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "chiso",
  products: [
    .executable(name: "chiso", targets: ["chiso"]),
    // What the package Benchmarks scores readings of plans with.
    .library(name: "PlanGenerator", targets: ["PlanGenerator", "PlanReading", "IndicatorModel"]),
  ],
  dependencies: [
    // Commands, help, completion scripts.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // SHA-256 of source files and of files of data packages, as streams.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    // YAML with the line and column of every node, which diagnostics name.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // Pages from templates: logic stays out of them, and what they show is escaped.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    // PostgreSQL's own programs, and the commands that jobs declare for their failure.
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    // Paths and users as swift-subprocess takes them.
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    .target(name: "LibPQ", dependencies: ["CLibPQ"], swiftSettings: strict),
    .target(
      name: "EmbeddedPostgres",
      dependencies: [
        "LibPQ",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(name: "IndicatorModel", swiftSettings: strict),
    .target(name: "PlanReading", dependencies: ["IndicatorModel"], swiftSettings: strict),
    .target(name: "Documents", swiftSettings: strict),
    .target(name: "RowRendering", swiftSettings: strict),
    // Workbooks as Excel and LibreOffice open them; the format is no work of ours.
    .systemLibrary(
      name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(
      name: "Spreadsheets", dependencies: ["CXlsxWriter", "RowRendering"], swiftSettings: strict),
    .target(
      name: "Charts", dependencies: ["RowRendering"], resources: [.embedInCode("Tiles")],
      swiftSettings: strict),
    .target(
      name: "Reports", dependencies: [.product(name: "Mustache", package: "swift-mustache")],
      resources: [.embedInCode("Templates")], swiftSettings: strict),
    .target(
      name: "WarehouseSQL",
      exclude: ["sql/README.md"],
      resources: [
        .embedInCode("sql/roles"), .embedInCode("sql/migrations"), .embedInCode("sql/views"),
        .embedInCode("sql/queries"), .embedInCode("sql/checks"),
      ],
      swiftSettings: strict),
    .target(
      name: "Warehouse", dependencies: ["LibPQ", "WarehouseSQL", "IndicatorModel"],
      swiftSettings: strict),
    .target(
      name: "ETL",
      dependencies: [
        "Warehouse", "Documents", "PlanReading", "IndicatorModel", "LibPQ", "RowRendering",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "ChisoCLI",
      dependencies: [
        "ETL", "Warehouse", "EmbeddedPostgres", "PlanReading", "IndicatorModel", "LibPQ",
        "RowRendering", "Spreadsheets", "Charts", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      resources: [.embedInCode("Charts/render.py")],
      swiftSettings: strict),
    .executableTarget(name: "chiso", dependencies: ["ChisoCLI"], swiftSettings: strict),
    // Plans in the project's own words, for tests and benchmarks.
    .target(
      name: "PlanGenerator", dependencies: ["PlanReading", "IndicatorModel"],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["EmbeddedPostgres", "LibPQ"], swiftSettings: strict),
    .testTarget(
      name: "LibPQTests", dependencies: ["LibPQ", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "EmbeddedPostgresTests", dependencies: ["EmbeddedPostgres", "LibPQ", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IndicatorModelTests", dependencies: ["IndicatorModel"], swiftSettings: strict),
    .testTarget(
      name: "RowRenderingTests", dependencies: ["RowRendering"], swiftSettings: strict),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "RowRendering"], swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "RowRendering", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanReadingTests",
      dependencies: ["PlanReading", "PlanGenerator", "Documents", "IndicatorModel"],
      exclude: ["Gold", "Plans"], swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: strict),
    .testTarget(
      name: "ETLTests",
      dependencies: [
        "ETL", "Documents", "PlanReading", "IndicatorModel", "LibPQ", "TestSupport", "Warehouse",
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "WarehouseDatabaseTests",
      dependencies: [
        "ETL", "Warehouse", "WarehouseSQL", "PlanReading", "IndicatorModel", "LibPQ", "TestSupport",
      ],
      exclude: ["Publisher"], swiftSettings: strict),
    .testTarget(
      name: "CLIGoldenTests",
      dependencies: [
        "TestSupport", "ChisoCLI", "ETL", "EmbeddedPostgres", "IndicatorModel", "LibPQ",
        "Warehouse", "chiso",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      exclude: ["Golden", "Reference"], swiftSettings: strict),
    .testTarget(
      name: "KillTests",
      dependencies: [
        "EmbeddedPostgres", "LibPQ", "TestSupport", "chiso",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["forward.py"], swiftSettings: strict),
    .testTarget(
      name: "RepositoryTests",
      dependencies: [
        "ChisoCLI", "ETL", "IndicatorModel", "PlanReading", "WarehouseSQL",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "chiso", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
  ]
)
