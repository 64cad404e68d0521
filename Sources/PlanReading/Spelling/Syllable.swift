// How Vietnamese may spell a syllable: an onset and a rhyme. General knowledge of the language, no list of
// words.

/// Syllables, marks aside.
enum Syllable {
  /// Whether Vietnamese could spell a word so: "nghiệp" and "nghiep" it could, "ndm" it could not.
  static func isPossible(_ word: some StringProtocol) -> Bool {
    Letters.skeleton(of: word).map(isPossible(skeleton:)) ?? false
  }

  /// Whether letters without marks could be a syllable.
  static func isPossible(skeleton: String) -> Bool { all.contains(skeleton) }

  private static let all: Set<String> = {
    var all: Set<String> = ["gi"]
    for onset in onsets { for rhyme in rhymes { all.insert(onset + rhyme) } }
    for rhyme in rhymesAfterQu { all.insert("qu" + rhyme) }
    return all
  }()

  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
    "ph", "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rhymes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien \
    ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen \
    oeo oet oi om on ong op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon \
    uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yet yeu
    """.split(separator: " ").map(String.init))

  private static let rhymesAfterQu = Set(
    "a ac ach ai an ang anh ao at au ay e en eo et eu i ich in inh it o oc oi on y yen yet ynh yt"
      .split(separator: " ").map(String.init))
}
