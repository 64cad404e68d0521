// Names of columns that terminals do not show: what heads them in a workbook, and their titles in a package.

import RowRendering

/// The name of a column; the raw value is its key.
enum ColumnName: String, Message {
  case place, indicator, placeName = "place_name", indicatorName = "indicator_name", level, freq
  case period, geography, value, unit, rank, rankOf = "rank_of", group, change
  case changePct = "change_pct", rankChange = "rank_change", `break`
  case breakReason = "break_reason", derived, flags, source, rankSource = "rank_source"
  case publishedOn = "published_on", best, worst, meanChange = "mean_change"
  case valueLow = "value_low", valueHigh = "value_high", carriedFrom = "carried_from", percentile
  case statistic, places, placesOf = "places_of", job, kind, plan, subject
  case oldValue = "old_value", newValue = "new_value", oldRank = "old_rank", newRank = "new_rank"
  case oldGroup = "old_group", newGroup = "new_group", oldFlags = "old_flags"
  case newFlags = "new_flags", oldLoad = "old_load", newLoad = "new_load"
  case recordedAt = "recorded_at", recordedFrom = "recorded_from", recordedTo = "recorded_to"
  case total, part, fromPeriod = "from_period", toPeriod = "to_period", fromValue = "from_value"
  case toValue = "to_value", fromWeight = "from_weight", toWeight = "to_weight"
  case fromRank = "from_rank", toRank = "to_rank", fromRankOf = "from_rank_of"
  case toRankOf = "to_rank_of", contributionValue = "contribution_value"
  case contributionWeight = "contribution_weight", contribution, residual, worth, step
  case worthRanks = "worth_ranks", moved, percentileChange = "percentile_change", publisher
  case title, url, tier, load, file, sha256, line, sheet, cell, document, page, note, edition
  case lineFrom = "line_from", lineTo = "line_to", area, section, scope, comparator, measure
  case baselineYear = "baseline_year", periodStart = "period_start", periodEnd = "period_end"
  case repeatOf = "repeat_of", quote, confidence, origin, decision, item, objective, task
  case activity, product, lead, coordinating, due, dueFrom = "due_from", dueTo = "due_to", budget
  case harder, fromPlan = "from_plan", toPlan = "to_plan", fromComparator = "from_comparator"
  case toComparator = "to_comparator", fromValueHigh = "from_value_high"
  case toValueHigh = "to_value_high", fromGroup = "from_group", toGroup = "to_group"
  case fromPeriodEnd = "from_period_end", toPeriodEnd = "to_period_end", fromScope = "from_scope"
  case toScope = "to_scope", fromSubject = "from_subject", toSubject = "to_subject"
  case fromLine = "from_line", toLine = "to_line", index, median, gap, target
  case basePeriod = "base_period", baseValue = "base_value", latestPeriod = "latest_period"
  case latestValue = "latest_value", requiredPerYear = "required_per_year"
  case observedPerYear = "observed_per_year", pace, method, verdict, grade, order
  case targetHigh = "target_high", targetRankOf = "target_rank_of", wanted
  case baseRankOf = "base_rank_of", baseSource = "base_source", latestRankOf = "latest_rank_of"
  case latestGroup = "latest_group", latestSource = "latest_source", issuedOn = "issued_on"
  case inForceTo = "in_force_to", nextPlan = "next_plan", nextChange = "next_change"
  case ceasedOn = "ceased_on", resultPeriod = "result_period", resultValue = "result_value"
  case resultRank = "result_rank", resultRankOf = "result_rank_of"
  case resultSource = "result_source", resultDerived = "result_derived", arguments, decimals
  case field, finished, loadStatus = "load_status", max, min, nextRun = "next_run", overdue
  case overdueFrom = "overdue_from", overdueYear = "overdue_year", owner, parent, reason
  case schedule, terms, verification
  case number, issuer
  case nameEn = "name_en"
  case placesWithDerivedValue = "places_with_derived_value"
  case placesWithComputedRank = "places_with_computed_rank"

  var texts: (vi: String, en: String) {
    switch self {
    case .place: ("Địa phương", "Place")
    case .indicator: ("Chỉ số", "Indicator")
    case .placeName: ("Tên địa phương", "Place name")
    case .indicatorName: ("Tên chỉ số", "Indicator name")
    case .level: ("Cấp", "Level")
    case .freq: ("Chu kỳ", "Frequency")
    case .period: ("Kỳ", "Period")
    case .geography: ("Địa giới", "Map")
    case .value: ("Giá trị", "Value")
    case .unit: ("Đơn vị", "Unit")
    case .rank: ("Hạng", "Rank")
    case .rankOf: ("Số địa phương xếp hạng", "Ranked places")
    case .group: ("Nhóm", "Group")
    case .change: ("Thay đổi", "Change")
    case .changePct: ("Thay đổi, %", "Change, %")
    case .rankChange: ("Tăng/giảm bậc", "Moved")
    case .break: ("Gián đoạn", "Break")
    case .breakReason: ("Lý do gián đoạn", "Reason of break")
    case .derived: ("Do kho tính", "Made here")
    case .flags: ("Ký hiệu", "Marks")
    case .source: ("Nguồn", "Source")
    case .rankSource: ("Nguồn của hạng", "Source of rank")
    case .publishedOn: ("Ngày công bố", "Published on")
    case .best: ("Tốt nhất", "Best")
    case .worst: ("Kém nhất", "Worst")
    case .meanChange: ("Thay đổi bình quân năm", "Mean yearly change")
    case .valueLow: ("Cận dưới", "Least value")
    case .valueHigh: ("Cận trên", "Greatest value")
    case .carriedFrom: ("Quy đổi từ", "Carried from")
    case .percentile: ("Bách phân vị", "Percentile")
    case .statistic: ("Thống kê", "Statistic")
    case .places: ("Số địa phương có số liệu", "Places known")
    case .placesOf: ("Tổng số địa phương", "Places of all")
    case .job: ("Tác vụ nạp", "Job")
    case .kind: ("Loại", "Kind")
    case .plan: ("Kế hoạch", "Plan")
    case .subject: ("Nội dung", "Subject")
    case .oldValue: ("Giá trị cũ", "Old value")
    case .newValue: ("Giá trị mới", "New value")
    case .oldRank: ("Hạng cũ", "Old rank")
    case .newRank: ("Hạng mới", "New rank")
    case .oldGroup: ("Nhóm cũ", "Old group")
    case .newGroup: ("Nhóm mới", "New group")
    case .oldFlags: ("Ký hiệu cũ", "Old marks")
    case .newFlags: ("Ký hiệu mới", "New marks")
    case .oldLoad: ("Lần nạp cũ", "Old load")
    case .newLoad: ("Lần nạp mới", "New load")
    case .recordedAt: ("Ghi nhận lúc", "Recorded at")
    case .recordedFrom: ("Ghi nhận từ", "Known from")
    case .recordedTo: ("Ghi nhận đến", "Known to")
    case .total: ("Chỉ số tổng hợp", "Total")
    case .part: ("Chỉ số thành phần", "Part")
    case .fromPeriod: ("Kỳ trước", "From period")
    case .toPeriod: ("Kỳ sau", "To period")
    case .fromValue: ("Giá trị trước", "From value")
    case .toValue: ("Giá trị sau", "To value")
    case .fromWeight: ("Trọng số trước", "From weight")
    case .toWeight: ("Trọng số sau", "To weight")
    case .fromRank: ("Hạng trước", "From rank")
    case .toRank: ("Hạng sau", "To rank")
    case .fromRankOf: ("Số địa phương xếp hạng trước", "From ranked places")
    case .toRankOf: ("Số địa phương xếp hạng sau", "To ranked places")
    case .contributionValue: ("Đóng góp của điểm", "Contribution of the score")
    case .contributionWeight: ("Đóng góp của trọng số", "Contribution of the weight")
    case .contribution: ("Đóng góp", "Contribution")
    case .residual: ("Phần dư", "Residual")
    case .worth: ("Tăng 1 đơn vị được", "One step more")
    case .step: ("Mức tăng xét", "Step")
    case .worthRanks: ("Thêm bậc", "Places won")
    case .moved: ("Tăng/giảm bậc", "Moved")
    case .percentileChange: ("Thay đổi bách phân vị", "Change of percentile")
    case .publisher: ("Đơn vị công bố", "Publisher")
    case .title: ("Tên tài liệu", "Title")
    case .url: ("Địa chỉ", "Address")
    case .tier: ("Loại nguồn", "Tier")
    case .load: ("Lần nạp", "Load")
    case .file: ("Tệp", "File")
    case .sha256: ("SHA-256", "SHA-256")
    case .line: ("Dòng", "Line")
    case .sheet: ("Trang tính", "Sheet")
    case .cell: ("Ô", "Cell")
    case .document: ("Văn bản", "Document")
    case .page: ("Trang", "Page")
    case .note: ("Ghi chú", "Note")
    case .edition: ("Kỳ công bố", "Edition")
    case .lineFrom: ("Từ dòng", "From line")
    case .lineTo: ("Đến dòng", "To line")
    case .area: ("Lĩnh vực", "Area")
    case .section: ("Mục", "Section")
    case .scope: ("Phạm vi", "Scope")
    case .comparator: ("Phép so sánh", "Comparator")
    case .measure: ("Mức/tăng/giảm", "Measure")
    case .baselineYear: ("So với năm", "Base year")
    case .periodStart: ("Từ năm", "From year")
    case .periodEnd: ("Đến năm", "To year")
    case .repeatOf: ("Nhắc lại", "Repeats")
    case .quote: ("Nguyên văn", "Quote")
    case .confidence: ("Độ tin cậy", "Sure")
    case .origin: ("Nguồn gốc", "Origin")
    case .decision: ("Kết quả duyệt", "Decision")
    case .item: ("TT", "No.")
    case .objective: ("Mục tiêu", "Objective")
    case .task: ("Nhiệm vụ", "Task")
    case .activity: ("Hoạt động", "Activity")
    case .product: ("Sản phẩm", "Product")
    case .lead: ("Chủ trì", "Lead")
    case .coordinating: ("Phối hợp", "Coordinating")
    case .due: ("Thời hạn", "Due")
    case .dueFrom: ("Bắt đầu", "Due from")
    case .dueTo: ("Hạn cuối", "Due to")
    case .budget: ("Kinh phí", "Budget")
    case .harder: ("Khó hơn", "Harder")
    case .fromPlan: ("Kế hoạch trước", "From plan")
    case .toPlan: ("Kế hoạch sau", "To plan")
    case .fromComparator: ("Phép so sánh trước", "From comparator")
    case .toComparator: ("Phép so sánh sau", "To comparator")
    case .fromValueHigh: ("Cận trên trước", "From upper value")
    case .toValueHigh: ("Cận trên sau", "To upper value")
    case .fromGroup: ("Nhóm trước", "From group")
    case .toGroup: ("Nhóm sau", "To group")
    case .fromPeriodEnd: ("Đến năm, trước", "From: to year")
    case .toPeriodEnd: ("Đến năm, sau", "To: to year")
    case .fromScope: ("Phạm vi trước", "From scope")
    case .toScope: ("Phạm vi sau", "To scope")
    case .fromSubject: ("Nội dung trước", "From subject")
    case .toSubject: ("Nội dung sau", "To subject")
    case .fromLine: ("Dòng trước", "From: line")
    case .toLine: ("Dòng sau", "To: line")
    case .index: ("Bộ chỉ số", "Index")
    case .median: ("Trung vị", "Median")
    case .gap: ("Chênh lệch", "Gap")
    case .target: ("Chỉ tiêu", "Target")
    case .basePeriod: ("Kỳ gốc", "Base period")
    case .baseValue: ("Giá trị gốc", "Base value")
    case .latestPeriod: ("Kỳ mới nhất", "Latest period")
    case .latestValue: ("Giá trị mới nhất", "Latest value")
    case .requiredPerYear: ("Cần mỗi năm", "Needed a year")
    case .observedPerYear: ("Thực tế mỗi năm", "Gained a year")
    case .pace: ("Tiến độ", "Pace")
    case .method: ("Phương pháp", "Method")
    case .verdict: ("Đánh giá", "Verdict")
    case .grade: ("Xếp loại", "Grade")
    case .order: ("Thứ tự", "Order")
    case .targetHigh: ("Cận trên chỉ tiêu", "Upper target")
    case .targetRankOf: ("Số địa phương xếp hạng của chỉ tiêu", "Ranked places of the target")
    case .wanted: ("Mức cần đạt", "Wanted")
    case .baseRankOf: ("Số địa phương xếp hạng kỳ gốc", "Ranked places, base")
    case .baseSource: ("Nguồn kỳ gốc", "Source of base")
    case .latestRankOf: ("Số địa phương xếp hạng mới nhất", "Ranked places, latest")
    case .latestGroup: ("Nhóm mới nhất", "Latest group")
    case .latestSource: ("Nguồn mới nhất", "Source of latest")
    case .issuedOn: ("Ngày ban hành", "Issued on")
    case .inForceTo: ("Hiệu lực đến", "In force to")
    case .nextPlan: ("Kế hoạch tiếp theo", "Next plan")
    case .nextChange: ("Thay đổi tiếp theo", "Next change")
    case .ceasedOn: ("Địa phương tồn tại đến", "Place ceased on")
    case .resultPeriod: ("Kỳ kết quả", "Result period")
    case .resultValue: ("Kết quả", "Result")
    case .resultRank: ("Hạng kết quả", "Result rank")
    case .resultRankOf: ("Số địa phương xếp hạng của kết quả", "Ranked places of the result")
    case .resultSource: ("Nguồn kết quả", "Source of result")
    case .resultDerived: ("Kết quả do kho tính", "Result made here")
    case .arguments: ("Chi tiết", "Details")
    case .decimals: ("Số chữ số thập phân", "Decimals")
    case .field: ("Trường", "Field")
    case .finished: ("Kết thúc", "Finished")
    case .loadStatus: ("Trạng thái lần nạp", "Status of the load")
    case .max: ("Lớn nhất", "Max")
    case .min: ("Nhỏ nhất", "Min")
    case .nextRun: ("Lần tới", "Next run")
    case .overdue: ("Quá hạn", "Overdue")
    case .overdueFrom: ("Quá hạn từ", "Overdue from")
    case .overdueYear: ("Năm quá hạn", "Overdue year")
    case .owner: ("Cơ quan phụ trách", "Owner")
    case .parent: ("Thuộc chỉ số", "Parent")
    case .reason: ("Lý do", "Reason")
    case .schedule: ("Lịch chạy", "Schedule")
    case .terms: ("Điều kiện sử dụng", "Terms")
    case .placesWithDerivedValue: ("Giá trị do kho tính", "Values made here")
    case .placesWithComputedRank: ("Hạng do kho tính", "Ranks made here")
    case .number: ("Số, ký hiệu", "Number")
    case .issuer: ("Cơ quan ban hành", "Issuer")
    case .nameEn: ("Tên tiếng Anh", "English")
    case .verification: ("Kiểm chứng", "Verification")
    }
  }

  /// What heads a column for people who see its values by their codes.
  static func heading(of column: Column) -> String {
    column.heading == column.key || column.machineOnly
      ? ColumnName(rawValue: column.key)?.text ?? column.heading : column.heading
  }
}
