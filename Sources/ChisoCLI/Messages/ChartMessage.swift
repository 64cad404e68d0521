// What is said in pictures, and of making them.

/// A sentence of a chart, or about charts.
enum ChartMessage: String, Message {
  case chart, kind, format, width, setup, year, region
  case kindMissing, kindWithSetup, needsPlace, oneIndicator, onePlace, oneYear, yearTwice
  case noText, widthWrong, formatNeedsFile, otherFormByName, unknownEnding, tooManySeries,
    nothingToDraw
  case noComponents, noTargets, noBoundaries, tooManyColumns
  case setUpFirst, python, pythonVenv, installing, installFailed, ready, renderFailed
  case otherList, without, made, hollow, carried, medianNotKnown, atMedian, ranksMade, editions,
    sources, andOthers, asOf,
    publishedBy, targetLine
  case rankOf, ranks, bestAtTop, othersGrey, medianOf, medianOfRegion, noMedian
  case noFigure, known, darkerBetter, tilesAreRanks, provinces
  case partsOf, indicatorsOf, coloursOfRanks, barIsBreak, thinBarIsPartly, firstRank, lastRank
  case profileOf, someNotKnown, aboveMedian, belowMedian
  case targetsOf, targetsKnown, bulletMarks
  case figuresOnHover

  var texts: (vi: String, en: String) {
    switch self {
    case .chart:
      (
        "Vẽ biểu đồ: đường, thứ hạng, cột, bảng màu, hồ sơ, chỉ tiêu, bản đồ ô",
        "Draw a chart: lines, ranks, bars, heat map, profile, targets, tile map"
      )
    case .kind:
      (
        "Loại: đường, thứ hạng, cột, bảng màu, hồ sơ, chỉ tiêu, bản đồ ô",
        "Kind: lines, ranks, bars, heat map, profile, targets, tile map"
      )
    case .format:
      (
        "Dạng; mặc định theo đuôi tệp của --output, không có thì text hoặc vega-lite",
        "Form; by default as --output ends, else text or vega-lite"
      )
    case .width:
      ("Chiều rộng hình, điểm ảnh, từ 300 đến 2000", "Width of the picture in pixels, 300 to 2000")
    case .setup:
      (
        "Cài chương trình vẽ (vl-convert) vào một môi trường riêng",
        "Install what draws pictures (vl-convert) in an environment of its own"
      )
    case .year: ("Một năm, thay cho --years", "One year, instead of --years")
    case .region: ("Chỉ vẽ các tỉnh của một vùng (bar)", "Only provinces of a region (bar)")
    case .kindMissing:
      (
        "hãy nêu loại biểu đồ: {0}; ví dụ: {1}",
        "name a kind of chart: {0}; such as: {1}"
      )
    case .kindWithSetup:
      ("--setup chỉ đứng một mình", "--setup stands alone")
    case .needsPlace:
      (
        "biểu đồ {0} cần địa phương; hãy thêm --place, ví dụ --place lang-son",
        "a {0} chart needs a place; add --place, such as --place lang-son"
      )
    case .oneIndicator:
      (
        "biểu đồ {0} vẽ một chỉ số; hãy thêm --indicator, ví dụ --indicator pci",
        "a {0} chart shows one indicator; add --indicator, such as --indicator pci"
      )
    case .onePlace:
      ("biểu đồ {0} vẽ một địa phương", "a {0} chart shows one place")
    case .oneYear:
      ("biểu đồ {0} vẽ một năm; hãy dùng --year", "a {0} chart shows one year; use --year")
    case .yearTwice: ("chỉ dùng --year hoặc --years", "use --year or --years, not both")
    case .noText:
      (
        "biểu đồ {0} không vẽ được bằng ký tự; hãy dùng --output hinh.svg",
        "a {0} chart cannot be drawn with characters; use --output picture.svg"
      )
    case .widthWrong:
      ("--width {0}: phải từ 300 đến 2000", "--width {0}: has to be from 300 to 2000")
    case .formatNeedsFile:
      (
        "dạng {0} không hiện được trên màn hình; hãy nêu tệp bằng --output, ví dụ --output {1}",
        "{0} cannot be shown on a terminal; name a file with --output, such as --output {1}"
      )
    case .otherFormByName:
      (
        "tên {0} là của dạng {1}; hãy bỏ --format hoặc đổi tên",
        "the name {0} is that of {1}; leave --format out, or change the name"
      )
    case .unknownEnding:
      (
        "đuôi tệp {0} không cho biết dạng nào; hãy thêm --format: {1}",
        "the ending of {0} names no form; add --format: {1}"
      )
    case .tooManySeries:
      (
        "{0} địa phương là quá nhiều để phân biệt bằng màu; tối đa {1}",
        "{0} places are too many to tell apart by colour; at most {1}"
      )
    case .nothingToDraw:
      (
        "không có số liệu để vẽ; hãy xem chiso trend hoặc chiso rank với cùng lựa chọn",
        "there is nothing to draw; see chiso trend or chiso rank with the same selection"
      )
    case .noComponents:
      ("không có thành phần nào của {0} được biết", "no parts of {0} are known")
    case .noTargets:
      (
        "{0}: không có chỉ tiêu nào có kết quả để vẽ; xem chiso progress",
        "{0}: no target has a result to draw; see chiso progress"
      )
    case .noBoundaries:
      (
        "biểu đồ {0} chỉ có địa giới như đã công bố",
        "a {0} chart has boundaries as published only"
      )
    case .tooManyColumns:
      (
        "{0} chỉ số là quá nhiều cột; hãy nêu ít hơn {1} chỉ số",
        "{0} indicators are too many columns; name fewer than {1}"
      )
    case .setUpFirst:
      (
        "chưa có chương trình vẽ dạng {0}; hãy chạy: chiso chart --setup (dạng vega-lite và text không cần)",
        "what draws {0} is not installed; run: chiso chart --setup (vega-lite and text need nothing)"
      )
    case .python:
      (
        "không có python3; hãy cài, ví dụ: apt-get install python3-venv",
        "there is no python3; install it, such as: apt-get install python3-venv"
      )
    case .pythonVenv:
      (
        "python3 không tạo được môi trường riêng; hãy cài: apt-get install python3-venv",
        "python3 cannot make an environment; install: apt-get install python3-venv"
      )
    case .installing:
      ("đang cài vl-convert {0} vào {1}", "installing vl-convert {0} in {1}")
    case .installFailed:
      (
        "không cài được vl-convert vào {0}; lý do ở trên, thường là do mạng; hãy thử lại",
        "vl-convert could not be installed in {0}; the reason is above, mostly the network; try again"
      )
    case .ready: ("vl-convert {0} đã sẵn sàng trong {1}", "vl-convert {0} is ready in {1}")
    case .renderFailed:
      (
        "vl-convert trong {0} không vẽ được; lý do ở trên; hãy cài lại: chiso chart --setup",
        "vl-convert in {0} could not draw it; the reason is above; install it again: chiso chart --setup"
      )
    case .otherList:
      (
        "{0}: thứ hạng trong {1} địa phương; còn một bảng xếp hạng {2} địa phương không vẽ.",
        "{0}: ranks among {1} places; another list, of {2}, is not drawn."
      )
    case .without: ("Không có số liệu: {0}", "No figures: {0}")
    case .hollow:
      (
        "Điểm rỗng: giá trị do kho dữ liệu tính hoặc ước tính, không phải số công bố.",
        "Hollow points: made here or estimated, not published."
      )
    case .made:
      (
        "Có tổng do kho dữ liệu tính từ các thành phần đã công bố.",
        "Some totals are made here, of published parts."
      )
    case .carried:
      (
        "Theo 34 tỉnh, thành phố hiện nay: số liệu trước tháng 7/2025 là trung bình cộng của các tỉnh hợp thành.",
        "By the 34 provinces of today: earlier figures are plain means of the provinces that became one."
      )
    case .ranksMade:
      (
        "Có hạng do kho dữ liệu tính từ điểm của mọi địa phương.",
        "Some ranks are made here, of the values of all places."
      )
    case .editions: ("Kỳ công bố: {0}", "Editions: {0}")
    case .sources: ("Nguồn: {0}", "Sources: {0}")
    case .andOthers: ("{0} và {1} nguồn khác", "{0} and {1} more")
    case .asOf:
      ("Số liệu kho dữ liệu có đến hết ngày {0}", "What the warehouse knew at the end of {0}")
    case .publishedBy: ("Số liệu đã công bố đến hết ngày {0}", "What was published by {0}")
    case .targetLine:
      (
        "Nét đứt ngang: chỉ tiêu của kế hoạch, vẽ trong các năm của kế hoạch.",
        "Dashed level lines: targets of plans, over the years of the plan."
      )
    case .rankOf: ("hạng {0}", "rank {0}")
    case .ranks: ("thứ hạng", "ranks")
    case .bestAtTop: ("{0}; hạng 1 ở trên cùng", "{0}; rank 1 at the top")
    case .othersGrey: ("Đường xám: các địa phương khác.", "Grey lines: all other places.")
    case .medianOf: ("Trung vị cả nước: {0} (N = {1})", "National median: {0} (N = {1})")
    case .medianOfRegion: ("Trung vị vùng: {0} (N = {1})", "Median of the region: {0} (N = {1})")
    case .noMedian:
      (
        "Không có trung vị: mới biết {0}/{1} địa phương.",
        "No median: {0} of {1} places are known."
      )
    case .noFigure: ("chưa có số liệu", "no figure")
    case .known:
      ("Có số liệu của {0}/{1} địa phương.", "Figures of {0} of {1} places are known.")
    case .darkerBetter: ("Ô đậm hơn: kết quả tốt hơn.", "Darker tiles are better.")
    case .tilesAreRanks:
      ("Số trong ô là thứ hạng; ô đậm hơn: hạng cao hơn.", "Numbers are ranks; darker is better.")
    case .provinces: ("{0} tỉnh, thành phố", "{0} provinces")
    case .partsOf: ("Các chỉ số của {0} qua các năm", "Indicators of {0} over the years")
    case .indicatorsOf: ("Các chỉ số: {0}", "Indicators: {0}")
    case .coloursOfRanks:
      (
        "Màu theo thứ hạng trong tất cả địa phương; ô trắng: chưa biết hạng.",
        "Colours tell the rank among all places; white: the rank is not known."
      )
    case .barIsBreak:
      (
        "Vạch đậm bên trái ô: không so sánh được với kỳ trước.",
        "A bold bar left of a cell: does not compare with the edition before."
      )
    case .thinBarIsPartly:
      (
        "Vạch mảnh: chỉ so sánh được một phần, hoặc chưa rõ.",
        "A thin bar: compares in part, or nobody says."
      )
    case .firstRank: ("hạng đầu", "first rank")
    case .lastRank: ("hạng cuối", "last rank")
    case .profileOf:
      ("{0}: các thành phần so với cả nước", "{0}: components against the country")
    case .someNotKnown:
      (
        "Không vẽ trung vị khi chưa biết đủ mọi tỉnh.",
        "No median where not every province is known."
      )
    case .aboveMedian: ("trên trung vị", "above the median")
    case .atMedian: ("bằng trung vị", "at the median")
    case .medianNotKnown: ("chưa biết trung vị", "median not known")
    case .belowMedian: ("dưới trung vị", "below the median")
    case .targetsOf: ("{0}: chỉ tiêu và kết quả", "{0}: targets and results")
    case .targetsKnown:
      ("{0}/{1} chỉ tiêu có số liệu", "{0} of {1} targets have figures")
    case .bulletMarks:
      (
        """
        Thanh màu: kết quả mới nhất; vạch đen: chỉ tiêu; vòng tròn: kỳ gốc. Mỗi dòng có thang riêng; thứ \
        hạng vẽ theo tỷ lệ địa phương đứng sau.
        """,
        """
        Coloured bar: latest result; black bar: target; circle: base. Each row has a scale of its own; \
        ranks stand as high as the share of places behind.
        """
      )
    case .figuresOnHover:
      ("Trỏ vào hình để xem từng số liệu.", "Point at the picture to see each figure.")
    }
  }
}
