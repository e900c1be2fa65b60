// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Fast in tests too: they examine tens of thousands of crash states, and a million screens.
let fast: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "kabinet",
  products: [
    .executable(name: "kabinet", targets: ["kabinet"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The screen, from the tty up.
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["CTerminal"], swiftSettings: strict + fast),
    .target(name: "TerminalUI", dependencies: ["Terminal"], swiftSettings: strict + fast),
    // The cabinet, from the domain up.
    .target(name: "Cabinet", swiftSettings: strict),
    .target(name: "CityOffice", dependencies: ["Cabinet"], swiftSettings: strict),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(
      name: "CabinetStore", dependencies: ["Cabinet", "CLinux", "CSodium"],
      swiftSettings: strict + fast),
    .target(
      name: "CabinetServices", dependencies: ["Cabinet", "CityOffice", "CabinetStore", "CStemmer"],
      swiftSettings: strict),
    // Where they meet.
    .target(
      name: "CabinetScreens",
      dependencies: ["Cabinet", "CabinetServices", "Terminal", "TerminalUI"],
      swiftSettings: strict),
    // A simulated disk, and the lives of stores on it.
    .target(
      name: "StoreTorture", dependencies: ["Cabinet", "CabinetStore"],
      swiftSettings: strict + fast),
    .executableTarget(
      name: "kabinet-torture",
      dependencies: [
        "Cabinet", "CabinetStore", "StoreTorture",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // A terminal for programs under test, and the language that drives them.
    .target(
      name: "PseudoTerminal", dependencies: ["CTerminal", "Tape", "Terminal"],
      swiftSettings: strict),
    .target(name: "Tape", dependencies: ["Terminal"], swiftSettings: strict),
    .executableTarget(
      name: "kabinet",
      dependencies: [
        "Cabinet", "CabinetScreens", "CabinetServices", "CabinetStore", "CityOffice",
        "PseudoTerminal", "Tape", "Terminal", "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "kabinet-bench",
      dependencies: [
        "Cabinet", "CabinetServices", "CabinetStore", "CityOffice", "PseudoTerminal", "Terminal",
      ],
      swiftSettings: strict),

    .testTarget(name: "CabinetTests", dependencies: ["Cabinet"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "PseudoTerminal"], swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests", dependencies: ["Terminal", "TerminalUI"], swiftSettings: strict),
    .testTarget(
      name: "CabinetStoreTests", dependencies: ["Cabinet", "CabinetStore", "StoreTorture"],
      swiftSettings: strict),
    .testTarget(
      name: "CityOfficeTests", dependencies: ["Cabinet", "CityOffice"], swiftSettings: strict),
    .testTarget(
      name: "CabinetServicesTests",
      dependencies: ["Cabinet", "CabinetServices", "CabinetStore", "CityOffice"],
      swiftSettings: strict),
    .testTarget(
      name: "CabinetScreensTests",
      dependencies: [
        "Cabinet", "CabinetScreens", "CabinetServices", "CabinetStore", "Terminal", "TerminalUI",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PseudoTerminalTests", dependencies: ["PseudoTerminal", "Tape", "Terminal"],
      swiftSettings: strict),
    .testTarget(name: "TapeTests", dependencies: ["Tape", "Terminal"], swiftSettings: strict),
    .testTarget(
      name: "KabinetTests",
      dependencies: [
        "Cabinet", "CabinetServices", "CabinetStore", "kabinet", "PseudoTerminal", "Tape",
        "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` builds the same modules with coverage for libFuzzer; `docs/fuzzing.md` tells more.
if let fuzzer = Context.environment["KABINET_FUZZER"] {
  let instrumented: [SwiftSetting] = [
    .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])
  ]
  for target in package.targets where target.type == .regular && target.swiftSettings != nil {
    target.swiftSettings?.append(contentsOf: instrumented)
  }
  package.targets += [
    .target(name: "CFuzzer", path: "Fuzz/CFuzzer"),
    .executableTarget(
      name: "kabinet-fuzz",
      dependencies: [
        "CFuzzer", "Cabinet", "CabinetScreens", "CabinetServices", "CabinetStore", "Tape",
        "Terminal", "TerminalUI",
      ],
      path: "Fuzz/Targets",
      swiftSettings: strict + [.unsafeFlags(["-sanitize=address"])],
      linkerSettings: [
        .unsafeFlags([
          "-sanitize=address", "-Xlinker", "--whole-archive", "-Xlinker", fuzzer, "-Xlinker",
          "--no-whole-archive",
        ]),
        .linkedLibrary("stdc++"), .linkedLibrary("m"),
      ]),
  ]
}
