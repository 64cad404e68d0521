// What is said of answers that leave the terminal: in workbooks and packages, and why one cannot be written.

/// A sentence about the form of an answer.
enum AnswerMessage: String, Message {
  case figures, comparison, sourcesAndNotes, question, askedAt, marks, meaningOfMarks, madeBy,
    noLicence
  case figuresOnly, packageNeedsFolder, workbookNeedsFile, notAPackage
  case noPager
  case notInSDMX, otherFormByName, libraryMissing, cellTooLong, tooManyColumns

  var texts: (vi: String, en: String) {
    switch self {
    case .noPager:
      (
        "Không xem từng trang khi bảng dài hơn màn hình",
        "Do not page a table that is longer than the terminal"
      )
    case .comparison: ("So sánh", "Comparison")
    case .figures: ("Số liệu", "Figures")
    case .sourcesAndNotes: ("Nguồn và ghi chú", "Sources and notes")
    case .question: ("Truy vấn", "Question")
    case .askedAt: ("Thời điểm truy vấn", "Asked at")
    case .marks: ("Ký hiệu", "Marks")
    case .meaningOfMarks:
      (
        "A: bình thường; B: gián đoạn chuỗi; E: ước tính; P: sơ bộ; M: thiếu. Ô trống: không có số liệu.",
        "A: normal; B: break; E: estimated; P: provisional; M: missing. An empty cell: not known."
      )
    case .madeBy:
      (
        "Trích từ kho chỉ số Chiso {0}. Số liệu thuộc về các đơn vị công bố ghi ở cột nguồn.",
        "From the indicator warehouse Chiso {0}. The figures are their publishers', named as sources."
      )
    case .noLicence:
      ("Số liệu công khai; nguồn không nêu giấy phép", "Published facts; no licence is stated")
    case .figuresOnly:
      (
        "dạng {0} chỉ dành cho số liệu: {1}",
        "{0} is for figures only: {1}"
      )
    case .notInSDMX:
      (
        "{0} không có dạng sdmx-csv; hãy dùng csv",
        "{0} has no form in sdmx-csv; use csv"
      )
    case .packageNeedsFolder:
      (
        "gói dữ liệu là một thư mục; hãy nêu tên bằng --output",
        "a data package is a folder; name it with --output"
      )
    case .workbookNeedsFile:
      (
        "bảng tính không hiện được trên màn hình; hãy nêu tệp bằng --output, ví dụ --output bang.xlsx",
        "a workbook cannot be shown on a terminal; name a file with --output, such as table.xlsx"
      )
    case .notAPackage:
      (
        "{0} đã có và chứa thứ khác ngoài gói dữ liệu do chiso ghi; hãy chọn tên khác",
        "{0} is there and holds other things than a package that chiso wrote; choose another name"
      )
    case .otherFormByName:
      (
        "{0} là tên của tệp {1}; hãy thêm --format {1}",
        "{0} is the name of a file of the form {1}; add --format {1}"
      )
    case .libraryMissing:
      (
        """
        không tìm thấy {0} để ghi bảng tính; hãy cài gói libxlsxwriter (Debian, Ubuntu: apt-get install \
        libxlsxwriter-dev), hoặc dùng csv
        """,
        """
        {0}, which writes workbooks, was not found; install libxlsxwriter (Debian, Ubuntu: apt-get \
        install libxlsxwriter-dev), or use csv
        """
      )
    case .cellTooLong:
      (
        "dòng {0}, cột {1}: văn bản dài hơn 32.767 ký tự, bảng tính không chứa được; hãy dùng csv",
        "row {0}, column {1}: the text is longer than the 32,767 characters of a cell; use csv"
      )
    case .tooManyColumns:
      (
        "bảng có {0} cột, bảng tính chứa tối đa 16.384; hãy dùng csv",
        "the table has {0} columns, a workbook takes 16,384; use csv"
      )
    }
  }
}
