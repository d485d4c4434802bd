// A cell of the grid: the name leads to the sheet, what is missing is hatched. And what the grid's scripts share.
(function () {
  "use strict";
  const LONG = 40; // signs of a value that may be cut: it is told whole
  const { base } = window.akint;
  const { createElement } = window.React;

  function Celle({ data: row, colDef }) {
    const name = colDef.field;
    if (!row) return null;
    if (name === "navn") {
      const link = { href: base + row._href, lang: row._lang || undefined, tabIndex: -1 };
      return createElement("a", { className: "cell-words", ...link }, row[name]);
    }
    if (row._missing.includes(name)) return createElement("span", { className: "missing-cell" }, row[name]);
    const title = row[name].length > LONG ? row[name] : undefined;
    return createElement("span", { className: "cell-words", title }, row[name]);
  }
  window.dashAgGridComponentFunctions = Object.assign(window.dashAgGridComponentFunctions || {}, { Celle });

  const tool = (selector) => document.querySelector(".list-tools " + selector);
  const list = {
    room: null, // the room of the page that stands
    api: null, // its grid
    asked: "", // the address that the server made the page of
    heading: "", // what stands over rows that are copied
    tool,
    words: (name) => document.querySelector(".list-tools").getAttribute("data-" + name),
    ours: (path, query) => base + list.room.dataset.path + path + (query ? "?" + query : ""),
    shown: () => list.api.getAllDisplayedColumns().map((column) => column.getColId()),
    defined: () => JSON.parse(list.room.dataset.grid).props.columnDefs.map((one) => one.field),
    say(text) {
      const told = tool(".list-told");
      if (told && told.textContent !== text) told.textContent = text;
    },
  };
  window.akintList = list;
})();
