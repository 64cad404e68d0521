import Foundation
import Testing

@testable import Documents

@Suite struct OfficeTextTests {
  @Test func tablesOfWordBecomeRowsWithTabs() throws {
    let body =
      MadeZip.paragraph("KẾ HOẠCH  số 12")
      + MadeZip.table([
        [["TT"], ["Nhiệm vụ", "và hoạt động"], ["Cơ quan"]],
        [["I. Cải cách thể chế"]],
        [["1"], ["Ban hành"], ["Sở Nội vụ"]], [["^"], ["Kiểm tra"], ["Sở Tư pháp"]],
      ]) + MadeZip.paragraph("Nơi nhận &lt;p&gt;")
    let read = try documentText(MadeZip.word(body).bytes, "a.bin")
    #expect(
      read.lines == [
        "KẾ HOẠCH số 12", "", "TT\tNhiệm vụ và hoạt động\tCơ quan", "I. Cải cách thể chế\t\t",
        "1\tBan hành\tSở Nội vụ", "1\tKiểm tra\tSở Tư pháp", "", "Nơi nhận <p>",
      ])
    #expect(read.origin == .pandoc && read.pageStarts.isEmpty)
  }

  @Test func openDocumentIsKnownByItsType() throws {
    let names = "urn:oasis:names:tc:opendocument:xmlns:"
    let content = """
      <?xml version="1.0" encoding="UTF-8"?><office:document-content \
      xmlns:office="\(names)office:1.0" xmlns:text="\(names)text:1.0" \
      xmlns:table="\(names)table:1.0"><office:body><office:text>\
      <text:p>Đạt 95% trở lên</text:p><table:table><table:table-row>\
      <table:table-cell><text:p>một</text:p><text:p>hai</text:p></table:table-cell>\
      <table:table-cell><text:p>ba</text:p></table:table-cell></table:table-row></table:table>\
      </office:text></office:body></office:document-content>
      """
    let styles = """
      <?xml version="1.0" encoding="UTF-8"?><office:document-styles \
      xmlns:office="\(names)office:1.0" xmlns:style="\(names)style:1.0"><office:font-face-decls/>\
      <office:styles/><office:automatic-styles/><office:master-styles/></office:document-styles>
      """
    let zip = MadeZip(entries: [
      .init(
        name: "mimetype", bytes: Array("application/vnd.oasis.opendocument.text".utf8)),
      .init(name: "content.xml", bytes: Array(content.utf8)),
      .init(name: "styles.xml", bytes: Array(styles.utf8)),
    ])
    let read = try documentText(zip.bytes, "a.odt")
    #expect(read.lines == ["Đạt 95% trở lên", "", "một hai\tba"])
  }

  @Test func pageOfTheWebIsReadWithoutWhatItRefersTo() throws {
    let secret = try TemporaryFile("secret words")
    let page = """
      <!-- saved --><!DOCTYPE html><html><head><title>t</title><script>no()</script></head><body>
      <h1>Kế hoạch</h1><p>Đạt 95%<sup>1</sup><br>trở lên &amp; hơn</p>
      <iframe src="\(secret.path)"></iframe><iframe src="file://\(secret.path)"></iframe>
      <img src="\(secret.path)"><object data="\(secret.path)"></object>
      <ol type="I" start="4"><li>Mục<ol type="a"><li>ý</li></ol></li></ol><ul><li>gạch</li></ul>
      <table><tr><td rowspan="2">1</td><td>a<br>b<ul><li>c</li></ul></td></tr><tr><td>d</td></tr>
      <tr><td rowspan="2">95%</td><td>h</td></tr><tr><td>i</td></tr>
      <tr><td colspan="2">e<table><tr><td>f</td><td>g</td></tr></table></td></tr></table>
      <pre>x
        y</pre></body></html>
      """
    let read = try documentText(Array(page.utf8), "a.txt")
    #expect(
      read.lines == [
        "Kế hoạch", "Đạt 95%¹", "trở lên & hơn", "IV. Mục", "a) ý", "- gạch", "",
        "1\ta b - c", "1\td", "95%\th", "\ti", "e f g\t", "", "x", "  y",
      ])
  }

  @Test func webPageInAnotherEncodingIsReadOnceDeclared() throws {
    let bytes = Array("<html><p>H".utf8) + [0xB5] + Array(" N".utf8) + [0xE9] + Array("i".utf8)
    guard case .notUTF8(_, 1, .encoding) = try documentError(bytes, "a.htm") else {
      Issue.record("not guessed")
      return
    }
    #expect(try documentText(bytes, "a.htm", encoding: "TCVN5712-1").lines == ["Hà Nội"])
  }

  @Test(arguments: [
    "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE d [<!ENTITY a \"lollollollol\">"
      + (0..<12).map { number in
        let before = number == 0 ? "&a;" : "&a\(number - 1);"
        return "<!ENTITY a\(number) \"\(String(repeating: before, count: 10))\">"
      }.joined() + "<!ENTITY x \"&a11;\">]>",
  ])
  func entitiesOfWordAreNotFollowed(declaration: String) throws {
    let body = MadeZip.paragraph("trước &x; sau")
    let bytes = MadeZip.word(body, declaration: declaration).bytes
    switch try documentError(bytes, "a.docx") {
    case .notConverted, .tooExpensive: break
    case let other: Issue.record("\(String(describing: other))")
    }
  }

  @Test func archiveThatSaysItIsHugeIsRefusedAtOnce() throws {
    let part = MadeZip.Entry(name: "word/document.xml", bytes: [0], length: 300 << 20)
    guard
      case .tooExpensive = try documentError(MadeZip.word("", document: part).bytes, "a.docx")
    else {
      Issue.record("it was read")
      return
    }
  }

  /// 200 KB that unpack to 40 MB and say they are 1 KB.
  @Test func archiveThatLiesEndsInBoundedTimeAndMemory() throws {
    let beginning = """
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
      <w:p><w:r><w:t>a
      """
    let bomb = MadeBomb(beginning, repeats: 160_000, "</w:t></w:r></w:p></w:body></w:document>")
    let part = MadeZip.Entry(
      name: "word/document.xml", bytes: bomb.bytes, isPacked: true, length: 1_000)
    var limits = DocumentLimits()
    limits.program.processorSeconds = 3
    let start = ContinuousClock.now
    let error = try documentError(
      MadeZip.word("", document: part).bytes, "a.docx", limits: limits)
    #expect(error != nil)
    #expect(start.duration(to: .now) < .seconds(30))
  }

  @Test func cutOffWordIsTold() throws {
    let whole = MadeZip.word(MadeZip.paragraph("a")).bytes
    guard case .notConverted = try documentError(Array(whole.prefix(300)), "a.docx") else {
      Issue.record("it was read")
      return
    }
  }

  @Test func linesThatGrowTooLongAreRefused() {
    #expect(HTMLLines.lines(of: "<p>12345</p><p>6789</p>", limit: 11) == ["12345", "6789"])
    #expect(HTMLLines.lines(of: "<p>12345</p><p>6789</p>", limit: 10) == nil)
  }

  /// What pandoc would not write must not end the program either.
  @Test(arguments: [
    "<", "</", "<p", "&", "&;", "&#x110000;", "</td></tr></table>", "<td><td></tr>",
    "</li></ol></sup>",
    "<table><tr><td colspan=\"9223372036854775807\" rowspan=\"-5\">a</td></tr></table>",
    "<ol start=\"9223372036854775807\"><li>a</li><li>b</li></ol>",
    "<ol start=\"x\"><li>a</li></ol>",
    "<table><table><tr><td>a</table></table></table>",
  ])
  func brokenTagsDoNoHarm(html: String) {
    #expect(HTMLLines.lines(of: html, limit: 1_000) != nil)
  }
}
