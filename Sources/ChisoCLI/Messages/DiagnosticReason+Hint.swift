// What a reader of an error may have meant, beside what is wrong.

import ETL
import Warehouse

/// What may have been meant by a name that is not known.
enum Hint: String, Message {
  case didYouMean, thereAre

  var texts: (vi: String, en: String) {
    switch self {
    case .didYouMean: ("; có phải {0}?", "; did you mean {0}?")
    case .thereAre: ("; có: {0}", "; there are: {0}")
    }
  }
}

extension DiagnosticReason {
  /// The sentence with what it names and, for a name that is not known, what may have been meant.
  func told(_ arguments: [String]) -> String {
    if self == .checkFailed {
      let check = arguments.first.flatMap(Check.init)
      return filled([
        check?.filled(Array(arguments.dropFirst(2))) ?? arguments.first ?? "",
        arguments.count > 1 ? arguments[1] : "",
      ])
    }
    let sentence = filled(arguments)
    guard arguments.count > 1, arguments[1] != "–" else { return sentence }
    switch self {
    case .unknownKey, .unknownColumn, .unknownUnit:
      let isList = arguments[1].contains(", ")
      return sentence + (isList ? Hint.thereAre : Hint.didYouMean)(arguments[1])
    case .unknownPlace, .unknownIndicator, .unknownSource, .unknownPlan:
      return sentence + Hint.didYouMean(arguments[1])
    default: return sentence
    }
  }
}
