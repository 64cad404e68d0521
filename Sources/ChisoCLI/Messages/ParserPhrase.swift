// What the argument parser says on its own, for readers of Vietnamese. The English text is the parser's
// and is looked for in what it prints.

/// A phrase of the argument parser.
enum ParserPhrase: String, Message {
  case overview, usage, usageLine, options, arguments, subcommands, error
  case seeHelp, forMore, forDetails, version, help
  case unknownOption, didYouMean, unexpectedArgument, missingArgument, missingValue
  case theValue, isInvalid, oneOf, defaultValue, laterDefault, values, helpLine

  var texts: (vi: String, en: String) {
    switch self {
    case .overview: ("GIỚI THIỆU: ", "OVERVIEW: ")
    case .usage: ("CÁCH DÙNG: ", "USAGE: ")
    case .usageLine: ("Cách dùng: ", "Usage: ")
    case .options: ("TÙY CHỌN:", "OPTIONS:")
    case .arguments: ("THAM SỐ:", "ARGUMENTS:")
    case .subcommands: ("LỆNH:", "SUBCOMMANDS:")
    case .error: ("chiso: lỗi: ", "Error: ")
    case .seeHelp: ("  Xem '", "  See '")
    case .forMore: ("' để biết thêm.", "' for more information.")
    case .forDetails: (" để biết chi tiết.", " for detailed help.")
    case .version: ("In phiên bản.", "Show the version.")
    case .help: ("In hướng dẫn này.", "Show help information.")
    case .unknownOption: ("không có tùy chọn ", "Unknown option ")
    case .didYouMean: ("; có phải ", ". Did you mean ")
    case .unexpectedArgument: ("thừa tham số ", "Unexpected argument ")
    case .missingArgument: ("thiếu ", "Missing expected argument ")
    case .missingValue: ("thiếu giá trị cho ", "Missing value for ")
    case .theValue: ("giá trị ", "The value ")
    case .isInvalid: (" không dùng được cho ", " is invalid for ")
    case .oneOf: ("Hãy chọn một trong:", "Please provide one of the following:")
    case .defaultValue: ("(mặc định: ", "(default: ")
    case .laterDefault: ("; mặc định: ", "; default: ")
    case .values: ("(giá trị: ", "(values: ")
    case .helpLine: ("Trợ giúp:  ", "Help:  ")
    }
  }

  /// What the parser says, in the language of this run.
  static func translated(_ text: String) -> String {
    guard Language.current == .vi else {
      return text.hasPrefix(ParserPhrase.error.texts.en)
        ? "chiso: error: " + text.dropFirst(ParserPhrase.error.texts.en.count) : text
    }
    return allCases.reduce(text) { text, phrase in
      text.split(separator: phrase.texts.en, omittingEmptySubsequences: false)
        .joined(separator: phrase.texts.vi)
    }
  }
}
