// Names and hatches of the map as large on the screen as before, however near it comes; where they no longer have room
// the lesser ones go.
(function () {
  "use strict";
  function room(map) {
    // the first of two that would stand on each other stays; the chosen one and home come first
    const names = [...map.querySelectorAll(".names text")].filter((name) => {
      name.style.display = "";
      return name.getClientRects().length;
    });
    names.sort((a, b) => b.matches(".chosen, .home-name") - a.matches(".chosen, .home-name"));
    const kept = [];
    for (const name of names) {
      const at = name.getBoundingClientRect();
      if (
        kept.some(
          (one) =>
            Math.min(one.right, at.right) - Math.max(one.left, at.left) > 1 &&
            Math.min(one.bottom, at.bottom) - Math.max(one.top, at.top) > 1,
        )
      )
        name.style.display = "none";
      else kept.push(at);
    }
  }
  window.akintNames = function (map, back) {
    // back: how much larger the window is than the one they were placed for
    const by = back.toFixed(4);
    map.style.setProperty("--back", by);
    for (const hatch of map.querySelectorAll("pattern"))
      hatch.setAttribute("patternTransform", `rotate(45) scale(${by})`);
    for (const name of map.querySelectorAll(".names text")) {
      const { x, y } = name.dataset;
      name.setAttribute("transform", `translate(${x} ${y}) scale(${by}) translate(${-x} ${-y})`);
      name.style.display = "";
    }
    if (back > 1.001) room(map); // nearer, what kept apart keeps apart
  };
})();
