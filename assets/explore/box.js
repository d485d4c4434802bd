// A box drawn in the figure of Explore chooses the marks that it touches; a tap takes one more.
(function () {
  "use strict";
  const LEAST = 6; // px: less than this is a tap
  const choice = window.akintChoice;
  const PLOT = ".explore-figure .plot-box[data-drags='velg']";
  let drag = null;

  const placeOf = (event) => ({ x: event.clientX, y: event.clientY });
  const rect = (one, two) => ({
    left: Math.min(one.x, two.x),
    right: Math.max(one.x, two.x),
    top: Math.min(one.y, two.y),
    bottom: Math.max(one.y, two.y),
  });
  const touches = (a, b) => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

  function begin(event) {
    if (event.button || !event.isPrimary || !event.target.closest) return;
    const plot = event.target.closest(PLOT);
    if (!plot) return;
    event.preventDefault();
    const band = document.createElement("div");
    band.className = "explore-band";
    plot.append(band);
    drag = { plot, band, id: event.pointerId, from: placeOf(event), to: placeOf(event), more: event.shiftKey };
    try {
      plot.setPointerCapture(event.pointerId);
    } catch (_) {
      // the finger is gone already
    }
  }
  addEventListener("pointerdown", begin, true);

  addEventListener("pointermove", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    drag.to = placeOf(event);
    const frame = drag.plot.getBoundingClientRect();
    const box = rect(drag.from, drag.to);
    const { style } = drag.band;
    style.left = `${box.left - frame.left}px`;
    style.top = `${box.top - frame.top}px`;
    style.width = `${box.right - box.left}px`;
    style.height = `${box.bottom - box.top}px`;
  });

  // what was held, if anything was
  function letGo() {
    const last = drag;
    drag = null;
    if (last) last.band.remove();
    return last;
  }
  addEventListener("pointercancel", letGo);

  addEventListener("pointerup", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const { plot, from, to, more } = letGo();
    const box = rect(from, to);
    const marks = [...plot.querySelectorAll(".plot-marks > a")].filter((mark) => !mark.hidden);
    const inside = marks.filter((mark) => touches(box, mark.getBoundingClientRect()));
    if (box.right - box.left < LEAST && box.bottom - box.top < LEAST) {
      if (inside.length) choice.toggle(inside[inside.length - 1]);
      return;
    }
    if (!inside.length && !more) return;
    const now = more ? choice.chosen() : choice.none();
    for (const mark of inside) for (const [part, point] of choice.pointsOf(mark)) now[part].add(point);
    choice.choose(now);
  });

  window.akintBox = { letGo };
})();
