// What a shell is told when somebody presses the tabulator: places, indicators, plans and jobs of the
// warehouse. Nothing is started, made or waited for; a warehouse that does not answer completes nothing.

import ArgumentParser
import ETL
import Warehouse

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension CompletionKind {
  /// Words of the catalog; several may stand in one argument, parted by commas.
  static func catalog(_ kind: CatalogWord) -> CompletionKind {
    .custom { arguments, _, prefix in
      // What stands before the last comma stays as it is.
      let head = prefix.lastIndex(of: ",").map { String(prefix[...$0]) } ?? ""
      let typed = String(prefix.dropFirst(head.count))
      return Completion.words(kind, beginning: typed, in: arguments).map { head + $0 }
    }
  }

  /// Jobs of the folder that would be loaded from.
  static var declaredJobs: CompletionKind {
    .custom { arguments, _, prefix in
      let named = Completion.value(of: "--etl", in: arguments)
      let names = (try? Workspace.jobFolder(named))?.jobNames ?? []
      return names.filter { $0.hasPrefix(prefix) }
    }
  }

  static var levels: CompletionKind { .list(["province", "district", "commune", "all"]) }
}

/// Asks for words that complete what was typed.
private enum Completion {
  static func words(
    _ kind: CatalogWord, beginning prefix: String, in arguments: [String]
  ) -> [String] {
    // A server that does not answer at once is as good as none: nobody waits longer for a word.
    signal(SIGALRM) { _ in _exit(0) }
    ualarm(300_000, 0)
    guard let workspace = try? Workspace.find(database: value(of: "--db", in: arguments)),
      var session = try? Session(workspace.conninfo, for: .asking)
    else { return [] }
    return (try? session.words(kind, beginning: prefix)) ?? []
  }

  /// The value of an option among words that are typed; nil where it is not there.
  static func value(of option: String, in arguments: [String]) -> String? {
    for (position, word) in arguments.enumerated() {
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
      if word == option, position + 1 < arguments.count { return arguments[position + 1] }
    }
    return nil
  }
}
