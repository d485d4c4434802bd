// The map: one stop for the keyboard with arrows within it, and a click on any region. No framework.
(function () {
  "use strict";

  const map = (node) => node.closest && node.closest("svg.map");
  const stops = (svg) => [...svg.querySelectorAll("a[data-x]")];

  // one stop: the chosen region, else the first; made anew whenever the drawing is
  function ready(svg) {
    if (svg.akintReady) return;
    svg.akintReady = true;
    const all = stops(svg),
      first = all.find((a) => a.hasAttribute("aria-current")) || all[0];
    if (first && !all.some((a) => a.getAttribute("tabindex") === "0")) first.setAttribute("tabindex", "0");
  }
  window.akint.came(() => window.akint.each("svg.map", ready));

  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const at = (a) => [Number(a.dataset.x), Number(a.dataset.y)];

  // the nearest region in the direction of the arrow; sideways counts double
  function next(svg, from, way) {
    const [x, y] = at(from);
    let best = null,
      least = Infinity;
    for (const a of stops(svg)) {
      if (a === from) continue;
      const [dx, dy] = [at(a)[0] - x, at(a)[1] - y];
      const along = dx * way[0] + dy * way[1],
        across = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (along <= 0 || across > 2.5 * along) continue;
      const far = along + 2 * across;
      if (far < least) {
        least = far;
        best = a;
      }
    }
    return best;
  }

  function move(svg, to) {
    stops(svg).forEach((a) => a.setAttribute("tabindex", a === to ? "0" : "-1"));
    to.focus({ preventScroll: true });
  }

  addEventListener("keydown", (event) => {
    const svg = map(event.target);
    if (!svg || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = stops(svg),
      from = event.target.closest("a[data-x]");
    if (!from) return;
    const to =
      event.key === "Home"
        ? all[0]
        : event.key === "End"
          ? all[all.length - 1]
          : WAYS[event.key] && next(svg, from, WAYS[event.key]);
    if (to) {
      event.preventDefault();
      move(svg, to);
    } else if (WAYS[event.key]) event.preventDefault();
    if (event.key === " ") {
      event.preventDefault();
      open(svg, from.getAttribute("href"));
    }
  });

  function open(svg, href) {
    const link = document.createElement("a");
    link.href = href;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
  }

  // where the sheet does not stand beside the map, opening a region leads to it
  let opening = null;
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a[data-region], svg.map");
      const sheet = link && document.getElementById("region-ark");
      if (sheet) opening = { shown: sheet.dataset.for || "", until: Date.now() + 5000 };
    },
    true,
  );
  window.akint.came(() => {
    const sheet = document.getElementById("region-ark");
    if (!opening || !sheet || !sheet.dataset.for || sheet.dataset.for === opening.shown) return;
    const late = Date.now() > opening.until,
      place = sheet.getBoundingClientRect();
    opening = null;
    if (!late && (place.top > innerHeight - 80 || place.bottom < 80)) sheet.scrollIntoView({ block: "start" });
  });

  // regions that are no links, and names: the same address with another code
  addEventListener("click", (event) => {
    const svg = map(event.target);
    if (!svg || event.button || event.defaultPrevented || event.target.closest("a")) return;
    const named = event.target.closest("[data-at], [data-region]");
    if (named) open(svg, svg.dataset.href.replace("{region}", named.dataset.at || named.dataset.region));
  });
})();
