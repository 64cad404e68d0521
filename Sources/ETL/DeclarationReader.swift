// Reads a YAML mapping key by key and knows the line of each, so that an unknown key or a wrong type is
// one diagnostic that names its place.

import IndicatorModel
import Yams

/// A YAML mapping that is read key by key; whatever is wrong with it is collected.
struct DeclarationReader {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  /// Line of the mapping.
  let line: Int
  private let entries: [(key: String, line: Int, node: Node)]
  private var used: Set<String> = []

  /// Reads the text of a whole declaration.
  ///
  /// - Throws: `Diagnostic` when it is no YAML mapping.
  init(text: String, file: String) throws(Diagnostic) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      if case .duplicatedKeysInMapping(let keys, let context) = error {
        throw Diagnostic(
          .duplicateKey, [keys.sorted().joined(separator: ", ")], file: file,
          line: context.mark.line)
      }
      throw Self.diagnostic(error, file: file)
    } catch {
      throw Diagnostic(.yamlSyntax, ["\(error)"], file: file)
    }
    guard let node else { throw Diagnostic(.fileEmpty, file: file) }
    try self.init(node, file: file)
  }

  init(_ node: Node, file: String) throws(Diagnostic) {
    guard case .mapping(let mapping) = node else {
      throw Diagnostic(.yamlNotMapping, file: file, line: node.mark?.line)
    }
    self.file = file
    line = node.mark?.line ?? 1
    var entries: [(key: String, line: Int, node: Node)] = []
    for (key, value) in mapping {
      let name = key.string ?? ""
      let at = key.mark?.line ?? 1
      entries.append((name, at, value))
    }
    self.entries = entries
  }

  private mutating func entry(_ key: String) -> (key: String, line: Int, node: Node)? {
    used.insert(key)
    return entries.first { $0.key == key }
  }

  /// Line of a key, or of the mapping where the key is missing.
  func line(of key: String) -> Int {
    entries.first { $0.key == key }?.line ?? line
  }

  /// Text under a key that must be there.
  mutating func text(_ key: String) -> String {
    guard let text = optionalText(key) else {
      if !entries.contains(where: { $0.key == key }) {
        diagnostics.append(Diagnostic(.missingKey, [key], file: file, line: line))
      }
      return ""
    }
    return text
  }

  /// Text under a key that may be missing.
  mutating func optionalText(_ key: String) -> String? {
    guard let entry = entry(key) else { return nil }
    guard let text = Self.text(of: entry.node), !text.isEmpty else {
      diagnostics.append(Diagnostic(.wrongType, [key, "text"], file: file, line: entry.line))
      return nil
    }
    return text
  }

  /// A scalar's text; no database holds one with a NUL, no path goes on behind it.
  private static func text(of node: Node) -> String? {
    guard case .scalar(let scalar) = node, !scalar.string.utf8.contains(0) else { return nil }
    return scalar.string
  }

  /// One of the allowed words under a key; `fallback` where the key may be missing.
  mutating func word(_ key: String, of allowed: [String], fallback: String? = nil) -> String {
    if let fallback, !entries.contains(where: { $0.key == key }) {
      used.insert(key)
      return fallback
    }
    let text = text(key)
    if !text.isEmpty, !allowed.contains(text) {
      diagnostics.append(
        Diagnostic(
          .notAllowed, [key, text, allowed.joined(separator: ", ")], file: file,
          line: line(of: key)))
    }
    return text
  }

  /// The mappings of a list under a key that must be there, unless it is said to be optional.
  mutating func list(_ key: String, isOptional: Bool = false) -> [DeclarationReader] {
    guard let entry = entry(key) else {
      if !isOptional {
        diagnostics.append(Diagnostic(.missingKey, [key], file: file, line: line))
      }
      return []
    }
    guard case .sequence(let sequence) = entry.node, !sequence.isEmpty else {
      diagnostics.append(Diagnostic(.wrongType, [key, "list"], file: file, line: entry.line))
      return []
    }
    var readers: [DeclarationReader] = []
    for node in sequence {
      do {
        readers.append(try DeclarationReader(node, file: file))
      } catch {
        diagnostics.append(error)
      }
    }
    return readers
  }

  /// The texts of a list under a key that may be missing.
  mutating func texts(_ key: String) -> [String]? {
    guard let entry = entry(key) else { return nil }
    guard case .sequence(let sequence) = entry.node else {
      diagnostics.append(Diagnostic(.wrongType, [key, "list"], file: file, line: entry.line))
      return nil
    }
    return sequence.compactMap { node in
      guard let text = Self.text(of: node) else {
        diagnostics.append(
          Diagnostic(.wrongType, [key, "text"], file: file, line: node.mark?.line ?? entry.line))
        return nil
      }
      return text
    }
  }

  /// The pairs of texts of a mapping under a key that may be missing, whatever its keys are.
  mutating func pairs(_ key: String) -> [(key: String, value: String, line: Int)] {
    guard let entry = entry(key) else { return [] }
    guard case .mapping(let mapping) = entry.node else {
      diagnostics.append(Diagnostic(.wrongType, [key, "mapping"], file: file, line: entry.line))
      return []
    }
    return mapping.compactMap { name, value in
      let line = name.mark?.line ?? entry.line
      guard let value = Self.text(of: value), let name = Self.text(of: name) else {
        diagnostics.append(Diagnostic(.wrongType, [key, "text"], file: file, line: line))
        return nil
      }
      return (name, value, line)
    }
  }

  /// The mapping under a key that may be missing.
  mutating func mapping(_ key: String) -> DeclarationReader? {
    guard let entry = entry(key) else { return nil }
    do {
      return try DeclarationReader(entry.node, file: file)
    } catch {
      diagnostics.append(
        Diagnostic(.wrongType, [key, "mapping"], file: file, line: entry.line))
      return nil
    }
  }

  /// Notes what is wrong with the value of a key.
  mutating func note(_ reason: DiagnosticReason, _ arguments: [String], at key: String) {
    diagnostics.append(Diagnostic(reason, arguments, file: file, line: line(of: key)))
  }

  /// Ends the reading: whatever was not asked for is an unknown key.
  mutating func finish() -> [Diagnostic] {
    for entry in entries where !used.contains(entry.key) {
      let nearest = Nearest.words(to: entry.key, among: used.sorted(), limit: 1)
      diagnostics.append(
        Diagnostic(
          .unknownKey, [entry.key, nearest.first ?? used.sorted().joined(separator: ", ")],
          file: file, line: entry.line))
    }
    return diagnostics
  }

  private static func diagnostic(_ error: YamlError, file: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Diagnostic(.yamlSyntax, [problem], file: file, line: mark.line)
    default:
      Diagnostic(.yamlSyntax, ["\(error)"], file: file)
    }
  }
}
