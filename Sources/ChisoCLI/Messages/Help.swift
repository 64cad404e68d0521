// The help of commands and options.

/// A sentence of the help.
enum Help: String, Message {
  case chiso, chisoDiscussion
  case up, down, status, migrate, psql, jobs, load, loads, rejects
  case places, indicators, editions, sources, targets
  case compare, trend, rank, progress, profile, explain, chart, report, cite, diff, export
  case plan, template, planName
  case read, list, show, tasks, search, planDiff, review
  case planFile, encoding, leadWords, searchWords, passages, firstPlan, secondPlan
  case exportDecisions, importDecisions, reviewAll, decidedBy
  case db, lang, langWrong, quiet, format, output, excel, asOf, publishedBy
  case place, indicator, years, level, acrossBreaks, boundaries, paceMethod
  case rows, columns, with, onePlace, profileYear
  case fromDay, toDay, ofJobs, counts, movers, twoYears
  case etl, files, force, dryRunLoad, jobNames, dryRunMigrate, noRoles, coverage, psqlArguments
  case psqlRole
  case due, noWait, retries, log, schedule, scheduler, unitFolder
  case limit, loadNumber, on, region, year, indices, period, sourceNames
  case check, checkNames, checkedLoad, withdraw, jobName, withdrawnFiles, rebuild
  case examples

  var texts: (vi: String, en: String) {
    switch self {
    case .chiso:
      (
        "So sánh chỉ tiêu và kết quả của các tỉnh qua các năm, và nêu nguồn của từng số liệu",
        """
        Compare targets and results of Vietnamese provinces over the years, and show where each \
        number comes from
        """
      )
    case .chisoDiscussion:
      (
        """
        Kho dữ liệu nhúng được tạo và khởi động khi cần; dùng --db để hỏi máy chủ PostgreSQL của \
        bạn.
        """,
        """
        An embedded warehouse is made and started when it is needed; name your own PostgreSQL \
        server with --db.
        """
      )
    case .up: ("Tạo và khởi động kho dữ liệu nhúng", "Make and start the embedded warehouse")
    case .down: ("Dừng kho dữ liệu nhúng", "Stop the embedded warehouse")
    case .status:
      (
        "Cho biết vị trí, tình trạng và nội dung của kho dữ liệu",
        "Tell where the warehouse is, whether it runs and what it has"
      )
    case .migrate:
      (
        "Đưa lược đồ của cơ sở dữ liệu lên bản của chương trình này",
        "Bring the schema of a database to that of this program"
      )
    case .psql: ("Mở psql trên kho dữ liệu", "Open psql on the warehouse")
    case .jobs: ("Liệt kê các tác vụ nạp và lần chạy gần nhất", "List jobs and their last run")
    case .load: ("Nạp danh mục và các tác vụ trong etl/", "Load the catalog and the jobs of etl/")
    case .withdraw:
      (
        "Thu hồi những gì một tác vụ hoặc một tệp của nó đã nêu",
        "Take back what a job or one of its files said"
      )
    case .jobName: ("Tên tác vụ", "Name of the job")
    case .withdrawnFiles:
      (
        "Đường dẫn tệp như đã khai báo; không ghi: mọi tệp của tác vụ",
        "Paths as declared; none: all files of the job"
      )
    case .rebuild:
      (
        "Dựng lại mọi số liệu từ các bản lưu và khai báo hiện tại",
        "Make every fact anew from the kept files and the declarations of today"
      )
    case .check:
      (
        "Kiểm tra số liệu trong kho: giới hạn, thứ hạng, tổng, biến động, nguồn khác nhau",
        "Check what the warehouse holds: bounds, ranks, totals, jumps, sources that differ"
      )
    case .checkNames:
      (
        "Tên các phép kiểm tra, ví dụ rank_order; không ghi: tất cả",
        "Names of checks, such as rank_order; none: all"
      )
    case .checkedLoad:
      (
        "Chỉ liệt kê những gì đã phát hiện khi nạp lần này",
        "Only list what was found when this load ran"
      )
    case .loads: ("Liệt kê các lần nạp", "List loads")
    case .rejects: ("Liệt kê các dòng bị một lần nạp từ chối", "List what a load refused")
    case .places:
      (
        "Liệt kê địa phương với mã, thời gian tồn tại và đơn vị tiền thân",
        "List places with their codes, dates and predecessors"
      )
    case .indicators: ("Liệt kê chỉ số", "List indicators")
    case .editions: ("Liệt kê kỳ công bố của các bộ chỉ số", "List editions of the indices")
    case .sources: ("Liệt kê nguồn", "List sources")
    case .targets:
      (
        "Đối chiếu chỉ tiêu của kế hoạch với kết quả mới nhất",
        "Show targets of plans beside the latest results"
      )
    case .chart: ChartMessage.chart.texts
    case .report: ReportMessage.report.texts
    case .diff:
      (
        "Cho biết giữa hai ngày kho đã ghi nhận thêm, cập nhật, thu hồi những gì",
        "Tell what the warehouse learned between two days: new, revised, withdrawn"
      )
    case .fromDay:
      (
        "So với những gì đã ghi nhận đến hết ngày này",
        "Against what was known at the end of this day"
      )
    case .toDay:
      ("Đến cuối ngày này (mặc định: bây giờ)", "Up to the end of this day (default: now)")
    case .ofJobs:
      ("Chỉ các tác vụ này, cách nhau bằng dấu phẩy", "Only these jobs, parted by commas")
    case .explain:
      (
        "Vì sao điểm tổng thay đổi giữa hai năm: mỗi thành phần góp bao nhiêu",
        "Why a total changed between two years: what each part contributed"
      )
    case .twoYears:
      (
        "Hai năm, như 2018..2019 (mặc định: hai năm mới nhất có số liệu)",
        "Two years, such as 2018..2019 (default: the last two with figures)"
      )
    case .movers:
      (
        "Tăng, giảm hạng giữa hai năm, như 2015..2019",
        "Who moved between two years, such as 2015..2019"
      )
    case .counts: ("Chỉ đếm theo tác vụ", "Only count, job by job")
    case .progress:
      (
        "Cho biết chỉ tiêu của kế hoạch đã đạt đến đâu, nhanh hay chậm",
        "Show how far targets of plans are reached, and at what pace"
      )
    case .paceMethod:
      (
        "linear: tăng đều mỗi năm; cagr: tăng trưởng kép, như Eurostat theo dõi SDG",
        "linear: equal steps a year; cagr: compound growth, as Eurostat monitors the SDGs"
      )
    case .compare:
      (
        "So sánh số liệu của các địa phương",
        "Show figures of places side by side"
      )
    case .trend:
      (
        "Cho thấy số liệu qua các năm, thay đổi và chỗ gián đoạn",
        "Show figures over the years with changes and breaks"
      )
    case .rank:
      (
        "Xếp hạng các tỉnh theo một chỉ số trong một năm",
        "Rank the provinces on an indicator in a year"
      )
    case .cite: ("Cho biết nguồn gốc của một số liệu", "Show where a figure comes from")
    case .plan: ("Làm việc với kế hoạch", "Work with plans")
    case .template:
      (
        "Ghi bảng kết quả để điền, mỗi chỉ tiêu của kế hoạch một dòng; tác vụ loại reported nạp bảng đó",
        "Write a table of results to fill in, a line per target of a plan; jobs of kind reported load it"
      )
    case .read:
      (
        "Đọc chỉ tiêu và nhiệm vụ từ tệp kế hoạch, không cần cơ sở dữ liệu",
        "Read targets and tasks from the file of a plan; no database is needed"
      )
    case .list: ("Liệt kê kế hoạch", "List plans")
    case .show:
      ("Cho xem một kế hoạch: chỉ tiêu và nhiệm vụ", "Show a plan: its targets and tasks")
    case .tasks: ("Liệt kê nhiệm vụ của các kế hoạch", "List tasks of plans")
    case .search:
      (
        "Tìm từ ngữ trong các kế hoạch, không phân biệt dấu",
        "Find words in plans, with or without marks"
      )
    case .planDiff:
      (
        "So chỉ tiêu của hai kế hoạch: tăng, giảm, giữ, mới, bỏ",
        "Compare the targets of two plans: raised, lowered, kept, new, dropped"
      )
    case .review:
      (
        "Duyệt những gì đã đọc từ một kế hoạch: chấp nhận, sửa hoặc bác bỏ",
        "Go through what was read from a plan: accept, correct or reject it"
      )
    case .planFile: ("Tệp kế hoạch", "File of the plan")
    case .encoding:
      (
        "Bảng mã của tệp văn bản, theo tên của iconv (mặc định: UTF-8)",
        "Encoding of a text, as iconv names it (default: UTF-8)"
      )
    case .leadWords:
      (
        "Các từ phải có trong tên cơ quan chủ trì, không cần dấu",
        "Words that the lead agency must have, marks aside"
      )
    case .searchWords:
      (
        "Các từ phải có; \"trong ngoặc kép\" là liền nhau, -từ là không được có",
        "Words that must be there; \"in quotes\" together, -word not"
      )
    case .passages: ("Số đoạn tối đa", "How many passages at most")
    case .firstPlan: ("Kế hoạch trước", "The first plan")
    case .secondPlan: ("Kế hoạch sau", "The second plan")
    case .exportDecisions:
      (
        "Ghi mọi nội dung đã đọc vào tệp CSV để điền kết quả duyệt",
        "Write all that was read into a CSV file, to fill in decisions"
      )
    case .importDecisions:
      (
        "Nhận kết quả duyệt đã điền từ tệp CSV",
        "Take the decisions that were filled in from a CSV file"
      )
    case .reviewAll: ("Hỏi cả những gì đã duyệt", "Ask about what was decided before, too")
    case .decidedBy:
      (
        "Tên người duyệt (mặc định: USER)",
        "Name of the one who decides (default: USER)"
      )
    case .planName:
      (
        "Kế hoạch: mã như lang-son-2024 hoặc số như 249/KH-UBND",
        "Plan: an id such as lang-son-2024, or a number such as 249/KH-UBND"
      )
    case .db:
      (
        "Máy chủ PostgreSQL: URI, chuỗi libpq hoặc tên dịch vụ (mặc định: kho nhúng)",
        """
        PostgreSQL server: a URI, a libpq string or a service name (default: the embedded \
        warehouse)
        """
      )
    case .lang:
      (
        "Ngôn ngữ: vi hoặc en (mặc định: LC_ALL, LC_MESSAGES, LANG)",
        "Language: vi or en (default: LC_ALL, LC_MESSAGES, LANG)"
      )
    case .langWrong:
      (
        "ngôn ngữ '{0}' không có; có: vi, en",
        "there is no language '{0}'; there are: vi, en"
      )
    case .quiet: ("Không in tiến độ và lưu ý", "Print no progress and no remarks")
    case .format: ("Định dạng kết quả", "Form of the answer")
    case .output: ("Ghi kết quả vào tệp", "Write the answer to a file")
    case .excel: ("CSV cho Excel dùng dấu phẩy thập phân", "A csv for Excel with decimal commas")
    case .asOf:
      (
        "Số liệu kho đã ghi nhận đến hết ngày này, ví dụ 2024-04-17",
        "What the warehouse knew at the end of that day, such as 2024-04-17"
      )
    case .publishedBy:
      (
        "Số liệu đã công bố đến hết ngày này",
        "What was published by the end of that day"
      )
    case .place:
      (
        "Địa phương: mã, tên, hoặc mã ISO, cách nhau bằng dấu phẩy",
        "Places: ids, names or ISO codes, parted by commas"
      )
    case .indicator:
      (
        "Chỉ số: mã hoặc mẫu như pci.*, cách nhau bằng dấu phẩy",
        "Indicators: codes or patterns such as pci.*, parted by commas"
      )
    case .years: ("Năm: 2019, 2019..2024 hoặc 2019,2021", "Years: 2019, 2019..2024 or 2019,2021")
    case .level:
      (
        "Cấp: province, district, commune, all",
        "Administrative level: province, district, commune, all"
      )
    case .profile: ("Một địa phương trên một trang", "Show one place on one page")
    case .onePlace: ("Địa phương: mã hay tên", "The place: an id or a name")
    case .profileYear:
      (
        "Kết quả đến năm này; chỉ tiêu, nhiệm vụ của năm này",
        "Results up to it, targets and tasks of it"
      )
    case .rows:
      (
        "Ở đầu dòng: place, indicator, year, một hay nhiều",
        "At the head of rows: place, indicator, year, or several"
      )
    case .columns:
      ("Ở đầu cột; phần còn lại ở đầu dòng", "At the head of columns; the rest heads the rows")
    case .with:
      (
        "Thêm mean, median, region, best (chỉ khi đủ số liệu mọi tỉnh), percentile",
        "Add mean, median, region, best (only where all provinces are known), percentile"
      )
    case .boundaries:
      (
        "published: tỉnh như nguồn công bố; 2025: 34 tỉnh từ 1/7/2025, số cũ lấy trung bình, có ghi chú",
        "published: places as the source knew them; 2025: the 34 provinces, earlier figures as means, told"
      )
    case .acrossBreaks: ("Tính thay đổi cả qua chỗ gián đoạn", "Compute changes across breaks too")
    case .etl:
      (
        "Thư mục tác vụ nạp (mặc định: CHISO_ETL, etl/ ở đây, hoặc cạnh bản cài)",
        "Folder of jobs (default: CHISO_ETL, etl/ here, or beside the installed program)"
      )
    case .files:
      (
        "Thư mục chứa tệp mà tác vụ khai báo (mặc định: CHISO_SOURCES, hoặc thư mục tác vụ)",
        "Folder of the files that jobs declare (default: CHISO_SOURCES, or the folder of jobs)"
      )
    case .force: ("Đọc cả tệp không đổi", "Read files that have not changed, too")
    case .due:
      (
        "Chỉ chạy các tác vụ đã đến lịch; lần chạy bị lỡ được chạy bù một lần",
        "Only jobs whose schedule has come; missed runs are caught up with once"
      )
    case .noWait:
      (
        "Nếu tác vụ đang chạy ở nơi khác thì dừng với mã 75, không chờ",
        "If a job runs elsewhere, exit with 75 instead of waiting for it"
      )
    case .retries:
      (
        "Số lần thử lại khi mất kết nối hoặc vướng khóa (mặc định: 5 với --due, còn lại 0)",
        "How often to try again after a lost connection or a lock (default: 5 with --due, else 0)"
      )
    case .log:
      (
        "Dạng nhật ký trên stderr; json: mỗi sự kiện một dòng, có số lần nạp",
        "Form of the log on stderr; json: a line per event, with the number of the load"
      )
    case .schedule:
      (
        "In lịch chạy cho systemd hoặc cron",
        "Print units of systemd or lines of a crontab for the schedules of the jobs"
      )
    case .scheduler: ("Trình lập lịch: systemd hoặc cron", "Scheduler: systemd or cron")
    case .unitFolder:
      (
        "Ghi các tệp cấu hình systemd vào thư mục này",
        "Write the units of systemd into this folder, a file each"
      )
    case .dryRunLoad: ("Đọc và kiểm tra, không ghi gì", "Read and check, write nothing")
    case .jobNames: ("Tên tác vụ nạp (mặc định: tất cả)", "Names of jobs (default: all)")
    case .dryRunMigrate: ("Chỉ cho biết sẽ áp dụng gì", "Only tell what would be applied")
    case .noRoles: ("Không tạo vai trò và không cấp quyền", "Make no roles and grant no rights")
    case .coverage:
      (
        "Cho biết mỗi kỳ công bố có số liệu của bao nhiêu tỉnh",
        "Tell of how many places each edition has figures"
      )
    case .psqlRole:
      (
        "Vai trò trong kho nhúng: reader chỉ đọc mart và catalog",
        "Role in the embedded warehouse: reader reads mart and catalog only"
      )
    case .psqlArguments: ("Tham số cho psql, sau --", "Arguments for psql, after --")
    case .limit: ("Số lần nạp tối đa", "How many loads at most")
    case .loadNumber:
      (
        "Số của lần nạp (mặc định: lần gần nhất có dòng bị từ chối)",
        "Number of the load (default: the last that refused something)"
      )
    case .on: ("Chỉ địa phương tồn tại vào ngày này", "Only places that existed on that day")
    case .region: ("Chỉ các tỉnh của một vùng", "Only the provinces of a region")
    case .year:
      (
        "Năm (mặc định: năm mới nhất có số liệu)",
        "Year (default: the last one with figures)"
      )
    case .indices: ("Bộ chỉ số: par, sipas, papi, pci, dti", "Indices: par, sipas, papi, pci, dti")
    case .period:
      (
        "Kỳ của số liệu: 2024, 2024-Q1 hoặc 2024-03",
        "Period of the figure: 2024, 2024-Q1 or 2024-03"
      )
    case .export:
      (
        "Xuất số liệu đúng như từng nguồn nêu, để công cụ khác đọc hoặc nạp lại",
        "Write figures as each source tells them, for other tools or to be loaded again"
      )
    case .sourceNames: ("Mã nguồn (mặc định: tất cả)", "Ids of sources (default: all)")
    case .examples: ("Ví dụ:", "Examples:")
    }
  }

  /// A discussion that shows examples; a test runs them.
  static func discussion(_ examples: [String]) -> String {
    ([Help.examples.text] + examples.map { "  " + $0 }).joined(separator: "\n")
  }
}
