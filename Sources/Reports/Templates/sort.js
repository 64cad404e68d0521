// Sorts a table by the column whose heading is pressed: up, then down.
(function () {
  "use strict";
  function key(row, column) {
    var cell = row.cells[column];
    var order = cell.getAttribute("data-order");
    return order === null ? cell.textContent.trim() : Number(order);
  }
  // What is not known stands last, whichever way is sorted.
  function isMissing(value) { return value === "–" || value === ""; }
  function compare(a, b, isDown) {
    if (isMissing(a) || isMissing(b)) { return Number(isMissing(a)) - Number(isMissing(b)); }
    var order = typeof a === "number" && typeof b === "number"
      ? a - b : String(a).localeCompare(String(b), document.documentElement.lang, { numeric: true });
    return isDown ? -order : order;
  }
  document.querySelectorAll("table").forEach(function (table) {
    var heads = table.tHead.rows[0].cells;
    Array.prototype.forEach.call(heads, function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-label", document.body.getAttribute("data-sort") + ": " + head.textContent);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var isDown = head.getAttribute("aria-sort") === "ascending";
        Array.prototype.forEach.call(heads, function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
        var body = table.tBodies[0];
        Array.prototype.map.call(body.rows, function (row, index) {
          return { row: row, index: index, key: key(row, column) };
        }).sort(function (a, b) {
          return compare(a.key, b.key, isDown) || a.index - b.index;
        }).forEach(function (entry) { body.appendChild(entry.row); });
      });
    });
  });
})();
