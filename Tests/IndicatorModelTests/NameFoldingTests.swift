// Keys of names: spellings that are one name have one key, and names keep their own letters.

import IndicatorModel
import Testing

@Suite struct NameFoldingTests {
  @Test(arguments: [
    ("Lạng Sơn", "langson"), ("LẠNG SƠN", "langson"), ("La\u{323}ng So\u{31B}n", "langson"),
    ("lang son", "langson"), ("LangSon", "langson"), ("Lang\u{A0}Son", "langson"),
    ("La\u{200B}ng Son\u{FEFF}", "langson"), ("La\u{AD}ng Son", "langson"),
    ("Hoà Bình", "hoabinh"), ("Hòa Bình", "hoabinh"), ("Hoa\u{300} Bi\u{300}nh", "hoabinh"),
    ("Đắk Lắk", "daklak"), ("đăk lăk", "daklak"), ("Ðắk Nông", "daknong"),
    ("Bà Rịa - Vũng Tàu", "bariavungtau"), ("Tỉnh BÀ RỊA–VŨNG TÀU", "bariavungtau"),
    ("Bà Rịa − Vũng Tàu", "bariavungtau"), ("Thừa Thiên-Huế", "thuathienhue"),
  ])
  func spellingsOfANameFoldAlike(text: String, key: String) {
    #expect(NameFolding.key(text) == key)
  }

  @Test(arguments: [
    ("Tỉnh Lạng Sơn", "langson"), ("tinh lang son", "langson"), ("T. Lạng Sơn", "langson"),
    ("T.Lạng Sơn", "langson"), ("Thành phố Hồ Chí Minh", "hochiminh"),
    ("Thanh pho Ho Chi Minh", "hochiminh"), ("THÀNH PHỐ\nHỒ CHÍ MINH", "hochiminh"),
    ("TP. Hồ Chí Minh", "hochiminh"), ("Tp Hồ Chí Minh", "hochiminh"),
    ("T.P Hồ Chí Minh", "hochiminh"), ("T.P. Hồ Chí Minh", "hochiminh"), ("TP.HCM", "hcm"),
    ("TP HCM", "hcm"), ("Ho Chi Minh City", "hochiminh"), ("Lang Son Province", "langson"),
    ("Tỉnh Thanh Hóa", "thanhhoa"), ("thành phố Huế", "hue"),
  ])
  func titlesAreDropped(text: String, key: String) {
    #expect(NameFolding.key(text) == key)
  }

  @Test(arguments: [
    ("TPHCM", "tphcm"), ("Tinhgia", "tinhgia"), ("Thanh Hoá", "thanhhoa"), ("Tỉnh", "tinh"),
    ("Thành phố", "thanhpho"), ("Province", "province"), ("TP", "tp"), ("T.P", "tp"),
    ("T.T.Huế", "tthue"), ("TT. Huế", "tthue"), ("TT-Huế", "tthue"), ("T T H", "tth"),
    ("Thanhpho Hue", "thanhphohue"), ("Citytown", "citytown"), ("Phú Thọ", "phutho"),
    ("VN-09", "vn09"), ("", ""), (" – ", ""), ("北", "北"), ("Ω1", "ω1"),
  ])
  func namesKeepTheirOwnLetters(text: String, key: String) {
    #expect(NameFolding.key(text) == key)
  }

  @Test func everyVietnameseLetterHasABase() {
    let letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    for letter in letters {
      let key = NameFolding.key(String(letter))
      #expect(key.utf8.count == 1)
      #expect(NameFolding.key(letter.uppercased()) == key)
    }
  }

  @Test func unmarkedTextKeepsItsPunctuation() {
    #expect(NameFolding.unmarked("Tỉ lệ hồ sơ: ĐÚNG hạn, 95%") == "ti le ho so: dung han, 95%")
  }
}
