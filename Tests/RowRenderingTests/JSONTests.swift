// JSON: rows as arrays and lines of objects, and nested values.

import RowRendering
import Testing

private let columns = [
  Column(key: "place", heading: "Place"),
  Column(key: "value", heading: "Value"),
  Column(key: "note", heading: "Note", humanOnly: true),
  Column(key: "flags", heading: "Flags", machineOnly: true),
]

@Suite struct JSONTests {
  @Test func anArrayHasAnObjectALineInTheOrderOfColumns() {
    let text = Renderer.text(
      of: [
        [.code("hue", name: "Huế"), .number(87.456, decimals: 1), .text("seen"), .list(["B"])],
        [.text("x\"y"), .missing, .missing, .list([])],
      ], columns: columns, format: .json)
    #expect(
      text == """
        [
          {"place":"hue","value":87.456,"flags":["B"]},
          {"place":"x\\"y","value":null,"flags":[]}
        ]

        """)
  }

  @Test func noRowsAreAnEmptyArray() {
    #expect(Renderer.text(of: [], columns: columns, format: .json) == "[]\n")
    #expect(Renderer.text(of: [], columns: columns, format: .ndjson) == "")
  }

  @Test func noColumnsAreEmptyObjects() {
    #expect(Renderer.text(of: [[], []], columns: [], format: .json) == "[\n  {},\n  {}\n]\n")
  }

  @Test func ndjsonHasAnObjectALine() {
    let text = Renderer.text(
      of: [[.rank(15, of: 63), .number(.nan)], [.boolean(true), .json(["a": 1, "b": nil])]],
      columns: columns, format: .ndjson)
    #expect(
      text == """
        {"place":15,"value":null,"flags":null}
        {"place":true,"value":{"a":1,"b":null},"flags":null}

        """)
  }

  @Test func controlCharactersAreEscaped() {
    let value = JSONValue.string("a\u{0}\u{8}\u{C}\n\r\t\u{1F}\\\"\u{2028}/é\u{301}\r\n")
    #expect(
      value.compact
        == "\"a\\u0000\\b\\f\\n\\r\\t\\u001f\\\\\\\"\u{2028}/é\u{301}\\r\\n\"")
  }

  @Test func nestedValuesPrintCompactAndPretty() {
    let value: JSONValue = [
      "value": 7.5, "load": 3, "source": ["title": "PAR INDEX", "url": nil], "vintages": [],
      "lines": [1, 2], "empty": .object([]), "ok": true,
    ]
    #expect(
      value.compact == """
        {"value":7.5,"load":3,"source":{"title":"PAR INDEX","url":null},"vintages":[],\
        "lines":[1,2],"empty":{},"ok":true}
        """)
    #expect(
      value.pretty == """
        {
          "value": 7.5,
          "load": 3,
          "source": {
            "title": "PAR INDEX",
            "url": null
          },
          "vintages": [],
          "lines": [
            1,
            2
          ],
          "empty": {},
          "ok": true
        }
        """)
  }

  @Test func optionalValuesBecomeNull() {
    #expect(JSONValue(nil as String?) == .null)
    #expect(JSONValue(3 as Int?) == 3)
    #expect(JSONValue(2.5 as Double?) == 2.5)
    #expect(JSONValue(false as Bool?) == false)
    #expect(JSONValue.double(.infinity).compact == "null")
  }
}
