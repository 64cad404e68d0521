// Draws the picture in the shape that fits the screen, and again when that changes.
(function () {
  "use strict";
  var shape = "";
  function draw() {
    var wide = JSON.parse(document.getElementById("wide").textContent);
    var next = window.innerWidth < 560 ? "narrow" : "wide";
    if (next === shape) { return; }
    shape = next;
    var specification = next === "wide" ? wide : JSON.parse(document.getElementById("narrow").textContent);
    window.vegaEmbed("#picture", specification, { actions: false, renderer: "svg" })
      .catch(function (error) { console.error(error); });
  }
  window.addEventListener("resize", draw);
  draw();
})();
