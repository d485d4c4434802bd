// Zoom and pan in the figure of Explore: along the axes that may move, never beyond what there is.
(function () {
  "use strict";
  let kept = {}; // the ranges of each figure as it was left: it is drawn anew when numbers are chosen

  function plotOf(figure) {
    const plot = figure.querySelector(".js-plotly-plot");
    return plot && plot._fullLayout && window.Plotly ? plot : null;
  }
  const axesOf = (figure) => figure.dataset.zooms.split(" ").map((one) => `${one}axis`);
  const rangeOf = (plot, axis) => plot._fullLayout[axis].range.map(Number);
  const rangesOf = (plot, figure) => Object.fromEntries(axesOf(figure).map((axis) => [axis, rangeOf(plot, axis)]));
  const isNew = (plot) => !plot.akintWhole || plot.akintWhole.key !== plot._fullLayout.uirevision;

  // the ranges that the figure came with
  function wholeOf(plot, figure) {
    if (isNew(plot)) plot.akintWhole = { key: plot._fullLayout.uirevision, ranges: rangesOf(plot, figure) };
    return plot.akintWhole.ranges;
  }

  function move(figure, change) {
    const plot = plotOf(figure);
    if (!plot) return;
    const whole = wholeOf(plot, figure);
    const to = {};
    for (const axis of axesOf(figure)) to[`${axis}.range`] = within(change(rangeOf(plot, axis), axis), whole[axis]);
    Plotly.relayout(plot, to);
  }

  // as wide as it is, moved inside; the whole where it is wider
  function within([a, b], [first, last]) {
    const turn = first > last ? -1 : 1;
    const wide = (b - a) * turn;
    if (!(wide < (last - first) * turn)) return [first, last];
    const low = Math.min(Math.max(a * turn, first * turn), last * turn - wide);
    return [low * turn, (low + wide) * turn];
  }

  // a figure that is drawn for the first time gets the ranges that its like was left with
  function keep(plot, figure) {
    const key = plot._fullLayout.uirevision;
    if (isNew(plot)) {
      wholeOf(plot, figure);
      const last = kept.key === key && kept.ranges;
      if (last) move(figure, (range, axis) => last[axis]);
    }
    kept = { key, ranges: rangesOf(plot, figure) };
  }

  function zoomed([a, b], by) {
    const middle = (a + b) / 2;
    const half = ((b - a) / 2) * by;
    return [middle - half, middle + half];
  }
  const STEPS = { inn: 0.6, ut: 1 / 0.6, hel: Infinity };
  const step = (figure, name) => move(figure, (range) => zoomed(range, STEPS[name]));

  // a part of what is shown, to the right or up
  const PARTS = { ArrowRight: 0.2, ArrowLeft: -0.2, ArrowDown: -0.2, ArrowUp: 0.2 };
  function pan(figure, key) {
    const axes = axesOf(figure);
    const across = /Left|Right/.test(key) ? "xaxis" : "yaxis";
    const along = axes.length > 1 ? across : axes[0];
    const moved = ([a, b]) => [a + (b - a) * PARTS[key], b + (b - a) * PARTS[key]];
    move(figure, (range, axis) => (axis === along ? moved(range) : range));
  }

  window.akintZoom = { plotOf, axesOf, keep, step, pan, pans: (key) => key in PARTS };
})();
