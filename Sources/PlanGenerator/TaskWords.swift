// The words that tasks are made of, by area: activities, their objects and what they serve.

import IndicatorModel

/// Words for the tasks of an area.
struct TaskWords: Sendable {
  let heading: String
  let verbs: [String]
  let objects: [String]
  let purposes: [String]
  let products: [String]
  let lead: [String]

  /// A task in words: the numbers choose.
  func task(_ random: inout SplitMix64) -> String {
    let verb = random.choose(verbs) ?? ""
    let object = random.choose(objects) ?? ""
    let purpose = random.choose(purposes) ?? ""
    return random.chance(60) ? "\(verb) \(object) \(purpose)" : "\(verb) \(object)"
  }

  static func of(_ area: Area) -> TaskWords {
    switch area {
    case .institutions: institutions
    case .procedures: procedures
    case .organisation: organisation
    case .civilService: civilService
    case .finance: finance
    case .digital: digital
    case .steering, .index: steering
    }
  }

  private static let steering = TaskWords(
    heading: "Công tác chỉ đạo, điều hành cải cách hành chính",
    verbs: ["Tăng cường", "Đổi mới", "Duy trì", "Thực hiện nền nếp", "Nâng chất lượng"],
    objects: [
      "việc đôn đốc cơ quan, đơn vị chậm tiến độ", "hoạt động của Ban Chỉ đạo cải cách hành chính",
      "công tác tuyên truyền trên báo, đài và mạng xã hội",
      "hội nghị giao ban chuyên đề cải cách hành chính",
      "việc phân tích các tiêu chí bị trừ điểm", "việc nhân rộng cách làm hay ở cơ sở",
    ],
    purposes: [
      "để người đứng đầu nắm chắc tiến độ", "gắn với trách nhiệm của từng cơ quan",
      "nhằm tạo chuyển biến thực chất", "và công khai kết quả cho người dân biết",
    ],
    products: ["Kế hoạch", "Báo cáo", "Văn bản chỉ đạo", "Kết luận kiểm tra"],
    lead: ["Sở Nội vụ", "Văn phòng UBND tỉnh"])

  private static let institutions = TaskWords(
    heading: "Cải cách thể chế",
    verbs: ["Rà soát", "Hoàn thiện", "Nâng chất lượng", "Đẩy mạnh", "Kiểm tra"],
    objects: [
      "văn bản do HĐND, UBND tỉnh ban hành", "quy trình lấy ý kiến đối tượng chịu tác động",
      "công tác thẩm định dự thảo văn bản", "việc phổ biến pháp luật tới cơ sở",
      "danh mục văn bản hết hiệu lực", "chính sách hỗ trợ doanh nghiệp nhỏ và vừa",
    ],
    purposes: [
      "bảo đảm thống nhất với văn bản cấp trên", "để kịp thời tháo gỡ vướng mắc",
      "phù hợp điều kiện của địa phương", "theo chương trình công tác đã duyệt",
    ],
    products: ["Nghị quyết", "Quyết định", "Báo cáo rà soát", "Danh mục văn bản"],
    lead: ["Sở Tư pháp", "Văn phòng UBND tỉnh"])

  private static let procedures = TaskWords(
    heading: "Cải cách thủ tục hành chính",
    verbs: ["Rà soát", "Chuẩn hóa", "Công khai", "Kiện toàn", "Giám sát"],
    objects: [
      "quy trình nội bộ giải quyết từng thủ tục", "Bộ phận Một cửa các cấp",
      "việc tiếp nhận hồ sơ không phụ thuộc địa giới hành chính",
      "danh mục thủ tục liên thông giữa các ngành", "việc giải quyết hồ sơ đất đai, xây dựng",
      "kết quả trả lời phản ánh, kiến nghị",
    ],
    purposes: [
      "để người dân giảm số lần đi lại", "theo hướng đơn giản, dễ thực hiện",
      "và xử lý nghiêm hành vi gây phiền hà", "bảo đảm đúng hẹn với tổ chức, cá nhân",
    ],
    products: ["Quyết định công bố", "Quy trình nội bộ", "Báo cáo", "Phương án đơn giản hóa"],
    lead: ["Văn phòng UBND tỉnh", "Trung tâm Phục vụ hành chính công"])

  private static let organisation = TaskWords(
    heading: "Cải cách tổ chức bộ máy hành chính",
    verbs: ["Sắp xếp", "Quy định lại", "Phân cấp", "Kiểm tra", "Hoàn thiện"],
    objects: [
      "chức năng, nhiệm vụ của phòng chuyên môn", "các ban quản lý dự án",
      "thẩm quyền giữa tỉnh và cơ sở", "quy chế làm việc của cơ quan",
      "trung tâm, trạm trực thuộc ngành nông nghiệp",
      "việc quản lý và sử dụng số lượng người làm việc",
    ],
    purposes: [
      "theo hướng tinh gọn, rõ việc", "để khắc phục chồng chéo",
      "gắn với cơ cấu lại đội ngũ", "bảo đảm hoạt động liên tục",
    ],
    products: ["Đề án", "Quyết định", "Quy chế", "Báo cáo kiểm tra"],
    lead: ["Sở Nội vụ", "Các sở, ngành"])

  private static let civilService = TaskWords(
    heading: "Cải cách chế độ công vụ",
    verbs: ["Đổi mới", "Siết chặt", "Tổ chức", "Thực hiện", "Nâng chất lượng"],
    objects: [
      "việc tuyển dụng công chức theo vị trí việc làm", "kỷ luật, kỷ cương nơi công sở",
      "các lớp bồi dưỡng kỹ năng giao tiếp", "việc đánh giá công chức theo sản phẩm công việc",
      "chính sách thu hút người có tài năng", "việc luân chuyển cán bộ về cơ sở",
    ],
    purposes: [
      "bảo đảm công khai, khách quan", "để xây dựng đội ngũ chuyên nghiệp",
      "gắn với kết quả phục vụ nhân dân", "theo quy hoạch đã được phê duyệt",
    ],
    products: ["Kế hoạch", "Lớp bồi dưỡng", "Quyết định", "Báo cáo đánh giá"],
    lead: ["Sở Nội vụ", "Trường Chính trị tỉnh"])

  private static let finance = TaskWords(
    heading: "Cải cách tài chính công",
    verbs: ["Giao", "Rà soát", "Đẩy nhanh", "Công khai", "Hướng dẫn"],
    objects: [
      "quyền tự chủ cho đơn vị sự nghiệp", "định mức, giá dịch vụ sự nghiệp công",
      "tiến độ giải ngân nguồn vốn đầu tư", "việc quản lý, sử dụng tài sản công",
      "quy chế chi tiêu nội bộ", "phương án xử lý trụ sở dôi dư",
    ],
    purposes: [
      "để sử dụng ngân sách hiệu quả hơn", "theo lộ trình tính đủ chi phí",
      "và chống lãng phí", "gắn với trách nhiệm giải trình",
    ],
    products: ["Quyết định", "Phương án", "Báo cáo", "Văn bản hướng dẫn"],
    lead: ["Sở Tài chính"])

  private static let digital = TaskWords(
    heading: "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
    verbs: ["Phát triển", "Nâng cấp", "Kết nối", "Bảo đảm", "Vận hành"],
    objects: [
      "nền tảng chia sẻ dữ liệu của tỉnh", "hệ thống thông tin giải quyết thủ tục hành chính",
      "an toàn thông tin cho các hệ thống dùng chung", "kho dữ liệu điện tử của tổ chức, cá nhân",
      "tổ công nghệ số cộng đồng", "phòng họp không giấy tờ",
    ],
    purposes: [
      "phục vụ chỉ đạo, điều hành trên dữ liệu thật", "để người dân dễ tiếp cận dịch vụ",
      "đồng bộ với hệ thống của Trung ương", "theo kiến trúc chính quyền số",
    ],
    products: ["Hệ thống được nâng cấp", "Kế hoạch", "Báo cáo", "Cơ sở dữ liệu"],
    lead: ["Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông"])
}
