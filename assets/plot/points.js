// Marks over the points of a Plotly graph: each link of ".plot-marks" lies on the point it is of.
(function () {
  "use strict";
  const LEAST = 12; // px: a point is found by a hand, however small it is drawn
  const POINTS = ".barlayer .point, .scatterlayer .points .point";

  function places(plot) {
    const found = new Map();
    for (const point of plot.querySelectorAll(POINTS)) {
      const trace = point.closest(".trace").__data__[0].trace.index; // what Plotly has tied to the element
      found.set(`${trace},${point.__data__.i}`, (point.querySelector("path") || point).getBoundingClientRect());
    }
    return found;
  }

  // where a figure can be zoomed, what lies outside its axes is not drawn
  function shown(box) {
    const area = box.closest(".explore-figure") && box.querySelector(".draglayer .nsewdrag");
    return area && area.getBoundingClientRect();
  }
  function clipped(at, area) {
    if (!at || !area) return at;
    const side = (name, most) => Math[most](at[name], area[name]);
    const left = side("left", "max"),
      right = side("right", "min"),
      top = side("top", "max"),
      bottom = side("bottom", "min");
    return right < left || bottom < top
      ? null
      : { left, right, top, bottom, width: right - left, height: bottom - top };
  }

  function lay(box, over) {
    const frame = over.getBoundingClientRect(),
      found = places(box),
      seen = shown(box);
    for (const mark of over.querySelectorAll("a[data-at]")) {
      const at = clipped(found.get(mark.getAttribute("data-at")), seen);
      mark.hidden = !at;
      if (!at) continue;
      const wide = Math.max(at.width, LEAST),
        high = Math.max(at.height, LEAST);
      mark.style.left = `${(at.left + at.right - wide) / 2 - frame.left}px`;
      mark.style.width = `${wide}px`;
      mark.style.top = `${(at.top + at.bottom - high) / 2 - frame.top}px`;
      mark.style.height = `${high}px`;
      mark.style.zIndex = wide > at.width || high > at.height ? 1 : 0;
    }
    dispatchEvent(new Event("akint-laid"));
  }

  const watched = new WeakSet();
  function watch(over) {
    if (watched.has(over)) return;
    watched.add(over);
    const box = over.parentElement;
    let due = 0;
    const soon = () => {
      if (!due) due = requestAnimationFrame(meet);
    };
    function meet() {
      due = 0;
      const plot = box.querySelector(".js-plotly-plot");
      if (!plot || !plot.on || !plot.querySelector(".main-svg")) return; // what it draws calls again
      if (!watched.has(plot)) {
        watched.add(plot);
        plot.on("plotly_afterplot", soon);
      }
      lay(box, over);
    }
    new MutationObserver(soon).observe(box, { childList: true, subtree: true });
    new ResizeObserver(soon).observe(box);
    soon();
  }

  const find = () => document.querySelectorAll(".plot-marks").forEach(watch);
  addEventListener("akint-needed", find); // whenever a graph comes
  find();
})();
