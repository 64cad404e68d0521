// Headings of tables and the words that stand in their cells.

/// A heading or a word of a table.
enum Heading: String, Message {
  case place, name, kind, region, gso, iso, validFrom, validTo, predecessors, successors, note
  case indicator, unit, direction, area, level, period, year, geography, value, rank, group
  case change, changePercent, rankChange, remarks, source, publisher, title, tier, url, readOn
  case edition, publishedOn, covered, complete, comparable, method
  case withValue, withRank, tiers, index
  case plan, subject, target, due, result, resultYear, section, lines
  case job, file, load, started, status, read, loaded, revised, unchanged, withdrawn, rejected
  case line, problem, last, files, from, to
  case yes, no, none
  case nextRun, newestEdition, dueNow
  case took, loadTook
  case severity, check
  case number, targets, tasks, unlinked, decided, words, task, lead, product, item
  case passage, confidence, document, unsure, otherStatements
  case issuer, issuedOn, quality
  case base, latest, required, observed, pace, verdict, before, after, percentile
  case weight, contribution, residual, worth, worthRanks
  case mean, median, best, percentileRank
  case targetsWithResults, latestResults, strongest, weakest, tasksDue, sources, gap
  case licence, howMany
  case comparator, valueHigh, measure, baselineYear, periodStart, periodEnd

  var texts: (vi: String, en: String) {
    switch self {
    case .targetsWithResults:
      ("Chỉ tiêu đã có kết quả ({0}/{1})", "Targets with results ({0} of {1})")
    case .latestResults: ("Kết quả mới nhất", "Latest results")
    case .strongest: ("Mạnh nhất so với trung vị cả nước", "Strongest against the national median")
    case .weakest: ("Yếu nhất so với trung vị cả nước", "Weakest against the national median")
    case .tasksDue: ("Nhiệm vụ đến hạn", "Tasks due")
    case .sources: ("Nguồn", "Sources")
    case .licence: ("Giấy phép", "Licence")
    case .gap: ("Chênh lệch", "Gap")
    case .percentileRank: ("Bách phân vị", "Percentile")
    case .mean: ("Trung bình", "Mean")
    case .median: ("Trung vị", "Median")
    case .best: ("Tốt nhất", "Best")
    case .comparator: ("Phép so sánh", "Comparator")
    case .valueHigh: ("Cận trên", "Upper value")
    case .measure: ("Mức/tăng/giảm", "Measure")
    case .baselineYear: ("So với năm", "Base year")
    case .periodStart: ("Từ năm", "From year")
    case .periodEnd: ("Đến năm", "To year")
    case .base: ("Kỳ gốc", "Base")
    case .latest: ("Mới nhất", "Latest")
    case .required: ("Cần/năm", "Needed/year")
    case .observed: ("Thực tế/năm", "Gained/year")
    case .pace: ("Tiến độ", "Pace")
    case .before: ("Trước", "Before")
    case .weight: ("Trọng số", "Weight")
    case .contribution: ("Đóng góp", "Contribution")
    case .residual: ("Phần dư", "Residual")
    case .worth: ("Tăng 1 đơn vị", "One step more")
    case .worthRanks: ("Thêm bậc", "Places")
    case .percentile: ("Bách phân vị, điểm %", "Percentile, pp")
    case .after: ("Sau", "After")
    case .verdict: ("Đánh giá", "Verdict")
    case .number: ("Số, ký hiệu", "Number")
    case .howMany: ("Số lượng", "Number")
    case .targets: ("Chỉ tiêu", "Targets")
    case .tasks: ("Nhiệm vụ", "Tasks")
    case .unlinked: ("Chưa gắn chỉ số", "Unlinked")
    case .decided: ("Đã duyệt", "Reviewed")
    case .words: ("Nguyên văn", "Words")
    case .task: ("Nhiệm vụ", "Task")
    case .lead: ("Chủ trì", "Lead")
    case .product: ("Sản phẩm", "Product")
    case .item: ("TT", "No.")
    case .passage: ("Đoạn", "Passage")
    case .confidence: ("Độ tin cậy", "Sure")
    case .document: ("Văn bản", "Document")
    case .unsure: ("Chưa chắc chắn", "Not sure")
    case .otherStatements: ("Dẫn chiếu và thời hạn", "References and deadlines")
    case .issuer: ("Cơ quan ban hành", "Issuer")
    case .issuedOn: ("Ngày ban hành", "Issued")
    case .quality: ("Chất lượng văn bản", "Quality of the text")
    case .severity: ("Mức", "Severity")
    case .check: ("Kiểm tra", "Check")
    case .place: ("Địa phương", "Place")
    case .name: ("Tên", "Name")
    case .kind: ("Loại", "Kind")
    case .region: ("Vùng", "Region")
    case .gso: ("Mã ĐVHC", "GSO")
    case .iso: ("ISO", "ISO")
    case .validFrom: ("Từ ngày", "From")
    case .validTo: ("Đến ngày", "To")
    case .predecessors: ("Hình thành từ", "Formed from")
    case .successors: ("Trở thành", "Became")
    case .note: ("Ghi chú", "Note")
    case .indicator: ("Chỉ số", "Indicator")
    case .unit: ("Đơn vị", "Unit")
    case .direction: ("Tốt khi", "Better")
    case .area: ("Lĩnh vực", "Area")
    case .level: ("Cấp", "Level")
    case .period: ("Kỳ", "Period")
    case .year: ("Năm", "Year")
    case .geography: ("Địa giới", "Map")
    case .value: ("Giá trị", "Value")
    case .rank: ("Hạng", "Rank")
    case .group: ("Nhóm", "Group")
    case .change: ("Thay đổi", "Change")
    case .changePercent: ("%", "%")
    case .rankChange: ("Tăng/giảm bậc", "Moved")
    case .remarks: ("Lưu ý", "Remarks")
    case .source: ("Nguồn", "Source")
    case .publisher: ("Đơn vị công bố", "Publisher")
    case .title: ("Tên tài liệu", "Title")
    case .tier: ("Loại nguồn", "Tier")
    case .url: ("Địa chỉ", "Address")
    case .readOn: ("Ngày truy cập", "Read on")
    case .edition: ("Kỳ công bố", "Edition")
    case .publishedOn: ("Công bố", "Published")
    case .covered: ("Số địa phương", "Places")
    case .complete: ("Đầy đủ", "Complete")
    case .comparable: ("So sánh được", "Comparable")
    case .method: ("Phương pháp", "Method")
    case .withValue: ("Có điểm", "With value")
    case .withRank: ("Có hạng", "With rank")
    case .tiers: ("Loại nguồn", "Tiers")
    case .index: ("Bộ chỉ số", "Index")
    case .plan: ("Kế hoạch", "Plan")
    case .subject: ("Nội dung", "Subject")
    case .target: ("Chỉ tiêu", "Target")
    case .due: ("Thời hạn", "By")
    case .result: ("Kết quả", "Result")
    case .resultYear: ("Năm kết quả", "In")
    case .section: ("Mục", "Section")
    case .lines: ("Dòng", "Lines")
    case .job: ("Tác vụ nạp", "Job")
    case .file: ("Tệp", "File")
    case .load: ("Lần nạp", "Load")
    case .started: ("Bắt đầu", "Started")
    case .status: ("Trạng thái", "Status")
    case .read: ("Đã đọc", "Read")
    case .loaded: ("Mới", "New")
    case .revised: ("Cập nhật", "Revised")
    case .unchanged: ("Không đổi", "Unchanged")
    case .withdrawn: ("Thu hồi", "Withdrawn")
    case .rejected: ("Bị từ chối", "Rejected")
    case .line: ("Dòng", "Line")
    case .problem: ("Lỗi", "Problem")
    case .last: ("Lần gần nhất", "Last run")
    case .files: ("Số tệp", "Files")
    case .from: ("Ghi nhận từ", "Known from")
    case .to: ("Ghi nhận đến", "Known to")
    case .nextRun: ("Lần tới", "Next run")
    case .newestEdition: ("Kỳ mới nhất", "Newest edition")
    case .dueNow: ("đã đến lịch", "due now")
    case .took: ("Thời lượng", "Took")
    case .loadTook: ("Thời lượng cả lần", "Load took")
    case .yes: ("có", "yes")
    case .no: ("không", "no")
    case .none: ("không có bản nào", "none")
    }
  }
}

/// A word of the domain as people read it; the raw value is the code.
enum Word: String, Message {
  case percent, points, ratio, rank, count, people, days, gbps, boolean
  case higher_is_better, lower_is_better, not_applicable
  case steering, institutions, procedures, organisation, civil_service, finance, digital, index
  case province, district, commune, all, municipality, region, country
  case yes, partly, no, unknown
  case level, increase, decrease
  case committed, skipped, refused, withdrawn, failed, running, done
  case method, boundary, derived, computed
  case par, sipas, papi, pci, dti
  case plans, figures, reported, targets, documents
  case raised, lowered, kept, changed, new, revised, dropped, figure, harder, easier
  case target, reference, deadline, decision, carried, read, accept, correct, reject
  case notLinked, lowConfidence
  case warning, error
  case met, on_track, off_track, moving_away, missed, no_data, moderate, insufficient

  var texts: (vi: String, en: String) {
    switch self {
    case .met: ("đạt", "met")
    case .on_track: ("đúng tiến độ", "on track")
    case .off_track: ("chậm tiến độ", "off track")
    case .moving_away: ("xa dần chỉ tiêu", "moving away")
    case .missed: ("không đạt", "missed")
    case .no_data: ("chưa có số liệu", "no data")
    case .moderate: ("tiến độ trung bình", "moderate")
    case .insufficient: ("tiến độ chưa đủ", "insufficient")
    case .documents: ("văn bản kế hoạch", "plan documents")
    case .raised: ("tăng", "raised")
    case .lowered: ("giảm", "lowered")
    case .kept: ("giữ", "kept")
    case .changed: ("đổi", "changed")
    case .new: ("mới", "new")
    case .revised: ("cập nhật", "revised")
    case .figure: ("số liệu", "figure")
    case .dropped: ("bỏ", "dropped")
    case .harder: ("khó hơn", "harder")
    case .easier: ("dễ hơn", "easier")
    case .target: ("chỉ tiêu", "target")
    case .reference: ("dẫn chiếu", "reference")
    case .deadline: ("thời hạn", "deadline")
    case .decision: ("người duyệt", "decision")
    case .carried: ("bảng có sẵn", "carried")
    case .read: ("máy đọc", "read")
    case .accept: ("chấp nhận", "accepted")
    case .correct: ("đã sửa", "corrected")
    case .reject: ("bác bỏ", "rejected")
    case .notLinked: ("chưa gắn chỉ số", "no indicator")
    case .lowConfidence: ("độ tin cậy thấp", "low confidence")
    case .warning: ("cảnh báo", "warning")
    case .error: ("lỗi", "error")
    case .percent: ("%", "%")
    case .points: ("điểm", "points")
    case .ratio: ("tỷ lệ 0-1", "ratio 0-1")
    case .rank: ("hạng", "rank")
    case .count: ("số lượng", "count")
    case .people: ("người", "people")
    case .days: ("ngày", "days")
    case .gbps: ("Gb/s", "Gb/s")
    case .boolean: ("có/không", "yes/no")
    case .higher_is_better: ("cao hơn", "higher")
    case .lower_is_better: ("thấp hơn", "lower")
    case .not_applicable: ("–", "–")
    case .steering: ("chỉ đạo, điều hành", "steering")
    case .institutions: ("thể chế", "institutions")
    case .procedures: ("thủ tục hành chính", "procedures")
    case .organisation: ("tổ chức bộ máy", "organisation")
    case .civil_service: ("chế độ công vụ", "civil service")
    case .finance: ("tài chính công", "public finance")
    case .digital: ("chính quyền số", "digital government")
    case .index: ("bộ chỉ số", "indices")
    case .province: ("tỉnh", "province")
    case .district: ("huyện", "district")
    case .commune: ("xã", "commune")
    case .all: ("các cấp", "all levels")
    case .municipality: ("thành phố trực thuộc trung ương", "municipality")
    case .region: ("vùng", "region")
    case .country: ("cả nước", "country")
    case .yes: ("có", "yes")
    case .partly: ("một phần", "partly")
    case .no: ("không", "no")
    case .unknown: ("chưa rõ", "unknown")
    case .level: ("mức", "level")
    case .increase: ("tăng", "up")
    case .decrease: ("giảm", "down")
    case .committed: ("đã nạp", "committed")
    case .skipped: ("bỏ qua", "skipped")
    case .refused: ("bị từ chối", "refused")
    case .withdrawn: ("đã thu hồi", "withdrawn")
    case .failed: ("thất bại", "failed")
    case .running: ("đang chạy", "running")
    case .done: ("hoàn thành", "done")
    case .method: ("thay đổi phương pháp", "new method")
    case .boundary: ("sắp xếp, điều chỉnh ĐVHC", "boundary change")
    case .derived: ("tổng do kho tính", "sum made here")
    case .computed: ("hạng do kho tính", "rank made here")
    case .plans: ("kế hoạch", "plans")
    case .figures: ("số liệu", "figures")
    case .reported: ("kết quả tự báo cáo", "own results")
    case .targets: ("chỉ tiêu", "targets")
    case .par: ("PAR INDEX", "PAR INDEX")
    case .sipas: ("SIPAS", "SIPAS")
    case .papi: ("PAPI", "PAPI")
    case .pci: ("PCI", "PCI")
    case .dti: ("DTI", "DTI")
    }
  }

  /// The word for a code; the code itself where there is none.
  static func of(_ code: String?) -> String? {
    code.map { Word(rawValue: $0)?.text ?? $0 }
  }
}

/// What an SDMX OBS_STATUS letter says of a figure, for a table; A says nothing.
enum FlagRemark: String, Message {
  case B, E, P, M

  var texts: (vi: String, en: String) {
    switch self {
    case .B: ("gián đoạn theo nguồn", "break, says the source")
    case .E: ("ước tính", "estimated")
    case .P: ("sơ bộ", "provisional")
    case .M: ("thiếu số liệu", "missing")
    }
  }
}

/// Remarks on a break, for a table; the raw value is a part of `break`.
enum BreakRemark: String, Message {
  case method, partly, unknown, boundary

  var texts: (vi: String, en: String) {
    switch self {
    case .method:
      (
        "đổi phương pháp, không so sánh được với kỳ trước",
        "new method, does not compare with the edition before"
      )
    case .partly:
      ("chỉ so sánh được một phần với kỳ trước", "compares in part with the edition before")
    case .unknown:
      (
        "chưa rõ có so sánh được với kỳ trước hay không",
        "not known whether it compares with the edition before"
      )
    case .boundary: ("sắp xếp, điều chỉnh ĐVHC hoặc đổi tên", "boundary or name changed")
    }
  }
}
