/* Plotly draws for a width: on paper, that of the sheet. The drawing is made anew before printing and after. */
(() => {
  const SHEET_PX = 660; // A4 less its margins
  const each = (change) => document.querySelectorAll(".js-plotly-plot").forEach((plot) => window.Plotly.relayout(plot, change));
  window.addEventListener("beforeprint", () => each({ autosize: false, width: SHEET_PX }));
  window.addEventListener("afterprint", () => each({ autosize: true, width: null }));
})();
