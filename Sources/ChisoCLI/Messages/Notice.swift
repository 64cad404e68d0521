// Sentences on stderr that are no errors: progress, remarks beside an answer, what a command did.

/// A remark or a step that is told.
enum Notice: String, Message {
  case starting, started, alreadyRunning, stopped, notRunning, migrated, migratedNothing
  case migrationPending, migrationNonePending, migratedWithoutRoles, creating
  case loadingJob, loadedFile, skippedFile, withdrawnFile, loadDone, dryRunFile, dryRunDone
  case waitingForLoad, retrying, nothingDueUntil, nothingScheduled, failureCommandFailed, overdue
  case unitWritten, failureCommandUnknown
  case progressRows, progressBytes, progressRate, progressRest, progressMerging
  case checked, checkedCut, checkWarnings, takingBack, rebuilding
  case takenBackFile, staysTakenBackFile, withdrawDone, rebuildDone
  case moreProblems, rejectsHint, loadingCatalog, loadedCatalog, nothingRefused
  case noRows, nothingLoaded, noCommonYear, columnsDropped, undatedLeftOut, rankCoverage, rankBy
  case nothingLearned, movedOverBreak, explainedOverBreak, partsUnknown
  case trendSummary
  case placeCeased, baseAfterBreak, notLinkedLeftOut, undatedPlansLeftOut
  case statusEmbedded, statusServer, statusRunning, statusNotRunning, statusSchema, statusFolder
  case statusSocket, statusBytes, statusLoads, statusSchemaMissing, statusNotMade
  case statusLastLoad, statusLoadRuns, statusCounts, rejectsKept
  case citeHolds, citeBefore, citeOthers, citeParts, citeNothing, citeLevels
  case citeLabelValue, citeLabelRank, citeLabelGroup, citeLabelSource, citeLabelURL
  case citeLabelFile, citeLabelLoad, citeLabelKnown, citeLabelPublished, citeLabelNote
  case templateUnlinked, templateShared, templateRanks
  case recognising, nothingFound, searchCut, diffUnlinked, badText
  case reviewNone, reviewCounts, reviewWritten
  case reviewUndecided, reviewKeys, carried, carriedIncomplete, holdsMean, meansToday
  case summaryIncomplete
  case reviewPrompt, reviewField, reviewReason, reviewBad, reviewIntro, reviewWrong, reviewExported
  case citeTier, citeLine, citeSuperseded, citeSheet, citeCell, citePage, citeLabelDocument

  var texts: (vi: String, en: String) {
    switch self {
    case .recognising:
      (
        "nhận dạng trang {0} ({1}/{2})",
        "recognising page {0} ({1} of {2})"
      )
    case .nothingFound: ("không tìm thấy", "nothing was found")
    case .searchCut:
      (
        "chỉ hiện {0} đoạn đầu; xem thêm bằng --limit",
        "only the first {0} passages are shown; see more with --limit"
      )
    case .diffUnlinked:
      (
        "không so được vì chưa gắn chỉ số: {0} của {1}, {2} của {3}",
        "not compared, for want of an indicator: {0} of {1}, {2} of {3}"
      )
    case .badText:
      (
        "chất lượng văn bản thấp ({0}): hãy đối chiếu với bản gốc",
        "the text is bad (quality {0}): compare it with the original"
      )
    case .reviewNone: ("không còn gì để duyệt", "there is nothing left to review")
    case .reviewCounts:
      (
        "chấp nhận: {0}, sửa: {1}, bác bỏ: {2}",
        "accepted: {0}, corrected: {1}, rejected: {2}"
      )
    case .reviewWritten: ("kết quả duyệt lưu tại {0}", "the decisions stand in {0}")
    case .reviewExported:
      (
        "đã ghi {0} dòng vào {1}; điền cột decision (accept, correct, reject) rồi nhận lại bằng --import",
        "wrote {0} rows to {1}; fill in the column decision (accept, correct, reject) and take it back with --import"
      )
    case .reviewIntro:
      (
        "{0}: {1} nội dung cần duyệt",
        "{0}: {1} statements to review"
      )
    case .reviewPrompt:
      (
        "a chấp nhận, c sửa, r bác bỏ, s bỏ qua, q dừng",
        "a accept, c correct, r reject, s skip, q quit"
      )
    case .reviewField:
      ("{0} ({1}) [{2}]", "{0} ({1}) [{2}]")
    case .reviewKeys: ("Enter giữ nguyên, - để trống, q dừng", "Enter keeps, - empties, q quits")
    case .carried: ("trung bình {0} tỉnh cũ, {1}–{2}", "mean of {0} former provinces, {1}–{2}")
    case .carriedIncomplete:
      ("thiếu số liệu của một trong {0} tỉnh cũ", "one of {0} former provinces has no figure")
    case .holdsMean: ("có trung bình {0} tỉnh cũ", "holds the mean of {0} former provinces")
    case .summaryIncomplete: ("có số liệu {0}/{1} tỉnh", "{0} of {1} places known")
    case .meansToday: ("{0} nay là {1}", "{0} is {1} today")
    case .reviewUndecided:
      (
        "{0} chưa có dòng nào được duyệt: điền accept, correct hoặc reject vào cột decision",
        "no row of {0} is decided: write accept, correct or reject into its column decision"
      )
    case .reviewReason: ("lý do", "reason")
    case .reviewBad: ("hãy gõ a, c, r, s hoặc q", "type a, c, r, s or q")
    case .reviewWrong: ("không nhận '{0}' cho {1}", "'{0}' cannot be {1}")
    case .creating: ("tạo kho dữ liệu tại {0}", "making a warehouse in {0}")
    case .starting: ("khởi động PostgreSQL trong {0}", "starting PostgreSQL in {0}")
    case .started: ("kho dữ liệu đã chạy: {0}", "the warehouse is up: {0}")
    case .alreadyRunning: ("kho dữ liệu đang chạy: {0}", "the warehouse is running: {0}")
    case .stopped: ("kho dữ liệu đã dừng", "the warehouse is down")
    case .notRunning: ("kho dữ liệu không chạy", "the warehouse was not running")
    case .migrated: ("đã áp dụng {0}", "applied {0}")
    case .migratedNothing:
      (
        "lược đồ đã ở bản mới nhất ({0} bước)",
        "the schema is up to date ({0} migrations)"
      )
    case .migrationPending: ("sẽ áp dụng {0}", "would apply {0}")
    case .migrationNonePending: ("không có bước nào phải áp dụng", "nothing to apply")
    case .migratedWithoutRoles:
      (
        """
        chưa tạo vai trò chiso_owner, chiso_loader, chiso_reader: quyền không được cấp; mọi lệnh \
        chạy với quyền của người kết nối
        """,
        """
        the roles chiso_owner, chiso_loader and chiso_reader were not made: no rights are \
        granted, every command has those of its user
        """
      )
    case .loadingJob: ("nạp {0}, số tệp: {1}", "loading {0}, files: {1}")
    case .loadedFile:
      (
        "  {0}: {1} mới, {2} cập nhật, {3} không đổi, {4} bị thu hồi",
        "  {0}: {1} new, {2} revised, {3} unchanged, {4} withdrawn"
      )
    case .loadingCatalog: ("nạp danh mục ({0} bảng)", "loading the catalog ({0} tables)")
    case .loadedCatalog:
      ("  danh mục đã khớp với các tệp", "  the catalog says what its files say")
    case .nothingRefused: ("không có gì bị từ chối", "nothing was refused")
    case .skippedFile: ("  {0}: không đổi, bỏ qua", "  {0}: unchanged, skipped")
    case .withdrawnFile:
      (
        "  {0}: không còn khai báo, {1} số liệu bị thu hồi",
        "  {0}: no longer declared, {1} figures withdrawn"
      )
    case .loadDone:
      (
        "số tệp đã nạp: {0}, bỏ qua: {1}, bị từ chối: {2}",
        "files loaded: {0}, skipped: {1}, refused: {2}"
      )
    case .dryRunFile: ("  {0}: đọc được {1} dòng", "  {0}: {1} rows read")
    case .dryRunDone:
      (
        "số tệp đã đọc thử: {0}, có lỗi: {1}; không ghi gì",
        "files read: {0}, with errors: {1}; nothing was written"
      )
    case .waitingForLoad:
      (
        "tác vụ nạp {0} đang chạy ở nơi khác; chờ đến lượt",
        "another load of {0} is running; waiting for it"
      )
    case .checkedCut:
      (
        "mỗi phép kiểm tra chỉ hiện {0} dòng đầu",
        "only the first {0} of each check are shown"
      )
    case .takingBack: ("thu hồi {0}, số tệp: {1}", "taking back {0}, files: {1}")
    case .rebuilding: ("dựng lại {0}, số tệp: {1}", "rebuilding {0}, files: {1}")
    case .takenBackFile:
      ("  {0}: {1} số liệu bị thu hồi", "  {0}: {1} figures taken back")
    case .staysTakenBackFile:
      (
        "  {0}: đã thu hồi; chỉ nạp lại khi tệp thay đổi hoặc có --force",
        "  {0}: taken back; loaded again when it changes, or with --force"
      )
    case .withdrawDone: ("số tệp đã thu hồi: {0}", "files taken back: {0}")
    case .rebuildDone:
      (
        "số tệp đã dựng lại: {0}, không dựng được: {1}; số liệu khác trước: {2}",
        "files rebuilt: {0}, not: {1}; figures that were otherwise before: {2}"
      )
    case .checked: ("lỗi: {0}, cảnh báo: {1}", "errors: {0}, warnings: {1}")
    case .checkWarnings:
      (
        "  {0}: số cảnh báo khi kiểm tra: {1}; xem bằng: chiso check --load {2}",
        "  {0}: warnings of checks: {1}; see them with: chiso check --load {2}"
      )
    case .retrying: ("{0}; thử lại sau {1} giây", "{0}; trying again in {1} seconds")
    case .nothingDueUntil:
      (
        "chưa có tác vụ nào đến lịch; lần tới: {0}",
        "nothing is due; the next run: {0}"
      )
    case .nothingScheduled:
      (
        "không có tác vụ nào có lịch chạy; thêm khóa schedule vào tệp của tác vụ",
        "no job has a schedule; add the key schedule to its file"
      )
    case .failureCommandFailed:
      (
        "lệnh on_failure của {0} không chạy được hoặc quá giờ: {1}",
        "the command on_failure of {0} failed or took too long: {1}"
      )
    case .failureCommandUnknown:
      (
        "không rõ on_failure của {0}: không đọc được khai báo của tác vụ; không chạy lệnh nào",
        "on_failure of {0} is not known, as its declaration cannot be read; nothing was run"
      )
    case .progressRows: ("{0} dòng", "{0} rows")
    case .progressBytes: ("{0}/{1} MB", "{0}/{1} MB")
    case .progressRate: ("{0} dòng/giây", "{0} rows/s")
    case .progressRest: ("còn {0}", "{0} left")
    case .progressMerging: ("đang ghép vào kho", "merging")
    case .overdue: ("quá hạn: {0} (từ {1})", "overdue: {0} (from {1})")
    case .unitWritten: ("đã ghi {0}", "wrote {0}")
    case .moreProblems: ("... và {0} lỗi nữa trong {1}", "... and {0} more in {1}")
    case .rejectsHint: ("xem lại bằng: chiso rejects", "see them again with: chiso rejects")
    case .noRows: ("không có số liệu cho lựa chọn này", "no figures for this selection")
    case .nothingLoaded:
      (
        "kho chưa có dữ liệu; hãy chạy: chiso load",
        "nothing is loaded yet; run: chiso load"
      )
    case .noCommonYear:
      (
        "không có năm nào mọi địa phương đều có số liệu: {0}",
        "no year in which every place is known: {0}"
      )
    case .columnsDropped:
      ("màn hình hẹp, đã bỏ các cột: {0}", "narrow terminal, columns left out: {0}")
    case .undatedLeftOut:
      (
        "số liệu không rõ ngày công bố, đã loại ra: {0}",
        "figures without a date of publication, left out: {0}"
      )
    case .rankBy: ("hạng theo {0}", "rank by {0}")
    case .movedOverBreak:
      (
        "giữa hai năm có đổi phương pháp, hạng không so được; dùng --across-breaks nếu vẫn muốn so",
        "a new method lies between the years, ranks do not compare; use --across-breaks to do so"
      )
    case .trendSummary:
      (
        "{0}: {1}  tốt nhất {2}, kém nhất {3}, bình quân {4} mỗi năm từ {5}",
        "{0}: {1}  best {2}, worst {3}, {4} a year on average since {5}"
      )
    case .explainedOverBreak:
      (
        "giữa hai năm có đổi phương pháp ({0}); dùng --across-breaks nếu vẫn muốn tách",
        "a new method lies between the years ({0}); use --across-breaks to split the change anyway"
      )
    case .partsUnknown:
      ("không đủ số liệu của hai năm: {0}", "not known in both years: {0}")
    case .nothingLearned:
      ("không có gì thay đổi giữa hai ngày", "nothing was learned between the two days")
    case .placeCeased: ("địa phương tồn tại đến {0}", "the place existed until {0}")
    case .baseAfterBreak:
      ("gốc là kỳ đầu sau khi đổi phương pháp", "base is the first after a new method")
    case .undatedPlansLeftOut:
      (
        "chỉ tiêu của kế hoạch không rõ ngày ban hành, đã loại ra: {0}",
        "targets of plans without a date of issue, left out: {0}"
      )
    case .notLinkedLeftOut:
      (
        "chỉ tiêu chưa gắn chỉ số, đã loại ra: {0}; xem bằng: chiso targets",
        "targets without an indicator, left out: {0}; see them with: chiso targets"
      )
    case .rankCoverage: ("{0}: có {1} trên {2} tỉnh", "{0}: {1} of {2} places known")
    case .statusEmbedded: ("kho dữ liệu nhúng tại {0}", "embedded warehouse in {0}")
    case .statusServer: ("máy chủ PostgreSQL được chỉ định", "PostgreSQL server as given")
    case .statusRunning:
      (
        "đang chạy, PostgreSQL {0}, tiến trình {1}",
        "running, PostgreSQL {0}, process {1}"
      )
    case .statusNotRunning: ("không chạy; khởi động: chiso up", "not running; start it: chiso up")
    case .statusNotMade:
      (
        "chưa tạo; tạo và khởi động: chiso up",
        "not made yet; make and start it: chiso up"
      )
    case .statusSchema: ("lược đồ {0}", "schema {0}")
    case .statusSchemaMissing:
      (
        "chưa có lược đồ; hãy chạy: chiso migrate",
        "no schema yet; run: chiso migrate"
      )
    case .statusFolder: ("dữ liệu tại {0}", "data in {0}")
    case .statusSocket: ("điểm kết nối tại {0}", "socket in {0}")
    case .statusBytes: ("{0} MB trên đĩa", "{0} MB on disk")
    case .statusLoads:
      ("{0} tác vụ nạp đã chạy, lần gần nhất {1}", "{0} jobs have run, the last at {1}")
    case .statusLastLoad:
      (
        "lần nạp gần nhất: {0} {1}, {2}, từ {3} đến {4}, mất {5}",
        "last load: {0} {1}, {2}, from {3} to {4}, took {5}"
      )
    case .statusLoadRuns:
      (
        "lần nạp gần nhất: {0} {1}, {2}, từ {3}",
        "last load: {0} {1}, {2}, since {3}"
      )
    case .statusCounts:
      (
        "  số tệp: {0}; {1} mới, {2} cập nhật, {3} không đổi, {4} bị thu hồi, {5} bị từ chối",
        "  files: {0}; {1} new, {2} revised, {3} unchanged, {4} withdrawn, {5} rejected"
      )
    case .rejectsKept:
      (
        "số dòng bị từ chối ở lần nạp {0}: {1}, đã lưu: {2}",
        "rows refused by load {0}: {1}, kept: {2}"
      )
    case .citeHolds: ("{0}, {1}, {2}", "{0}, {1}, {2}")
    case .citeBefore: ("Số liệu kho đã ghi nhận trước đó", "What the warehouse knew before")
    case .citeOthers: ("Số liệu của nguồn khác", "What other sources say")
    case .citeParts:
      ("Tổng do kho tính từ {0} thành phần", "A sum made by the warehouse from {0} parts")
    case .citeLevels:
      (
        "có số liệu về {0}, {1}, {2} ở cấp khác; dùng --level: {3}",
        "{0}, {1}, {2} is known at another level; use --level: {3}"
      )
    case .citeNothing:
      (
        "chưa có số liệu nào về {0}, {1}, {2}",
        "nothing is known of {0}, {1}, {2}"
      )
    case .citeLabelValue: ("giá trị", "value")
    case .citeLabelRank: ("hạng", "rank")
    case .citeLabelGroup: ("nhóm", "group")
    case .citeLabelSource: ("nguồn", "source")
    case .citeLabelURL: ("địa chỉ", "address")
    case .citeLabelFile: ("tệp", "file")
    case .citeLabelLoad: ("lần nạp", "load")
    case .citeLabelKnown: ("ghi nhận từ", "known from")
    case .citeLabelPublished: ("công bố", "published")
    case .citeLabelNote: ("ghi chú", "note")
    case .templateUnlinked:
      (
        "chỉ tiêu chưa gắn với chỉ số nên không có dòng: {0}",
        "targets that are not linked to an indicator, left out: {0}"
      )
    case .templateShared:
      (
        "chỉ tiêu cùng chỉ số, cấp và kỳ với một chỉ tiêu khác, dùng chung dòng: {0}",
        "targets of one indicator, level and period with another, which share its line: {0}"
      )
    case .templateRanks:
      (
        "chỉ tiêu về thứ hạng: {0}; cột '{1}' nhận điểm số, thứ hạng ghi vào cột '{2}' thêm ở cuối",
        "targets that are ranks: {0}; '{1}' takes the score, a rank goes into a column '{2}' at the end"
      )
    case .citeTier: ("nguồn loại {0}", "tier {0}")
    case .citeLine: ("dòng {0}", "line {0}")
    case .citeSheet: ("trang tính '{0}'", "sheet '{0}'")
    case .citeCell: ("ô {0}", "cell {0}")
    case .citePage: ("trang {0}", "page {0}")
    case .citeLabelDocument: ("văn bản", "document")
    case .citeSuperseded: ("đến {0}", "until {0}")
    }
  }
}
