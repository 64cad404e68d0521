// What is wrong with a file of etl/, as people read it.

import ETL

extension DiagnosticReason: Message {
  var texts: (vi: String, en: String) {
    switch self {
    case .checkFailed: ("{1}: {0}", "{1}: {0}")
    case .fileMissing: ("không tìm thấy tệp này", "the file is not there")
    case .fileVanished:
      (
        """
        tệp không còn ở đây; những gì tệp đã nêu vẫn giữ nguyên; hãy để lại tệp, hoặc thu hồi \
        bằng: chiso withdraw {0} '{1}'
        """,
        """
        the file is gone; what it said still holds; put it back, or take that back with: \
        chiso withdraw {0} '{1}'
        """
      )
    case .keptMissing:
      (
        """
        bản lưu {0} không còn hoặc đã bị sửa; hãy đặt lại bản lưu đó, hoặc nạp lại tệp ấy bằng: \
        chiso load --force
        """,
        """
        the kept bytes {0} are gone or no longer what they were; put them back, or load that very \
        file again with: chiso load --force
        """
      )
    case .notDeclared:
      (
        """
        tác vụ {0} không còn khai báo tệp này; hãy khai báo lại, hoặc thu hồi bằng: \
        chiso withdraw {0} '{1}'
        """,
        """
        job {0} does not declare it any more; declare it again, or take back what it said with: \
        chiso withdraw {0} '{1}'
        """
      )
    case .fileUnreadable: ("không đọc được: {0}", "cannot be read: {0}")
    case .fileEmpty: ("tệp rỗng", "the file is empty")
    case .notUTF8: ("không phải UTF-8; hãy lưu lại bằng UTF-8", "not UTF-8; save it as UTF-8")
    case .otherEncoding:
      (
        "không phải UTF-8, có vẻ là {0}; hãy chuyển bằng: iconv -f {1} -t UTF-8",
        "not UTF-8, it looks like {0}; convert it with: iconv -f {1} -t UTF-8"
      )
    case .otherFormat:
      (
        "không phải tệp văn bản thuần, có vẻ là {0}; hãy lưu thành văn bản thuần UTF-8 (bảng thì thành CSV)",
        "no text, it looks like {0}; save it as text in UTF-8 (a table as CSV)"
      )
    case .tooLong:
      ("dài quá {0} byte", "longer than {0} bytes")
    case .noDocument:
      (
        """
        không phải tài liệu đọc được, có vẻ là {0}; hãy lưu thành một trong các loại: .txt, .md, \
        .pdf, .docx, .odt, .html, .png, .jpg, .tif
        """,
        """
        no document that can be read, it looks like {0}; save it as one of: .txt, .md, .pdf, \
        .docx, .odt, .html, .png, .jpg, .tif
        """
      )
    case .notInEncoding:
      (
        "không đọc được theo bảng mã {0}: {1}; xem tên các bảng mã bằng: iconv -l",
        "cannot be read as {0}: {1}; see the names of encodings with: iconv -l"
      )
    case .encrypted:
      (
        "tệp có mật khẩu; hãy bỏ mật khẩu bằng: qpdf --decrypt --password=... CŨ.pdf MỚI.pdf",
        "it has a password; take that off with: qpdf --decrypt --password=... OLD.pdf NEW.pdf"
      )
    case .tooManyPages:
      (
        "có hơn {0} trang; hãy tách tài liệu cần đọc thành tệp riêng",
        "it has more than {0} pages; put the document itself into a file of its own"
      )
    case .tooManyScans:
      (
        "có hơn {0} trang ảnh phải nhận dạng chữ; hãy tách tài liệu cần đọc thành tệp riêng",
        """
        more than {0} of its pages are pictures; put the document itself into a file of its own
        """
      )
    case .linkOutside:
      (
        "liên kết dẫn ra ngoài thư mục của các tệp, đến {0}; hãy để chính tệp vào thư mục",
        "a link leads out of the folder of the files, to {0}; put the file itself there"
      )
    case .openQuote:
      (
        "dấu nháy mở ở dòng này không được đóng",
        "a quote that opens here is never closed"
      )
    case .strayQuote:
      (
        "dấu nháy đứng giữa ô; viết dấu nháy trong ô thành \"\"",
        "a quote in the middle of a field; write it as \"\" inside quotes"
      )
    case .wrongFieldCount:
      (
        "dòng có {0} ô, tiêu đề có {1}",
        "the row has {0} fields, the header {1}"
      )
    case .rowTooLong:
      (
        "dòng quá dài; có lẽ thiếu dấu nháy đóng",
        "the row is too long; perhaps a closing quote is missing"
      )
    case .programMissing:
      (
        "cần {0} để đọc tệp này; hãy cài bằng: apt-get install {1}",
        "{0} is needed to read this; install it with: apt-get install {1}"
      )
    case .notConverted:
      (
        "không đọc được (tệp hỏng, bị cắt hoặc không đúng loại như tên tệp): {0}",
        "could not be converted (damaged, cut off or not what its name says): {0}"
      )
    case .tooExpensive:
      (
        "đọc tệp này cần quá nhiều thời gian, bộ nhớ hoặc chỗ trống",
        "to read this takes more time, memory or room than is allowed"
      )
    case .sheetMissing:
      ("không có trang tính '{0}'; có: {1}", "there is no sheet '{0}'; there are: {1}")
    case .tooManyColumns:
      ("dùng quá {0} cột", "more than {0} columns are used")
    case .sheetTooShort:
      (
        "hết trang trước ô {0}, nơi khai báo là có địa phương",
        "the sheet ends before cell {0}, where a place was declared"
      )
    case .headingDiffers:
      (
        "tiêu đề phải có '{0}', nhưng là '{1}'; có lẽ cột đã đổi chỗ, hãy sửa khai báo",
        "the heading should say '{0}' and says '{1}'; perhaps columns moved: mend the declaration"
      )
    case .correctionStale:
      (
        "bản sửa ứng với '{0}' nhưng ô ghi '{1}': không sửa gì; hãy xóa bản sửa nếu nguồn đã tự sửa",
        """
        a correction expects '{0}' and the cell prints '{1}': nothing is corrected; remove it if the \
        publisher mended the cell
        """
      )
    case .correctionUnread:
      (
        "có bản sửa cho ô {0} nhưng không bảng nào đọc ô này; hãy xem lại tệp bản sửa",
        "a correction names cell {0}, which is never read; look at the table of corrections"
      )
    case .yamlSyntax: ("không phải YAML đúng: {0}", "not valid YAML: {0}")
    case .yamlNotMapping: ("cần các cặp 'khóa: giá trị'", "expected pairs of 'key: value'")
    case .unknownKey:
      (
        "khóa '{0}' không được dùng ở đây",
        "key '{0}' is not used here"
      )
    case .duplicateKey: ("khóa '{0}' viết hai lần", "key '{0}' stands twice")
    case .missingKey: ("thiếu khóa '{0}'", "key '{0}' is missing")
    case .wrongType:
      ("khóa '{0}' sai kiểu, cần: {1}", "key '{0}' has the wrong type, expected: {1}")
    case .notAllowed: ("'{0}' không thể là '{1}'; có: {2}", "'{0}' cannot be '{1}'; there are: {2}")
    case .jobNameMismatch:
      (
        "tác vụ '{0}' nằm trong tệp của '{1}'; hai tên phải giống nhau",
        "job '{0}' stands in the file of '{1}'; the names must be equal"
      )
    case .fileDeclaredTwice: ("tệp '{0}' khai báo hai lần", "file '{0}' is declared twice")
    case .pathOutside: ("đường dẫn '{0}' phải nằm trong etl/", "path '{0}' must lie inside etl/")
    case .badRange:
      (
        "'{0}' phải như 2-64 hoặc 2- (dòng), C-BM (cột), không phải '{1}'",
        "'{0}' must be like 2-64 or 2- for rows, C-BM for columns, not '{1}'"
      )
    case .badPosition:
      (
        "'{0}' không chỉ một cột như C hay, khi địa phương xếp theo cột, một dòng như 3",
        "'{0}' names no column such as C or, where places run over columns, no row such as 3"
      )
    case .badCell: ("'{0}' không chỉ một ô như D2", "'{0}' names no cell such as D2")
    case .noPlaceLeft:
      (
        "bên trái '{0}' không còn cột nào cho tên địa phương",
        "no column is left of '{0}' for the name of the place"
      )
    case .notASchedule:
      (
        """
        '{0}' không phải là lịch chạy; viết daily 02:00, monthly 5 03:00 hoặc yearly 04-20 06:00, \
        sau đó có thể thêm UTC hoặc +09:00
        """,
        """
        '{0}' is not a schedule; write daily 02:00, monthly 5 03:00 or yearly 04-20 06:00, with UTC \
        or +09:00 behind it where it is not the time of Việt Nam
        """
      )
    case .notMonths:
      ("'{0}' không phải là tháng; viết 4-5 hoặc 12", "'{0}' is no month; write 4-5 or 12")
    case .notYears:
      (
        "'{0}' không phải là kỳ; viết 2024 hoặc 2021-2025",
        "'{0}' is no period; write 2024 or 2021-2025"
      )
    case .documentsOnly:
      ("chỉ tác vụ loại {1} dùng '{0}'", "only a job of kind {1} may have '{0}'")
    case .patternNamesOne:
      (
        "'{0}' có thể là nhiều tệp: plan và number phải ghi riêng cho từng tệp",
        "'{0}' may be several files: plan and number belong to a file of its own"
      )
    case .planWithoutPlace:
      (
        "không nhận ra kế hoạch của địa phương nào; hãy ghi head.place trong tác vụ {0}",
        "the document does not say whose plan it is; name it as head.place in job {0}"
      )
    case .planWithoutPeriod:
      (
        "không nhận ra kế hoạch cho kỳ nào; hãy ghi head.period trong tác vụ {0}, ví dụ 2024",
        "the document does not say for which years it is; say so as head.period in job {0}, such as 2024"
      )
    case .planElsewhere:
      (
        "kế hoạch {0} đã được đọc từ tệp {2} của tác vụ {1}; hãy đặt tên khác bằng head.plan",
        "plan {0} is read from file {2} of job {1} already; give this one another name as head.plan"
      )
    case .sameText:
      (
        "văn bản này đã là kế hoạch {0}, tệp {2} của tác vụ {1}; chỉ khai báo một trong hai tệp",
        "the same text is plan {0} already, file {2} of job {1}; declare only one of the two"
      )
    case .planOfOtherPlace:
      (
        "{0} là tên kế hoạch của {1}, không phải {2}; hãy đặt tên khác bằng head.plan",
        "{0} is a plan of {1}, not {2}; give this one another name as head.plan"
      )
    case .textDiffers:
      (
        "plans.csv ghi SHA-256 của một văn bản khác cho {0}: số dòng của chỉ tiêu đã ghi có thể lệch",
        "the heads of plans name another text of {0}: lines of carried targets may differ from these"
      )
    case .headDiffers:
      (
        "khai báo {0} là {1}, còn văn bản ghi {2}; dùng theo khai báo",
        "{0} is declared as {1}, the document says {2}; what is declared holds"
      )
    case .patternMatchesNothing:
      ("chưa có tệp nào khớp mẫu này", "no file matches this pattern yet")
    case .nothingPlanned:
      ("không thấy chỉ tiêu hay nhiệm vụ nào", "neither targets nor tasks were found in it")
    case .decisionStale:
      (
        "kết quả duyệt {0} ứng với câu chữ khác nên không áp dụng; hãy xem lại bằng: chiso plan review {1}",
        "a decision about {0} expects other words and is not applied; look again with: chiso plan review {1}"
      )
    case .decisionUnread:
      (
        "có kết quả duyệt {0} nhưng không còn đọc thấy nội dung này; hãy xem lại bằng: chiso plan review {1}",
        "a decision names {0}, which is no longer read; look again with: chiso plan review {1}"
      )
    case .missingColumn: ("thiếu cột '{0}'", "column '{0}' is missing")
    case .unknownColumn: ("không biết cột '{0}'", "column '{0}' is not known")
    case .duplicateColumn: ("cột '{0}' có hai lần", "column '{0}' stands twice")
    case .valueMissing: ("ô '{0}' không được trống", "field '{0}' must not be empty")
    case .notANumber:
      (
        "'{0}' không phải là số với dấu thập phân '{1}'",
        "'{0}' is not a number with the decimal mark '{1}'"
      )
    case .notAnInteger: ("'{0}' không phải là số nguyên", "'{0}' is not a whole number")
    case .notADate:
      (
        "'{0}' không phải là ngày như 2024-04-17",
        "'{0}' is not a date such as 2024-04-17"
      )
    case .notABoolean: ("'{0}' phải là true hoặc false", "'{0}' must be true or false")
    case .notAPeriod:
      (
        "'{0}' không phải là kỳ; hãy viết như 2024, 2024-Q1 hoặc 2024-03",
        "'{0}' is not a period; write it as 2024, 2024-Q1 or 2024-03"
      )
    case .notAYear: ("'{0}' không phải là năm", "'{0}' is not a year")
    case .duplicateRow: ("trùng với dòng {1}: {0}", "says again what line {1} says: {0}")
    case .unknownPlace: ("danh mục không có địa phương '{0}'", "place '{0}' is not in the catalog")
    case .placeNotThen:
      (
        "'{0}' không tồn tại vào ngày {1} (tên này là của {2})",
        "'{0}' did not exist on {1} (the name belongs to {2})"
      )
    case .ambiguousPlace: ("'{0}' có thể là {1}", "'{0}' may be {1}")
    case .unknownIndicator:
      (
        "danh mục không có chỉ số '{0}'",
        "indicator '{0}' is not in the catalog"
      )
    case .headingIndicator:
      (
        "'{0}' là tên nhóm, không có giá trị",
        "'{0}' is a heading and has no values"
      )
    case .unknownUnit: ("không có đơn vị tính '{0}'", "unit '{0}' is not in the unit list")
    case .wrongUnit:
      (
        "{1} tính bằng '{2}', không phải '{0}'",
        "unit '{0}' is not that of {1}, which is '{2}'"
      )
    case .unknownSource:
      (
        "sources.csv không có nguồn '{0}'",
        "source '{0}' is not in sources.csv"
      )
    case .wrongTier:
      (
        "nguồn '{0}' thuộc loại {1}; tác vụ loại reported cần nguồn loại 2, tức chính tỉnh báo cáo",
        "source '{0}' is of tier {1}; a job of kind reported needs one of tier 2: a province itself"
      )
    case .rowsEmpty:
      (
        "{0} trên {1} dòng chưa có giá trị nên được bỏ qua",
        "{0} of {1} rows have no value yet and are passed over"
      )
    case .unknownGeography:
      (
        "không có địa giới '{0}'; có: {1}",
        "geography '{0}' is not known; there are: {1}"
      )
    case .unknownEdition:
      (
        "danh mục không có kỳ công bố {0} {1} {2}",
        "the catalog has no edition {0} {1} {2}"
      )
    case .ambiguousEdition:
      (
        "{0} {1} công bố theo nhiều địa giới ({2}); hãy ghi rõ ở cột geography",
        "{0} {1} was published for {2}; say which in column geography"
      )
    case .yearBeforeRegister:
      (
        "năm {0} trước khi danh mục địa phương bắt đầu (2004)",
        "year {0} is before the register of places begins (2004)"
      )
    case .unknownPlan:
      (
        "plans.csv không có kế hoạch '{0}'",
        "plan '{0}' is not in plans.csv"
      )
    case .unknownParent:
      ("danh mục không có chỉ số cấp trên '{0}'", "parent '{0}' is not in the catalog")
    case .unknownRepeat:
      (
        "nhắc lại mục {0}, nhưng mục đó không đứng trước",
        "repeats order {0}, which does not stand before it"
      )
    case .valueOutOfBounds:
      (
        "{0} nằm ngoài khoảng cho phép của {1} ({2} đến {3})",
        "{0} is out of the bounds of {1} ({2} to {3})"
      )
    case .rankOutOfBounds: ("hạng {0} nằm ngoài khoảng 1 đến {1}", "rank {0} is out of 1 to {1}")
    case .nothingSaid:
      (
        "dòng không có giá trị, hạng hay nhóm",
        "the row has no value, rank or group"
      )
    case .saidElsewhere:
      (
        "tác vụ {0}, tệp {1} đã có số liệu này từ cùng nguồn",
        "job {0}, file {1} already says this figure from the same source"
      )
    case .targetsHold:
      (
        "các chỉ tiêu của kế hoạch {0} vẫn còn hiệu lực; hãy thu hồi chúng trước",
        "targets of plan {0} still hold; take these back first"
      )
    case .stillInUse:
      (
        "danh mục mới thiếu mục mà số liệu vẫn đang dùng: {0}",
        "the new catalog lacks what facts still use: {0}"
      )
    case .datesReversed: ("{0} sau {1}", "{0} is after {1}")
    case .betweenNeedsTwo:
      (
        "'between' cần cả value và value_high, phép so sánh khác chỉ cần value",
        "'between' needs value and value_high, other comparators only value"
      )
    }
  }
}
