// Every sentence that a person reads stands in both languages and names the same things in both.

import ETL
import IndicatorModel
import Testing
import Warehouse

@testable import ChisoCLI

@Suite struct MessageTests {
  private struct Sentence {
    let name: String
    let vi: String
    let en: String
  }

  private static func sentences<M: Message>(_ type: M.Type) -> [Sentence] {
    M.allCases.map {
      Sentence(name: "\(type).\($0.rawValue)", vi: $0.texts.vi, en: $0.texts.en)
    }
  }

  /// The enums of sentences; `everyEnumOfSentencesIsListed` holds this list against the sources.
  private static let enums = [
    "AnswerMessage", "BreakRemark", "ChartMessage", "Check", "ColumnName",
    "Complaint", "DiagnosticReason",
    "FlagRemark", "Heading", "Help", "Hint", "Notice", "ParserPhrase",
    "ReportMessage", "Word",
  ]
  private static let all: [Sentence] =
    sentences(AnswerMessage.self) + sentences(ChartMessage.self) + sentences(ReportMessage.self)
    + sentences(ColumnName.self) + sentences(BreakRemark.self)
    + sentences(Check.self) + sentences(Complaint.self)
    + sentences(DiagnosticReason.self)
    + sentences(FlagRemark.self) + sentences(Heading.self) + sentences(Help.self)
    + sentences(Hint.self) + sentences(Notice.self) + sentences(Word.self)
  /// Pieces of the argument parser's own sentences, with the spaces around them: no sentences.
  private static let pieces = ["ParserPhrase"]

  @Test func everyEnumOfSentencesIsListed() throws {
    var found: Set<String> = []
    for path in try Repository.files(below: "Sources/ChisoCLI", endingIn: ".swift") {
      let text = try Repository.text(of: path)
      found.formUnion(
        text.matches(of: /(?:enum|extension) (\w+): (?:String, )?Message\b/)
          .map { String($0.output.1) })
    }
    #expect(found.sorted() == Self.enums)
    let read = Set(Self.all.map { String($0.name.prefix { $0 != "." }) })
    #expect(read.union(Self.pieces) == found)
  }

  @Test func everySentenceStandsInBothLanguages() {
    for sentence in Self.all {
      for text in [sentence.vi, sentence.en] {
        #expect(!text.isEmpty, "\(sentence.name) is empty")
        #expect(text.first?.isWhitespace != true || text.hasPrefix("  "), "\(sentence.name)")
        #expect(text.last?.isWhitespace != true, "\(sentence.name) ends in white space")
      }
    }
  }

  @Test func bothLanguagesNameTheSameThings() {
    for sentence in Self.all {
      let places = [sentence.vi, sentence.en].map { text in
        Set(text.matches(of: /\{(\d+)\}/).compactMap { Int($0.output.1) })
      }
      #expect(places[0] == places[1], "\(sentence.name): \(places[0]) and \(places[1])")
      #expect(
        places[0].max().map { $0 + 1 } ?? 0 == places[0].count,
        "\(sentence.name) leaves out a number")
    }
  }

  @Test func commandsToTypeAreTheSameInBothLanguages() {
    for sentence in Self.all {
      let commands = [sentence.vi, sentence.en].map { text in
        text.matches(of: /chiso [a-z]+(?: --[a-z-]+)?|--[a-z-]+|CHISO_[A-Z]+|apt-get install \w+/)
          .map { String($0.output) }
          .filter { !["chiso made", "chiso that"].contains($0) }
      }
      if sentence.name.hasPrefix("Complaint") || sentence.name.hasPrefix("Notice") {
        let typed = commands.map { list in Set(list.filter { $0.contains(/^--|^CHISO_|^apt/) }) }
        #expect(typed[0] == typed[1], "\(sentence.name): \(typed)")
      }
    }
  }

  @Test func vietnameseSentencesHaveNoEnglishWords() {
    let english: Set<String> = [
      "the", "of", "is", "are", "not", "and", "or", "with", "from", "file", "files", "folder",
      "place", "places", "year", "years", "figure", "figures", "run", "please", "server", "schema",
      "database", "warning", "error", "unknown", "missing", "load", "loads", "job", "jobs", "table",
      "row", "column", "line", "value", "source", "sources", "rank", "edition", "must", "cannot",
    ]
    for sentence in Self.all where sentence.vi != sentence.en {
      // What is typed or stands in a file stays as it is: names of columns, options, commands.
      let prose = sentence.vi
        .replacing(
          /chiso [a-z]+|[a-z]+\.csv|head\.[a-z]+|--[a-z-]+|\/?etl\/|value_high|cần cả value và|chỉ cần value/,
          with: " "
        )
        .replacing(
          /true hoặc false|cột geography|province, district, commune, all|place, indicator, year/,
          with: " ")
      let words = prose.split { !$0.isLetter && $0 != "_" }.map { $0.lowercased() }
      let left = words.filter(english.contains)
      #expect(left.isEmpty, "\(sentence.name): \(left) in '\(sentence.vi)'")
    }
  }

  @Test func everyWordOfTheDomainHasANameForPeople() {
    let codes =
      Unit.allCases.map(\.rawValue) + Area.allCases.map(\.rawValue)
      + Level.allCases.map(\.rawValue).filter { !$0.isEmpty } + Direction.allCases.map(\.rawValue)
      + Comparability.allCases.map(\.rawValue) + Measure.allCases.map(\.rawValue)
      + PlaceKind.allCases.map(\.rawValue) + Job.Kind.allCases.map(\.rawValue)
    for code in codes {
      #expect(Word(rawValue: code) != nil, "\(code) is printed as a code")
    }
  }
}
