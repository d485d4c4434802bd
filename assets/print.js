// Paper: every sheet says what it is of, a card can be printed alone, names and codes stay whole, Plotly draws for the
// sheet's width. What is changed before printing is as it was after it.
(() => {
  "use strict";
  const root = document.documentElement;
  const SHEET_PX = 660; // A4 less its margins
  const MOST = 220; // so many signs of the selection, and of the address, stand on a sheet
  const WIDE = 8; // so many columns of a card's own table have room on a sheet
  root.classList.add("prints"); // from here on the ways that need a script are offered
  let undo = [];

  // -- every sheet: boxes in the margins, with the page's own words

  const quoted = (text) => '"' + text.replace(/["\\\n\r\f]/g, (sign) => "\\" + sign.codePointAt(0).toString(16) + " ") + '"';
  const cut = (text) => (text.length > MOST ? text.slice(0, MOST) + "\u2026" : text);

  function words(card) {
    const shell = document.querySelector(".shell[data-sheet]");
    if (!shell) return "";
    const told = JSON.parse(shell.getAttribute("data-sheet"));
    const address = location.origin + location.pathname + location.search + (card ? "#" + card.id : "");
    const below = [cut(told.selection), ...(card ? [cut(told.sources)] : []), cut(address)].map(quoted).join(' "\\a " ');
    const [before, between, after] = told.page.split(/\{pages?\}/).map(quoted);
    const boxes = {
      "top-left": quoted(told.mark || told.county), "top-right": quoted(told.data), "bottom-left": below,
      "bottom-right": `${before} counter(page) ${between} counter(pages) ${after}`,
    };
    return "@page { " + Object.entries(boxes).map(([place, said]) => `@${place} { content: ${said}; }`).join(" ") + " }";
  }

  function onEverySheet(card) {
    const sheet = [...document.styleSheets].find((one) => one.href && /\/base\.css/.test(one.href));
    const rule = words(card);
    if (!sheet || !rule) return;
    try { sheet.insertRule(rule, sheet.cssRules.length); } catch (_) { return; } // a browser without such boxes
    const at = sheet.cssRules.length - 1;
    undo.push(() => sheet.deleteRule(at));
  }

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
    root.classList.add("alone"); card.classList.add("alone-card");
    if (opened) opened.open = true;
    undo.push(() => { root.classList.remove("alone"); card.classList.remove("alone-card"); if (opened) opened.open = false; });
  }

  addEventListener("click", (event) => {
    const button = event.target.closest("[data-print]");
    if (!button) return;
    alone = button.closest("article"); // until it is printed: some browsers do that later
    print();
  });

  const plots = (change) => document.querySelectorAll(".js-plotly-plot").forEach((plot) => window.Plotly.relayout(plot, change));

  addEventListener("beforeprint", () => {
    restore();
    onEverySheet(alone);
    only(alone);
    keepWhole();
    plots({ autosize: false, width: SHEET_PX });
  });
  function restore() { undo.reverse().forEach((back) => back()); undo = []; }
  addEventListener("afterprint", () => { alone = null; restore(); plots({ autosize: true, width: null }); });
})();
