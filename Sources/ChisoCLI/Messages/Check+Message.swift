// What checks find, as people read it.

import Warehouse

/// The numbers are the arguments of a finding.
extension Check: Message {
  var texts: (vi: String, en: String) {
    switch self {
    case .orphan:
      (
        "{0} tham chiếu số {1} hoặc {2}, không có trong danh mục",
        "{0} refers to number {1} or {2}, which the catalog does not have"
      )
    case .valueBounds:
      (
        "{0} nằm ngoài giới hạn của {1} ({2} đến {3})",
        "{0} is out of the bounds of {1} ({2} to {3})"
      )
    case .rankBounds: ("hạng {0} lớn hơn {1}", "rank {0} is beyond {1}")
    case .rankExcess:
      (
        "hạng {0} nhưng có {1} địa phương đứng trước",
        "rank {0}, but {1} places stand before it"
      )
    case .rankHole:
      (
        """
        hạng {0} nhưng chỉ có {1} địa phương đứng trước; nếu nguồn chỉ nêu một phần, ghi vào \
        catalog/allowances.csv
        """,
        """
        rank {0}, but only {1} places stand before it; if the source gives a part only, say so in \
        catalog/allowances.csv
        """
      )
    case .placesMissing:
      (
        """
        có {0} trong {1} địa phương; thiếu chẳng hạn {2}; nếu nguồn chỉ nêu một phần, ghi vào \
        catalog/allowances.csv
        """,
        """
        {0} of {1} places; missing are for instance {2}; if the source gives a part only, say so in \
        catalog/allowances.csv
        """
      )
    case .rankOrder:
      (
        "hạng {0} với giá trị {1}, tốt hơn {2} của một hạng cao hơn",
        "rank {0} with value {1}, which is better than {2} of a better rank"
      )
    case .totalDiffers:
      (
        "tổng {0} nhưng {2} thành phần cộng lại được {1}",
        "total {0}, but its {2} parts add up to {1}"
      )
    case .jump:
      (
        "{0} sau {1} ở kỳ {2}, trong khi mức thay đổi trung vị là {3}",
        "{0} after {1} in {2}, while the change in the middle is {3}"
      )
    case .sourcesDiffer: ("{0}, trong khi {1} nêu {2}", "{0}, while {1} says {2}")
    case .editionIncomplete:
      (
        "{0} được ghi là đầy đủ nhưng chỉ có {1} trong {2} địa phương",
        "{0} is declared complete, but {1} of {2} places are here"
      )
    }
  }
}
