// Every printed sheet says what it is of: boxes in its margins, with the page's own words.
(function () {
  "use strict";
  const MOST = 220; // so many signs of the selection, and of the address, stand on a sheet

  const quoted = (text) =>
    '"' + text.replace(/["\\\n\r\f]/g, (sign) => "\\" + sign.codePointAt(0).toString(16) + " ") + '"';
  const cut = (text) => (text.length > MOST ? text.slice(0, MOST) + "\u2026" : text);

  function words(card) {
    const shell = document.querySelector(".shell[data-sheet]");
    if (!shell) return "";
    const told = JSON.parse(shell.getAttribute("data-sheet"));
    const address = location.origin + window.akint.here() + (card ? "#" + card.id : "");
    const below = [told.selection, ...(card ? [told.sources] : []), address].map((one) => quoted(cut(one)));
    const [before, between, after] = told.page.split(/\{pages?\}/).map(quoted);
    const boxes = {
      "top-left": quoted(told.mark || told.county),
      "top-right": quoted(told.data),
      "bottom-left": below.join(' "\\a " '),
      "bottom-right": `${before} counter(page) ${between} counter(pages) ${after}`,
    };
    const rules = Object.entries(boxes).map(([place, said]) => `@${place} { content: ${said}; }`);
    return `@page { ${rules.join(" ")} }`;
  }

  // how it is taken back
  function onEverySheet(card) {
    const sheet = [...document.styleSheets].find((one) => one.href && /\/base\.css/.test(one.href));
    const rule = words(card);
    if (!sheet || !rule) return () => {};
    try {
      sheet.insertRule(rule, sheet.cssRules.length);
    } catch (_) {
      return () => {}; // a browser without such boxes
    }
    const at = sheet.cssRules.length - 1;
    return () => sheet.deleteRule(at);
  }

  window.akint.onEverySheet = onEverySheet;
})();
