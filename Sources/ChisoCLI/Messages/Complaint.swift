// Errors as people read them: what happened, where, what to do.

/// An error that is told.
enum Complaint: String, Message {
  case errorPrefix, warningPrefix
  case unreachable, serverGone, notPermitted, serverRefused, cancelled, tooLong, diskFullServer
  case schemaMissing, schemaBehind, viewsBehind, schemaAhead, migrationChanged, rolesNotPermitted
  case busy
  case serverFull, unknownPlace, unknownPlaceNearest, ambiguousPlace
  case unknownIndicator, unknownIndicatorNearest, unknownJob
  case programsMissing, versionMismatch, serverUserMissing, homeNotWritable, socketNotOurs
  case diskFull, initFailed, startFailed, stopFailed, homeBusy, noHome
  case folderMissing, cannotWrite, cannotKeep
  case badYears, wrongRangeMark, reversedYears, reversedDays, badDate
  case embeddedOnly, psqlMissing, notARegion, oneIndicator, unexpected, needsPlace, levelUnknown,
    emptyOption
  case unknownVerb, unknownVerbNearest
  case unknownCheck, unknownFile, unknownLoad
  case badMovers, needsTwoYears, noParts, eitherOutOrIn, badPeriod, unknownPlan, unknownPlanNearest,
    ambiguousPlan
  case notATerminal, noDocument, decisionsWrong, noWords, ranksNotCarried
  case notADimension, dimensionTwice, notAnAddition, pageFormats, excelIsCSV
  case badMoment, badRetries, badLimit, nothingScheduled, unitsOnly

  var texts: (vi: String, en: String) {
    switch self {
    case .ranksNotCarried:
      (
        "hạng không quy đổi được sang tỉnh mới; bỏ --boundaries hoặc --movers",
        "ranks are not carried to the provinces of today; leave out --boundaries or --movers"
      )
    case .excelIsCSV:
      ("--excel chỉ đi cùng --format csv", "--excel goes with --format csv")
    case .pageFormats:
      (
        "một trang không viết được dạng {0}; dùng {1}",
        "a page cannot be written as {0}; use {1}"
      )
    case .notADimension:
      (
        "'{0}' không đặt được ở đầu dòng hay cột; dùng place, indicator, year",
        "'{0}' cannot head rows or columns; use place, indicator, year"
      )
    case .dimensionTwice:
      (
        "place, indicator, year mỗi chiều chỉ đặt một lần; đầu dòng không được trống",
        "name each of place, indicator, year once, and leave something to head the rows"
      )
    case .notAnAddition:
      (
        "không thêm được '{0}'; dùng mean, median, region, best, percentile",
        "'{0}' cannot be added; use mean, median, region, best, percentile"
      )
    case .noWords: ("hãy nêu từ cần tìm", "say which words to look for")
    case .notATerminal:
      (
        "duyệt trực tiếp cần cửa sổ dòng lệnh; hãy dùng --export và --import",
        "to review one by one takes a terminal; use --export and --import"
      )
    case .noDocument:
      (
        "kế hoạch {0} không đọc từ văn bản nào; không có gì để duyệt",
        "plan {0} was read from no document; there is nothing to review"
      )
    case .decisionsWrong:
      ("bảng kết quả duyệt có lỗi: {0}", "the table of decisions has errors: {0}")
    case .unknownLoad: ("không có lần nạp số {0}", "there is no load {0}")
    case .unknownFile:
      (
        "tác vụ {1} không nạp tệp '{0}'; có: {2}",
        "job {1} has loaded no file '{0}'; there are: {2}"
      )
    case .unknownCheck:
      ("không có phép kiểm tra '{0}'; có: {1}", "there is no check '{0}'; there are: {1}")
    case .errorPrefix: ("lỗi", "error")
    case .warningPrefix: ("cảnh báo", "warning")
    case .unreachable: ("không kết nối được cơ sở dữ liệu: {0}", "cannot reach the database: {0}")
    case .serverGone:
      (
        "mất kết nối với cơ sở dữ liệu: {0}; chạy lại lệnh, phần đã xong vẫn giữ nguyên",
        "the database went away: {0}; run the command again, what was done stays done"
      )
    case .notPermitted: ("không được phép: {0}", "not permitted: {0}")
    case .serverRefused: ("cơ sở dữ liệu từ chối: {0}", "the database refused: {0}")
    case .cancelled: ("đã dừng theo yêu cầu", "stopped as asked")
    case .tooLong:
      (
        "truy vấn chạy quá lâu; hãy chọn ít địa phương, chỉ số hoặc năm hơn",
        "the question took too long; ask for fewer places, indicators or years"
      )
    case .diskFullServer:
      (
        "ổ đĩa của cơ sở dữ liệu đã đầy: {0}; hãy giải phóng dung lượng rồi chạy lại",
        "the disk of the database is full: {0}; free some room and run it again"
      )
    case .schemaMissing:
      (
        "cơ sở dữ liệu chưa có lược đồ; hãy chạy: chiso migrate (với cùng --db)",
        "the database has no schema yet; run: chiso migrate (with the same --db)"
      )
    case .schemaBehind:
      (
        "lược đồ ở bước {0}, chương trình cần {1}; hãy chạy: chiso migrate",
        "the schema is at {0}, this program needs {1}; run: chiso migrate"
      )
    case .viewsBehind:
      (
        "các khung nhìn mart thuộc bản chiso khác; hãy chạy: chiso migrate",
        "the views of mart are those of another chiso; run: chiso migrate"
      )
    case .schemaAhead:
      (
        "lược đồ ({0}) mới hơn chương trình này ({1}); hãy cài chiso mới hơn",
        "the schema ({0}) is newer than this program ({1}); install a newer chiso"
      )
    case .migrationChanged:
      (
        """
        bước {0} trong cơ sở dữ liệu khác với bước của chương trình này; hãy cài đúng bản chiso \
        đã tạo ra nó
        """,
        """
        migration {0} of the database differs from this program's; install the chiso that made \
        it
        """
      )
    case .rolesNotPermitted:
      (
        """
        không được phép tạo vai trò: {0}; nhờ quản trị viên, hoặc chạy: chiso migrate --no-roles
        """,
        """
        not permitted to create roles: {0}; ask an administrator, or run: chiso migrate \
        --no-roles
        """
      )
    case .busy:
      (
        "tác vụ nạp {0} đang chạy ở nơi khác; hãy thử lại sau",
        "another load of {0} is running; try again later"
      )
    case .serverFull:
      (
        "máy chủ không còn kết nối trống; hãy thử lại sau",
        "the server has no connection left; try again later"
      )
    case .unknownPlace:
      (
        "không có địa phương '{0}'; xem: chiso places",
        "there is no place '{0}'; see: chiso places"
      )
    case .unknownPlaceNearest:
      (
        "không có địa phương '{0}'; có phải {1}?",
        "there is no place '{0}'; did you mean {1}?"
      )
    case .ambiguousPlace:
      ("'{0}' có thể là {1}; hãy dùng mã địa phương", "'{0}' may be {1}; use an id")
    case .unknownIndicator:
      (
        "không có chỉ số '{0}'; xem: chiso indicators",
        "there is no indicator '{0}'; see: chiso indicators"
      )
    case .unknownIndicatorNearest:
      (
        "không có chỉ số '{0}'; có phải {1}?",
        "there is no indicator '{0}'; did you mean {1}?"
      )
    case .unknownJob:
      ("không có tác vụ nạp '{0}'; có: {1}", "there is no job '{0}'; there are: {1}")
    case .programsMissing:
      (
        """
        không tìm thấy PostgreSQL 15 trở lên; hãy cài gói postgresql (Debian, Ubuntu: apt-get \
        install postgresql), hoặc chỉ định máy chủ sẵn có bằng --db
        """,
        """
        no PostgreSQL 15 or later was found; install the package postgresql (Debian, Ubuntu: \
        apt-get install postgresql), or name a server with --db
        """
      )
    case .versionMismatch:
      (
        "dữ liệu thuộc PostgreSQL {0} nhưng máy chỉ có {1}; hãy cài gói postgresql-{0}",
        """
        the data are of PostgreSQL {0} but this machine has {1}; install the package \
        postgresql-{0}
        """
      )
    case .serverUserMissing:
      (
        """
        không có người dùng postgres để chạy máy chủ thay cho root; hãy cài gói postgresql hoặc \
        chạy bằng người dùng thường
        """,
        """
        there is no user postgres to run the server as for root; install the package postgresql, \
        or run as an ordinary user
        """
      )
    case .homeNotWritable:
      (
        "không ghi được {0}: {1}; đặt CHISO_HOME là thư mục ghi được",
        "cannot write {0}: {1}; set CHISO_HOME to a folder that can be written"
      )
    case .socketNotOurs:
      (
        "thư mục kết nối {0} thuộc người khác; hãy xóa nó hoặc đặt XDG_RUNTIME_DIR",
        "the socket folder {0} belongs to somebody else; remove it or set XDG_RUNTIME_DIR"
      )
    case .diskFull:
      (
        "ổ đĩa chứa {0} đã đầy; hãy giải phóng dung lượng rồi chạy lại",
        "the disk is full at {0}; free some room and run it again"
      )
    case .initFailed:
      (
        "không tạo được cụm PostgreSQL: {0}",
        "PostgreSQL could not make its data folder: {0}"
      )
    case .startFailed:
      (
        "PostgreSQL không khởi động được; cuối nhật ký: {0}",
        "PostgreSQL did not start; the end of its log: {0}"
      )
    case .stopFailed: ("PostgreSQL không dừng được: {0}", "PostgreSQL did not stop: {0}")
    case .homeBusy:
      (
        "một tiến trình khác đang khởi động hoặc dừng kho dữ liệu ({0}); hãy thử lại sau",
        "another process is starting or stopping the warehouse ({0}); try again later"
      )
    case .noHome:
      (
        "không rõ thư mục của kho dữ liệu; hãy đặt CHISO_HOME hoặc HOME",
        "no folder for the warehouse is known; set CHISO_HOME or HOME"
      )
    case .folderMissing:
      (
        "không tìm thấy thư mục tác vụ nạp {0}; hãy chỉ định bằng --etl hoặc CHISO_ETL",
        "there is no folder of jobs at {0}; name it with --etl or CHISO_ETL"
      )
    case .cannotWrite: ("không ghi được {0}: {1}", "cannot write {0}: {1}")
    case .cannotKeep:
      (
        "không giữ được tệp nguồn trong {0}: {1}",
        "cannot keep source files in {0}: {1}"
      )
    case .badYears:
      (
        "'{0}' không phải là năm; viết 2019, 2019..2024 hoặc 2019,2021",
        "'{0}' is not a year; write 2019, 2019..2024 or 2019,2021"
      )
    case .badPeriod:
      (
        "'{0}' không phải là kỳ; viết 2024, 2024-Q1 hoặc 2024-03",
        "'{0}' is not a period; write 2024, 2024-Q1 or 2024-03"
      )
    case .unknownPlan:
      (
        "không có kế hoạch '{0}'; xem: chiso plan list",
        "there is no plan '{0}'; see: chiso plan list"
      )
    case .unknownPlanNearest:
      (
        "không có kế hoạch '{0}'; có phải {1}?",
        "there is no plan '{0}'; did you mean {1}?"
      )
    case .ambiguousPlan:
      (
        "'{0}' là số của nhiều kế hoạch: {1}; hãy dùng mã kế hoạch",
        "'{0}' is the number of several plans: {1}; use an id"
      )
    case .wrongRangeMark: ("viết khoảng năm là {0}..{1}", "write the years as {0}..{1}")
    case .reversedYears:
      (
        "khoảng năm ngược: {0} sau {1}",
        "the years are reversed: {0} is after {1}"
      )
    case .needsTwoYears:
      (
        "--years cần hai năm như 2018..2019, không phải '{0}'",
        "--years takes two years such as 2018..2019, not '{0}'"
      )
    case .noParts:
      (
        "chưa biết {0} của năm {1} và {2} gồm những thành phần nào với trọng số bao nhiêu",
        "it is not known of what parts, by what weights, {0} was made in {1} and {2}"
      )
    case .eitherOutOrIn:
      ("--export và --import không đi cùng nhau", "--export and --import do not go together")
    case .badMovers:
      (
        "--movers cần hai năm như 2015..2019 và không đi với --year, không phải '{0}'",
        "--movers takes two years such as 2015..2019, and no --year, not '{0}'"
      )
    case .reversedDays:
      ("hai ngày bị ngược: {0} sau {1}", "the days are reversed: {0} is after {1}")
    case .badDate:
      (
        "'{0}' không phải là ngày; viết như 2024-04-17",
        "'{0}' is not a date; write it as 2024-04-17"
      )
    case .embeddedOnly:
      (
        """
        máy chủ được chỉ định không do chiso khởi động hay dừng; bỏ --db và các biến PG* để dùng kho \
        nhúng
        """,
        """
        a server that was given is neither started nor stopped by chiso; leave out --db and the \
        PG* variables for the embedded warehouse
        """
      )
    case .psqlMissing:
      (
        "không tìm thấy psql; hãy cài gói postgresql-client",
        "psql was not found; install the package postgresql-client"
      )
    case .notARegion: ("'{0}' không phải là một vùng", "'{0}' is not a region")
    case .oneIndicator: ("lệnh này cần đúng một chỉ số", "this command takes exactly one indicator")
    case .unexpected: ("lỗi không lường trước: {0}", "unexpected: {0}")
    case .needsPlace: ("hãy chọn địa phương bằng --place", "choose places with --place")
    case .unknownVerb:
      ("không có lệnh '{0}'; xem: chiso --help", "there is no command '{0}'; see: chiso --help")
    case .unknownVerbNearest:
      ("không có lệnh '{0}'; có phải {1}?", "there is no command '{0}'; did you mean {1}?")
    case .badMoment:
      (
        "CHISO_NOW là '{0}', không phải là thời điểm; viết như 2025-04-30T19:00:00Z",
        "CHISO_NOW is '{0}', which is no moment; write it as 2025-04-30T19:00:00Z"
      )
    case .badLimit:
      ("--limit '{0}' không nằm trong khoảng 1 đến {1}", "--limit '{0}' is not within 1 to {1}")
    case .badRetries: ("'{0}' không nằm trong khoảng 0 đến 100", "'{0}' is not within 0 to 100")
    case .nothingScheduled:
      (
        "không có tác vụ nào có lịch chạy; thêm khóa schedule vào tệp của tác vụ",
        "no job has a schedule; add the key schedule to its file"
      )
    case .unitsOnly:
      ("--folder chỉ dùng cho systemd", "--folder is for systemd only")
    case .emptyOption:
      (
        "{0} để trống; bỏ hẳn tùy chọn này nếu muốn lấy tất cả",
        "{0} names nothing; leave it out to ask for everything"
      )
    case .levelUnknown:
      (
        "'{0}' không phải là cấp; có: province, district, commune, all",
        "'{0}' is not a level; there are: province, district, commune, all"
      )
    }
  }
}
