// What Vietnamese can spell, and what bad scans make of it.

import IndicatorModel
import Testing

@testable import PlanReading

@Suite struct SpellingTests {
  @Test(arguments: ["nghiệp", "quyết", "gì", "giải", "uỷ", "Đẩy", "khuỷu", "ư", "oanh"])
  func syllablesAreKnown(_ word: String) { #expect(Syllable.isPossible(word)) }

  @Test(arguments: ["ndm", "xtr", "wf", "chtrc", "zo", "", "12", "nghng"])
  func othersAreNone(_ word: String) { #expect(!Syllable.isPossible(word)) }

  @Test func qualityIsHighOfGoodTextAndLowWithoutMarks() {
    let good = ["Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn đạt tối thiểu 98%."]
    let bare = ["Ty le ho so thu tuc hanh chinh duoc giai quyet dung han dat toi thieu 98%."]
    let bad = ["Ty 1¢ hd so thii tuc hanh chinh dwoc giai quyét dting han dat t6i thiéu 98%."]
    #expect(Spelling.quality(of: good) > 0.95)
    #expect(Spelling.quality(of: bare) == 0)
    #expect(Spelling.quality(of: bad) < 0.5)
    #expect(Spelling.quality(of: []) == 1)
  }

  @Test func theLikeliestRowOfSyllablesIsRestored() {
    let lexicon = Lexicon(texts: ["tỷ lệ hồ sơ, thủ tục hành chính, giải quyết đúng hạn, tối thiểu"]
    )
    let piece = Passage.Piece(
      line: 1, text: "Ty 1¢ hd so thii tuc giai quyét t6i thiéu 98%", continues: false)
    let words = Words(Passage([piece]), spelling: Spelling(lexicon: lexicon))
    #expect(
      words.spelled(0..<words.list.count) == "tỷ lệ hồ sơ thủ tục giải quyết tối thiểu 98%")
    // The quote stays as the text has it.
    #expect(words.quote(0..<4, around: 0).text == "Ty 1¢ hd so")
  }

  @Test func wordsFarFromAnySyllableStay() {
    let spelling = Spelling(lexicon: Lexicon(texts: ["hành chính"]))
    let piece = Passage.Piece(line: 1, text: "xyzzyq hành", continues: false)
    #expect(Words(Passage([piece]), spelling: spelling).list.map(\.spelling) == ["xyzzyq", "hành"])
  }

  @Test func badScansOfTheProjectsOwnStatementsAreRead() throws {
    let plan = try #require(Tables.reader).read(
      PlanText(
        """
        KE HOACH
        Cai cach hanh chinh tinh Bac Giang nam 2025
        II. MUC TIEU
        - Ty 1é hd so thii tuc hanh chinh dwoc giai quyét dting han va trudc han dat tir 98% trd 1én.
        - Chi s6 cai cach hanh chinh (PAR INDEX) nam trong nhém 15 tinh, thanh ph6 din dau.
        - 100% vin ban quy pham phap luat dugc ban hanh diing tham quyén, trinh tu, thii tuc.
        """))
    #expect(
      plan.targets.map(StatementCase.words) == [
        "procedures.on_time_rate percent >= 98 level", "par rank <= 15 level",
        "institutions.legal_docs_proper_rate percent = 100 level",
      ])
    #expect(plan.head.place == "bac-giang")
    #expect(plan.head.ocrQuality < 0.5)
    #expect(plan.targets[0].quote.hasPrefix("Ty 1é hd so thii tuc"))
  }
}
