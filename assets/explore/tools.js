// The tools of the figure of Explore: one drag at a time, choosing, zooming or moving; they stay as the page changes.
(function () {
  "use strict";
  const { each, narrowings } = window.akint;
  const choice = window.akintChoice;
  const zoom = window.akintZoom;
  const FIGURE = ".explore-figure";
  const closest = (event, selector) => event.target.closest && event.target.closest(selector);
  let mode = ""; // what a drag does: velg, zoom, flytt, or scroll the page

  function set(wanted) {
    mode = wanted;
    all();
  }
  const all = () => each(FIGURE, dress);

  function dress(figure) {
    const bar = figure.querySelector(".explore-tools");
    if (bar) bar.hidden = false;
    const press = (button) => button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
    each("[data-mode]", press, figure);
    figure.querySelector(".plot-box").dataset.drags = mode;
    const plot = zoom.plotOf(figure);
    if (!plot) return;
    zoom.keep(plot, figure);
    lay(plot, zoom.axesOf(figure));
    showChosen(figure);
  }

  // what a drag in the drawing itself does
  function lay(plot, moves) {
    const drags = { zoom: "zoom", flytt: "pan" }[mode] || false;
    const to = {};
    if (plot._fullLayout.dragmode !== drags) to.dragmode = drags;
    for (const axis of ["xaxis", "yaxis"]) {
      const fixed = !drags || !moves.includes(axis);
      if (plot._fullLayout[axis].fixedrange !== fixed) to[`${axis}.fixedrange`] = fixed;
    }
    if (Object.keys(to).length) Plotly.relayout(plot, to);
  }

  function showChosen(figure) {
    const now = choice.chosen();
    for (const mark of figure.querySelectorAll(".plot-marks > a")) {
      const points = choice.pointsOf(mark);
      const on = points.length > 0 && points.every(([part, point]) => now[part].has(point));
      if (on === mark.hasAttribute("aria-current")) continue;
      if (on) mark.setAttribute("aria-current", "true");
      else mark.removeAttribute("aria-current");
    }
  }

  addEventListener("click", (event) => {
    const button = closest(event, ".explore-tools button");
    if (!button) return;
    const { mode: wanted, step } = button.dataset;
    if (wanted) set(wanted === mode ? "" : wanted);
    else zoom.step(button.closest(FIGURE), step);
  });

  // the tool for moving is on: arrows on its button move
  addEventListener("keydown", (event) => {
    const button = closest(event, "[data-mode='flytt'][aria-pressed='true']");
    if (!button || !zoom.pans(event.key)) return;
    event.preventDefault();
    zoom.pan(button.closest(FIGURE), event.key);
  });

  // Escape lets go of the box, then of what is chosen, then of the tool
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (window.akintBox.letGo()) return event.preventDefault();
    if (!document.querySelector(`${FIGURE}, [data-explore]`) || narrowings.isTaken(event)) return;
    if (choice.isAny()) choice.choose(choice.none());
    else if (mode) set("");
  });

  addEventListener("akint-laid", all); // the marks lie on what is drawn
  addEventListener("akint-changed", all);
  addEventListener("akint-needed", all);
  all();
})();
