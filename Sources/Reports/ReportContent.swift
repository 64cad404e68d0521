// What a report holds: words, tables and pictures, ready to be read. The templates only lay it out.

/// A report of one place.
public struct ReportContent: Sendable {
  /// vi or en.
  public let lang: String
  /// What it is called.
  public let title: String
  /// Who made it, and when.
  public let subtitle: String
  /// Names of facts with what they are.
  public let facts: [Fact]
  /// Heading of the sentences.
  public let summaryHeading: String
  /// The report in sentences.
  public let summary: [String]
  /// Name of the list of parts.
  public let contentsHeading: String
  /// The parts, in order.
  public let sections: [Section]
  /// Whose the figures are.
  public let footer: String
  /// What leads to the text past the contents.
  public let skip: String
  /// What the button of a heading does.
  public let sort: String

  /// Makes a report.
  public init(
    lang: String, title: String, subtitle: String, facts: [Fact], summaryHeading: String,
    summary: [String], contentsHeading: String, sections: [Section], footer: String, skip: String,
    sort: String
  ) {
    self.lang = lang
    self.title = title
    self.subtitle = subtitle
    self.facts = facts
    self.summaryHeading = summaryHeading
    self.summary = summary
    self.contentsHeading = contentsHeading
    self.sections = sections
    self.footer = footer
    self.skip = skip
    self.sort = sort
  }

  /// A fact about the place.
  public struct Fact: Sendable {
    /// What is told.
    public let name: String
    /// What it is.
    public let value: String

    /// Makes a fact.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A part under a heading.
  public struct Section: Sendable {
    /// Its anchor.
    public let id: String
    /// Its heading.
    public let heading: String
    /// Sentences at its head.
    public let paragraphs: [String]
    /// Its pictures.
    public let pictures: [Picture]
    // Templates see what is stored.
    let hasPictures: Bool
    /// Its tables.
    public let tables: [Table]

    /// Makes a part.
    public init(
      id: String, heading: String, paragraphs: [String] = [], pictures: [Picture] = [],
      tables: [Table] = []
    ) {
      self.id = id
      self.heading = heading
      self.paragraphs = paragraphs
      self.pictures = pictures
      self.tables = tables
      hasPictures = !pictures.isEmpty
    }
  }

  /// A picture.
  public struct Picture: Sendable {
    /// Its address, with its data in it.
    public let address: String
    /// The same for narrow screens; nil where one does for both.
    public let narrow: String?
    /// What it shows, in words.
    public let alternative: String
    /// Whether it takes the whole width.
    public let isWide: Bool

    /// Makes a picture.
    public init(address: String, narrow: String?, alternative: String, isWide: Bool) {
      self.address = address
      self.narrow = narrow
      self.alternative = alternative
      self.isWide = isWide
    }
  }

  /// A table whose columns sort.
  public struct Table: Sendable {
    /// What it shows.
    public let caption: String
    /// Heads of its columns.
    public let columns: [Column]
    /// Its rows.
    public let rows: [Row]

    /// Makes a table.
    public init(caption: String, columns: [Column], rows: [Row]) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
    }
  }

  /// The head of a column.
  public struct Column: Sendable {
    /// What it says.
    public let text: String
    /// Whether it holds numbers.
    public let isNumber: Bool

    /// Makes a head.
    public init(_ text: String, isNumber: Bool = false) {
      self.text = text
      self.isNumber = isNumber
    }
  }

  /// A row of a table.
  public struct Row: Sendable {
    /// Its anchor; nil where nothing leads to it.
    public let anchor: String?
    /// A cell for each column.
    public let cells: [Cell]

    /// Makes a row.
    public init(anchor: String? = nil, _ cells: [Cell]) {
      self.anchor = anchor
      self.cells = cells
    }
  }

  /// A cell of a table.
  public struct Cell: Sendable {
    /// What it says.
    public let text: String
    /// What it is sorted by, where that is not its text.
    public let order: String?
    /// Whether it holds numbers.
    public let isNumber: Bool
    /// Whether it may be broken anywhere, as a path.
    public let isCode: Bool
    /// Whether it names the row.
    public let isHead: Bool
    /// Where it leads: an anchor of this page, or an address of the web.
    public let link: String?
    let isOutside: Bool

    /// Makes a cell.
    public init(
      _ text: String?, order: Double? = nil, isNumber: Bool = false, isCode: Bool = false,
      isHead: Bool = false, link: String? = nil
    ) {
      self.text = text ?? "–"
      self.order = order.map { "\($0)" }
      self.isNumber = isNumber
      self.isCode = isCode
      self.isHead = isHead
      // An address that is not of the web, such as one that runs a script, leads nowhere.
      self.link = link.flatMap { link in
        ["#", "https://", "http://"].contains(where: link.hasPrefix) ? link : nil
      }
      isOutside = self.link?.hasPrefix("http") ?? false
    }
  }
}
