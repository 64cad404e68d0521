// What a report says, and what is said of making one.

/// A sentence of a report, or about reports.
enum ReportMessage: String, Message {
  case report, against, format, year
  case needsFile, onePlace, otherFormByName, withoutPictures, noBrowser, browserFailed,
    tooManyPlaces
  case title, subtitle, summary, contents, skip, sort, footer
  case results, components, targets, tasks, map, comparison, method, lineage
  case latest, allYears, allParts, targetsWithResult, targetsWithout, breaks, figures, sources
  case resultOf, rankOnly, changedBy, notComparable, partlyComparable, moved, heldRank
  case strongest, weakest, targetsStand, noFigures, noNewer, noTargets, noTargetsThere, tasksDue,
    noTasks, nothingKnown
  case ceased, formed, formedNote
  case coverageNote, breakNote, madeNote, boundaryNote, citationNote, paceNote
  case made, parts, line, load, no, asOf, publishedBy

  var texts: (vi: String, en: String) {
    switch self {
    case .report:
      (
        "Viết báo cáo về một địa phương thành một tệp HTML hoặc PDF",
        "Write a report of one place as one file, HTML or PDF"
      )
    case .against:
      (
        "Các địa phương để đối chiếu; có thể nêu nhiều, cách nhau bằng dấu phẩy",
        "Places to compare with; several, parted by commas"
      )
    case .format:
      (
        "html hoặc pdf; mặc định theo đuôi tệp của --output",
        "html or pdf; by default as --output ends"
      )
    case .year:
      ("Số liệu đến hết năm này; không ghi: mới nhất", "Figures up to this year; none: the latest")
    case .needsFile:
      (
        "báo cáo là một tệp; hãy nêu tên bằng --output, ví dụ --output bao-cao.html",
        "a report is a file; name it with --output, such as --output report.html"
      )
    case .onePlace:
      (
        "báo cáo viết về một địa phương; nêu các địa phương khác bằng --against",
        "a report is of one place; name others with --against"
      )
    case .otherFormByName:
      (
        "tên {0} là của dạng {1}; hãy bỏ --format hoặc đổi tên",
        "the name {0} is that of {1}; leave --format out, or change the name"
      )
    case .withoutPictures:
      (
        "báo cáo không có hình vì chưa cài chương trình vẽ; hãy chạy: chiso chart --setup",
        "the report has no pictures, since what draws them is not installed; run: chiso chart --setup"
      )
    case .noBrowser:
      (
        "cần Chromium hoặc Chrome để ghi PDF; hãy cài, ví dụ: apt-get install chromium; hoặc dùng --format html",
        "a PDF needs Chromium or Chrome; install it, such as: apt-get install chromium; or use --format html"
      )
    case .browserFailed:
      (
        "{0} không ghi được PDF; hãy dùng --format html rồi in từ trình duyệt",
        "{0} could not write the PDF; use --format html and print it from a browser"
      )
    case .tooManyPlaces:
      ("đối chiếu tối đa {0} địa phương", "at most {0} places can be compared with")
    case .title: ("{0}: chỉ tiêu và kết quả", "{0}: targets and results")
    case .subtitle:
      (
        "Báo cáo từ kho chỉ số Chiso, lập ngày {0}",
        "Report from the indicator warehouse Chiso, made on {0}"
      )
    case .summary: ("Tóm tắt", "Summary")
    case .contents: ("Nội dung", "Contents")
    case .skip: ("Đến nội dung chính", "Skip to the content")
    case .sort: ("Sắp xếp", "Sort")
    case .footer:
      (
        "Chiso {0}. Số liệu thuộc về các đơn vị công bố ghi trong phần nguồn.",
        "Chiso {0}. The figures are their publishers', named among the sources."
      )
    case .results: ("Kết quả theo bộ chỉ số", "Results by index")
    case .components: ("Các thành phần so với cả nước", "Components against the country")
    case .targets: ("Chỉ tiêu và tiến độ", "Targets and progress")
    case .tasks: ("Nhiệm vụ đến hạn", "Tasks due")
    case .map: ("Bản đồ", "Map")
    case .comparison: ("Đối chiếu với địa phương khác", "Beside other places")
    case .method: ("Cách đọc số liệu", "How to read the figures")
    case .lineage: ("Nguồn của từng số liệu", "Where each figure comes from")
    case .latest: ("Kết quả mới nhất của từng bộ chỉ số", "Latest result of each index")
    case .allYears: ("Kết quả qua các năm", "Results over the years")
    case .allParts:
      ("Thành phần, trung vị và tốt nhất của cả nước", "Components, median and best of the country")
    case .targetsWithResult: ("Chỉ tiêu có số liệu", "Targets with figures")
    case .targetsWithout:
      ("Chỉ tiêu chưa có số liệu trong kho dữ liệu", "Targets without figures in the warehouse")
    case .breaks: ("Những chỗ không so sánh được", "Where figures do not compare")
    case .figures: ("Số liệu trong báo cáo", "Figures of this report")
    case .sources: ("Tài liệu nguồn", "Sources")
    case .resultOf: ("{0} {1}: {2}{3}{4}.", "{0} {1}: {2}{3}{4}.")
    case .rankOnly: ("hạng {0}", "rank {0}")
    case .changedBy: ("; {0} so với kỳ trước", "; {0} against the edition before")
    case .notComparable:
      ("; không so sánh được với kỳ trước", "; does not compare with the edition before")
    case .partlyComparable:
      ("; chỉ so sánh được một phần với kỳ trước", "; compares in part with the edition before")
    case .moved: ("{0} bậc", "{0} places")
    case .heldRank: ("giữ hạng", "rank kept")
    case .strongest:

      (
        "Mạnh nhất so với trung vị cả nước, tính theo phần trăm của trung vị: {0}.",
        "Strongest against the national median, in percent of it: {0}."
      )
    case .weakest:

      (
        "Yếu nhất so với trung vị cả nước, tính theo phần trăm của trung vị: {0}.",
        "Weakest against the national median, in percent of it: {0}."
      )
    case .targetsStand:
      (
        "{0}/{1} chỉ tiêu của các kế hoạch có số liệu trong kho dữ liệu: {2}.",
        "{0} of {1} targets of plans have figures in the warehouse: {2}."
      )
    case .noFigures:
      (
        "Chưa có số liệu nào trong kho dữ liệu cho {0} chỉ tiêu của các kế hoạch.",
        "None of {0} targets of plans has figures in the warehouse yet."
      )
    case .noNewer: ("chưa có số liệu mới", "nothing newer known")
    case .noTargetsThere:
      (
        "Kho dữ liệu không có kế hoạch nào của địa phương này trong phạm vi đã chọn.",
        "The warehouse has no plan of this place in what was asked for."
      )
    case .noTargets:
      (
        "Kho dữ liệu chưa có kế hoạch của địa phương này.",
        "The warehouse has no plan of this place."
      )
    case .tasksDue:
      ("{0} nhiệm vụ đến hạn; sớm nhất ngày {1}.", "{0} tasks are due; the first on {1}.")
    case .noTasks:
      ("Kho dữ liệu chưa có nhiệm vụ nào đến hạn.", "The warehouse knows of no task that is due.")
    case .nothingKnown:
      ("Kho dữ liệu chưa có số liệu của {0}.", "The warehouse has no figures of {0}.")
    case .ceased:
      ("Tồn tại đến ngày {0}; nay thuộc {1}.", "Existed until {0}; now part of {1}.")
    case .formed: ("Hình thành ngày {0} từ {1}.", "Formed on {0} from {1}.")
    case .formedNote:
      (
        "Số liệu trước ngày {0} là của đơn vị cùng tên với địa giới cũ.",
        "Figures before {0} are of the unit of that name with its former territory."
      )
    case .coverageNote:
      (
        "Trung vị, hạng tính tại kho dữ liệu chỉ có khi biết số liệu của mọi địa phương trong kỳ công bố.",
        "Medians and ranks made here are given only where every place of the edition is known."
      )
    case .breakNote:
      (
        "Thay đổi so với kỳ trước để trống khi hai kỳ không so sánh được; lý do ghi trong bảng dưới đây.",
        "A change against the edition before is empty where the two do not compare; the table says why."
      )
    case .madeNote:
      (
        "Tổng và hạng do kho dữ liệu tính được ghi chú ở từng dòng.",
        "Sums and ranks made here are remarked on in each row."
      )
    case .boundaryNote:
      (
        "Mỗi địa phương được nêu theo địa giới của năm đó; từ tháng 7/2025 cả nước có 34 tỉnh, thành phố.",
        "Each place is shown as it was in that year; since July 2025 the country has 34 provinces."
      )
    case .citationNote:
      (
        "Bấm vào một con số để xem nguồn, tệp và dòng mà kho dữ liệu đã đọc.",
        "Follow a number to its source, file and line."
      )
    case .paceNote:
      (
        """
        Tiến độ tuyến tính: mức thay đổi bình quân năm thực tế chia cho mức cần thiết; từ 0,95 là đúng tiến \
        độ. Thứ hạng so theo tỷ lệ địa phương đứng sau.
        """,
        """
        Linear pace: the yearly change observed over the one required; on track from 0.95. Ranks are \
        compared by the share of places behind.
        """
      )
    case .made: ("do kho tính", "made here")
    case .parts: ("{0} thành phần: dòng {1}", "{0} parts: lines {1}")
    case .line: ("dòng {0}", "line {0}")
    case .load: ("Lần nạp", "Load")
    case .no: ("Số", "No.")
    case .asOf:
      ("Số liệu kho dữ liệu có đến hết ngày {0}.", "What the warehouse knew at the end of {0}.")
    case .publishedBy: ("Số liệu đã công bố đến hết ngày {0}.", "What was published by {0}.")
    }
  }
}
