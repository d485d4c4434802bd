// Paper: a card can be printed alone, names and codes stay whole, Plotly draws for the sheet's width. What is changed
// before printing is as it was after it.
(() => {
  "use strict";
  const root = document.documentElement;
  const SHEET_PX = 660; // A4 less its margins
  const WIDE = 8; // so many columns of a card's own table have room on a sheet
  root.classList.add("prints"); // from here on the ways that need a script are offered
  let undo = [];

  // -- names and codes with hyphens are not broken: wrapped for the time of printing, in elements that no rule of ours
  //    names; the text is the same

  function keepWhole() {
    const places = "main :is(td, th, figure, .figure li, .bars)";
    const found = new Set();
    document.querySelectorAll(places).forEach((place) => {
      const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let text = walk.nextNode(); text; text = walk.nextNode())
        if (/\S-\S/.test(text.data) && !text.parentElement.closest("svg")) found.add(text);
    });
    found.forEach((text) => {
      const whole = document.createElement("whole-word");
      text.data.split(/(\S*\S-\S+)/).forEach((part, at) => {
        if (at % 2 === 0 || part.length > 26) return whole.append(part);
        const kept = document.createElement("whole-word");
        kept.className = "whole";
        kept.append(part);
        whole.append(kept);
      });
      text.replaceWith(whole);
      undo.push(() => whole.replaceWith(text));
    });
  }

  // -- one card alone

  let alone = null;

  function only(card) {
    if (!card) return;
    const table = card.querySelector(".foot > details:not(.ways-down):not([open])");
    const opened = table && table.querySelectorAll("thead th").length <= WIDE ? table : null;
    root.classList.add("alone");
    card.classList.add("alone-card");
    if (opened) opened.open = true;
    undo.push(() => {
      root.classList.remove("alone");
      card.classList.remove("alone-card");
      if (opened) opened.open = false;
    });
  }

  addEventListener("click", (event) => {
    const button = event.target.closest("[data-print]");
    if (!button) return;
    alone = button.closest("article"); // until it is printed: some browsers do that later
    print();
  });

  const plots = (change) =>
    document.querySelectorAll(".js-plotly-plot").forEach((plot) => window.Plotly.relayout(plot, change));

  addEventListener("beforeprint", () => {
    restore();
    undo.push(window.akint.onEverySheet(alone));
    only(alone);
    keepWhole();
    plots({ autosize: false, width: SHEET_PX });
  });
  function restore() {
    undo.reverse().forEach((back) => back());
    undo = [];
  }
  addEventListener("afterprint", () => {
    alone = null;
    restore();
    plots({ autosize: true, width: null });
  });
})();
