// The version of the program, written into the registry and the log of loads.

/// Version of the program.
public enum ToolVersion {
  /// The released version, as in the tags.
  public static let current = "0.1.0"
}
