// The provinces that plans are written for, with their ids in the catalog and their years.

/// A province by name.
struct Province: Sendable, Equatable {
  /// Id in the catalog.
  let id: String
  let name: String
  /// The seat, which the letterhead is dated from.
  let seat: String
  /// Years of the plans that it can issue.
  let years: ClosedRange<Int>

  static let all: [Province] = [
    Province(id: "cao-bang", name: "Cao Bằng", seat: "Cao Bằng", years: 2021...2029),
    Province(id: "dien-bien", name: "Điện Biên", seat: "Điện Biên", years: 2021...2029),
    Province(id: "lai-chau", name: "Lai Châu", seat: "Lai Châu", years: 2021...2029),
    Province(id: "son-la", name: "Sơn La", seat: "Sơn La", years: 2021...2029),
    Province(id: "quang-ninh", name: "Quảng Ninh", seat: "Quảng Ninh", years: 2021...2029),
    Province(id: "thanh-hoa", name: "Thanh Hóa", seat: "Thanh Hóa", years: 2021...2029),
    Province(id: "nghe-an", name: "Nghệ An", seat: "Nghệ An", years: 2021...2029),
    Province(id: "yen-bai", name: "Yên Bái", seat: "Yên Bái", years: 2021...2025),
    Province(id: "bac-giang", name: "Bắc Giang", seat: "Bắc Giang", years: 2021...2025),
    Province(id: "nam-dinh", name: "Nam Định", seat: "Nam Định", years: 2021...2025),
    Province(id: "quang-nam", name: "Quảng Nam", seat: "Quảng Nam", years: 2021...2025),
    Province(id: "binh-dinh", name: "Bình Định", seat: "Bình Định", years: 2021...2025),
    Province(id: "kon-tum", name: "Kon Tum", seat: "Kon Tum", years: 2021...2025),
    Province(id: "tien-giang", name: "Tiền Giang", seat: "Tiền Giang", years: 2021...2025),
    Province(id: "ben-tre", name: "Bến Tre", seat: "Bến Tre", years: 2021...2025),
    Province(id: "lao-cai-2025", name: "Lào Cai", seat: "Lào Cai", years: 2026...2029),
    Province(id: "gia-lai-2025", name: "Gia Lai", seat: "Gia Lai", years: 2026...2029),
    Province(id: "vinh-long-2025", name: "Vĩnh Long", seat: "Vĩnh Long", years: 2026...2029),
    Province(id: "dong-thap-2025", name: "Đồng Tháp", seat: "Đồng Tháp", years: 2026...2029),
  ]
}
