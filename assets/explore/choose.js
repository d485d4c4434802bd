// The figure of Explore: a drawn box or single marks choose numbers, zoom and pan move what is drawn. The address has the choice.
(function () {
  "use strict";
  const FIGURE = ".explore-figure", MARK = "a.tells, a[data-punkt]", PARTS = ["punkt", "mot-punkt"], MOST = 1900, LEAST = 6;
  const figureOf = (node) => node && node.closest && node.closest(FIGURE);
  let mode = ""; // what a drag does: velg, zoom, flytt, or scroll the page

  // -- the numbers chosen: values of a dimension with ~, dimensions with a comma, groups with ; and each point as a key

  const asked = () => new URL(location.href).searchParams;
  function expand(said) {
    const found = new Set();
    for (const group of (said || "").split(";").filter(Boolean)) {
      const [first, then] = group.split(",").map((part) => part.split("~"));
      for (const one of first) for (const two of then || [null]) found.add(two === null ? one : `${one},${two}`);
    }
    return found;
  }
  function written(points) { // those of one first value are one group, and first values with the same others too
    const others = new Map();
    for (const point of points) {
      const [first, then] = point.split(",");
      if (!others.has(first)) others.set(first, []);
      if (then !== undefined) others.get(first).push(then);
    }
    const groups = new Map();
    for (const [first, thens] of others) {
      for (const [whole, some] of [[true, thens.filter((one) => one === "alle")], [false, thens.filter((one) => one !== "alle")]]) {
        if (!some.length && (whole || thens.length)) continue;
        const key = `${first === "alle" ? "alle" : ""}|${some.slice().sort().join("~")}`;
        if (!groups.has(key)) groups.set(key, { firsts: [], thens: some });
        groups.get(key).firsts.push(first);
      }
    }
    return [...groups.values()].map((one) => one.firsts.join("~") + (one.thens.length ? "," + one.thens.join("~") : "")).join(";");
  }
  function pointsOf(mark) {
    const query = new URL(mark.getAttribute("href"), location.href).searchParams;
    return PARTS.filter((part) => query.get(part)).map((part) => [part, query.get(part)]);
  }
  const chosen = () => Object.fromEntries(PARTS.map((part) => [part, expand(asked().get(part))]));

  function choose(now) {
    const url = new URL(location.href), said = PARTS.map((part) => written(now[part]));
    const bar = document.querySelector(".explore-tools"), told = document.querySelector(".explore-chosen");
    if (said.some((one) => one.length > MOST)) { if (told && bar) told.textContent = bar.dataset.many; return; }
    PARTS.forEach((part, at) => (said[at] ? url.searchParams.set(part, said[at]) : url.searchParams.delete(part)));
    url.searchParams.delete("blad"); url.searchParams.delete("sorter");
    go(url.pathname + url.search);
  }
  function go(address) { // as a link of the page would
    const link = document.createElement("a");
    link.href = address; link.hidden = true;
    document.querySelector("main").append(link);
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
    link.remove();
  }
  function toggle(mark) {
    const now = chosen(), points = pointsOf(mark);
    const had = points.every(([part, point]) => now[part].has(point));
    for (const [part, point] of points) had ? now[part].delete(point) : now[part].add(point);
    choose(now);
  }

  // -- by key and by click: Space or Shift and a click take one more number, here and in the table

  const markIn = (event) => { const mark = event.target.closest && event.target.closest(MARK); return mark && mark.closest("[data-explore]") ? mark : null; };
  addEventListener("keydown", (event) => {
    const mark = event.key === " " && !event.ctrlKey && !event.metaKey && !event.altKey && markIn(event);
    if (!mark) return;
    event.preventDefault();
    toggle(mark);
  });
  addEventListener("click", (event) => {
    const mark = event.shiftKey && !event.ctrlKey && !event.metaKey && markIn(event);
    if (!mark) return;
    event.preventDefault(); event.stopImmediatePropagation();
    toggle(mark);
  }, true);

  // -- by a box: the marks that it touches; a tap takes one more

  let drag = null;
  const rect = (one, two) => ({ left: Math.min(one.x, two.x), right: Math.max(one.x, two.x), top: Math.min(one.y, two.y), bottom: Math.max(one.y, two.y) });
  const touches = (a, b) => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
  const shownMarks = (box) => [...box.querySelectorAll(".plot-marks > a")].filter((mark) => !mark.hidden);

  addEventListener("pointerdown", (event) => {
    const plot = mode === "velg" && !event.button && event.isPrimary && event.target.closest && event.target.closest(`${FIGURE} .plot-box`);
    if (!plot) return;
    event.preventDefault();
    const band = document.createElement("div");
    band.className = "explore-band"; plot.append(band);
    drag = { plot, band, id: event.pointerId, from: { x: event.clientX, y: event.clientY }, to: { x: event.clientX, y: event.clientY }, more: event.shiftKey };
    try { plot.setPointerCapture(event.pointerId); } catch (_) { /* the finger is gone already */ }
  }, true);
  addEventListener("pointermove", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    drag.to = { x: event.clientX, y: event.clientY };
    const frame = drag.plot.getBoundingClientRect(), box = rect(drag.from, drag.to), style = drag.band.style;
    style.left = `${box.left - frame.left}px`; style.top = `${box.top - frame.top}px`;
    style.width = `${box.right - box.left}px`; style.height = `${box.bottom - box.top}px`;
  });
  function let_go() { const last = drag; drag = null; if (last) last.band.remove(); return last; }
  addEventListener("pointercancel", let_go);
  addEventListener("pointerup", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const { plot, from, to, more } = let_go(), box = rect(from, to);
    const inside = shownMarks(plot).filter((mark) => touches(box, mark.getBoundingClientRect()));
    if (box.right - box.left < LEAST && box.bottom - box.top < LEAST) { if (inside.length) toggle(inside[inside.length - 1]); return; }
    if (!inside.length && !more) return;
    const now = more ? chosen() : Object.fromEntries(PARTS.map((part) => [part, new Set()]));
    for (const mark of inside) for (const [part, point] of pointsOf(mark)) now[part].add(point);
    choose(now);
  });

  // -- Escape lets go of the box, then of what is chosen, then of the tool

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (let_go()) { event.preventDefault(); return; }
    const box = document.querySelector(FIGURE) || document.querySelector("[data-explore]");
    if (!box || (event.target.closest && event.target.closest("input, textarea, select, details[open], [role=grid]"))) return;
    if (document.querySelector("details[data-menu][open], [data-opens][aria-expanded='true']")) return;
    if (PARTS.some((part) => asked().get(part))) choose(Object.fromEntries(PARTS.map((part) => [part, new Set()])));
    else if (mode) set("");
  });

  // -- zoom and pan: along the axes that may move, never beyond what there is

  const plotOf = (figure) => { const plot = figure.querySelector(".js-plotly-plot"); return plot && plot._fullLayout && window.Plotly ? plot : null; };
  const axesOf = (figure) => figure.dataset.zooms.split(" ").map((one) => `${one}axis`);
  const rangeOf = (plot, axis) => plot._fullLayout[axis].range.map(Number);

  function wholeOf(plot, figure) { // the ranges that the figure came with
    const key = plot._fullLayout.uirevision;
    if (!plot.akintWhole || plot.akintWhole.key !== key) {
      plot.akintWhole = { key, ranges: Object.fromEntries(axesOf(figure).map((axis) => [axis, rangeOf(plot, axis)])) };
    }
    return plot.akintWhole.ranges;
  }
  let kept = {}; // the ranges of each figure as it was left: it is drawn anew when numbers are chosen
  function move(figure, change) {
    const plot = plotOf(figure);
    if (!plot) return;
    const whole = wholeOf(plot, figure), to = {};
    for (const axis of axesOf(figure)) to[`${axis}.range`] = within(change(rangeOf(plot, axis), axis), whole[axis]);
    Plotly.relayout(plot, to);
  }
  function keep(plot, figure) {
    const key = plot._fullLayout.uirevision;
    if (!plot.akintWhole || plot.akintWhole.key !== key) { // drawn now for the first time
      wholeOf(plot, figure);
      const last = kept.key === key && kept.ranges;
      if (last) move(figure, (range, axis) => last[axis]);
    }
    kept = { key, ranges: Object.fromEntries(axesOf(figure).map((axis) => [axis, rangeOf(plot, axis)])) };
  }
  function within([a, b], [first, last]) { // as wide as it is, moved inside; the whole where it is wider
    const turn = first > last ? -1 : 1, wide = (b - a) * turn, all = (last - first) * turn;
    if (!(wide < all)) return [first, last];
    const low = Math.min(Math.max(a * turn, first * turn), last * turn - wide);
    return [low * turn, (low + wide) * turn];
  }
  const zoom = (by) => ([a, b]) => { const middle = (a + b) / 2, half = ((b - a) / 2) * by; return [middle - half, middle + half]; };
  const pan = (part) => ([a, b]) => { const far = (b - a) * part; return [a + far, b + far]; };

  function step(figure, name) {
    if (name === "inn") move(figure, zoom(0.6));
    if (name === "ut") move(figure, zoom(1 / 0.6));
    if (name === "hel") move(figure, zoom(Infinity));
  }
  addEventListener("keydown", (event) => { // the tool for moving is on: arrows on its button move
    const button = event.target.closest && event.target.closest("[data-mode='flytt'][aria-pressed='true']");
    const part = { ArrowRight: 0.2, ArrowLeft: -0.2, ArrowDown: -0.2, ArrowUp: 0.2 }[event.key];
    if (!button || !part) return;
    event.preventDefault();
    const figure = figureOf(button), plot = plotOf(figure), across = /Left|Right/.test(event.key);
    if (!plot) return;
    const axes = axesOf(figure), axis = axes.length > 1 ? (across ? "xaxis" : "yaxis") : axes[0];
    move(figure, (range, one) => (one === axis ? pan(part)(range) : range)); // up the axis
  });

  // -- the tools: one drag at a time; they stay as the page changes

  function set(wanted) { mode = wanted; document.querySelectorAll(FIGURE).forEach(dress); }
  function dress(figure) {
    const bar = figure.querySelector(".explore-tools"), plot = plotOf(figure);
    if (bar) bar.hidden = false;
    figure.querySelectorAll("[data-mode]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.mode === mode)));
    figure.querySelector(".plot-box").dataset.drags = mode;
    if (!plot) return;
    keep(plot, figure);
    const drags = { zoom: "zoom", flytt: "pan" }[mode] || false, moves = axesOf(figure), to = {};
    if (plot._fullLayout.dragmode !== drags) to.dragmode = drags;
    for (const axis of ["xaxis", "yaxis"]) {
      const fixed = !drags || !moves.includes(axis);
      if (plot._fullLayout[axis].fixedrange !== fixed) to[`${axis}.fixedrange`] = fixed;
    }
    if (Object.keys(to).length) Plotly.relayout(plot, to);
    const now = chosen();
    for (const mark of figure.querySelectorAll(".plot-marks > a")) {
      const points = pointsOf(mark), on = points.length > 0 && points.every(([part, point]) => now[part].has(point));
      if (on !== mark.hasAttribute("aria-current")) on ? mark.setAttribute("aria-current", "true") : mark.removeAttribute("aria-current");
    }
  }
  addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(".explore-tools button");
    if (!button) return;
    if (button.dataset.mode) set(button.dataset.mode === mode ? "" : button.dataset.mode);
    else step(figureOf(button), button.dataset.step);
  });
  const all = () => document.querySelectorAll(FIGURE).forEach(dress);
  addEventListener("akint-laid", all); // the marks lie on what is drawn
  addEventListener("akint-changed", all);
  addEventListener("akint-needed", all);
  all();
})();
