// How Vietnamese may spell a syllable: an onset and a rhyme. General knowledge of the language, no list of
// words.

/// Syllables without their marks.
enum Syllable {
  /// Whether letters without marks could be a syllable: "nghiep" could, "ndm" could not.
  static func isPossible(_ skeleton: String) -> Bool {
    let bytes = Array(skeleton.utf8)
    guard (1...7).contains(bytes.count) else { return false }
    for length in 0...min(3, bytes.count - 1) {
      let onset = String(decoding: bytes[..<length], as: UTF8.self)
      let rhyme = String(decoding: bytes[length...], as: UTF8.self)
      if onsets.contains(onset) && rhymes.contains(rhyme) { return true }
    }
    return false
  }

  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
    "ph", "q", "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rhymes: Set<String> = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ic ich iec iem ien \
    ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oap oat oay oc oe oen oeo \
    oet oi om on ong ooc oong op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom \
    uon uong uop uot uou up ut uu uy uya uych uyen uyet uyn uynh uyt uyu y yem yen yet yeu uai uach \
    uanh uac uen uinh uit uay ung
    """.split(separator: " ").map(String.init))
}
