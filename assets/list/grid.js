// The grid of a list: put into its room when its scripts are there; rows, address, copying and sums by plain questions.
(function () {
  "use strict";

  const root = document.documentElement;
  const base = root.dataset.root || "";
  const wide = matchMedia("(min-width: 700px)");
  const ROW = 46, HEAD = 42, BAR = 18, MOST = 14; // pixels of a row, the headings and a scroll bar; rows in view

  let room = null; // the room of the page that stands
  let api = null;
  let asked = ""; // the address that the server made the page of
  let heading = "";
  let copies = ""; // what the button copies: rows or column

  const ours = (path, query) => base + room.dataset.path + path + (query ? "?" + query : "");
  const tool = (selector) => document.querySelector(".list-tools " + selector);
  const words = (name) => document.querySelector(".list-tools").getAttribute("data-" + name);

  // -- a cell: the name leads to the sheet, what is missing is hatched

  window.dashAgGridComponentFunctions = Object.assign(window.dashAgGridComponentFunctions || {}, {
    Celle: (props) => {
      const row = props.data, name = props.colDef.field;
      if (!row) return null;
      if (name === "navn") return React.createElement("a", { className: "cell-words", href: base + row._href, lang: row._lang || undefined, tabIndex: -1 }, row[name]);
      if (row._missing.includes(name)) return React.createElement("span", { className: "missing-cell" }, row[name]);
      return React.createElement("span", { className: "cell-words", title: row[name].length > 40 ? row[name] : undefined }, row[name]);
    },
  });

  // -- into its room

  function mount() {
    const place = document.getElementById("rute-rom");
    if (!place || place === room || !wide.matches || !window.dash_ag_grid) return;
    room = place; api = null; copies = ""; heading = "";
    const href = place.dataset.href;
    place.dataset.path = href.startsWith(base) ? href.slice(base.length) : href;
    asked = location.pathname + location.search;
    place.style.height = Math.min(Number(place.dataset.count), MOST) * ROW + HEAD + BAR + "px";
    root.classList.add("has-grid");
    fill(place, 5);
    meet(place);
  }

  function fill(place, tries) { // again where Dash did not know the room yet
    if (!place.isConnected || place !== room || place.firstElementChild) return;
    dash_clientside.set_props("rute-rom", { children: JSON.parse(place.dataset.grid) });
    if (tries) setTimeout(() => fill(place, tries - 1), 1000);
  }

  function meet(place) { // asks until the grid of this room, not one of a page before that is going, has asked for rows
    if (!place.isConnected || place !== room || place.akintAsked) return;
    let found = null;
    try { found = dash_ag_grid.getApi("rute"); } catch (_) { /* not there yet */ }
    if (found && !found.isDestroyed() && place.querySelector(".ag-root")) {
      if (api !== found) begin(found);
      else found.setGridOption("datasource", { getRows: rows });
    }
    setTimeout(() => meet(place), api ? 1000 : 100);
  }

  function begin(found) {
    api = found;
    api.setGridOption("datasource", { getRows: rows });
    const taken = api.getAllDisplayedColumns().reduce((sum, column) => sum + column.getActualWidth(), 0);
    if (taken < room.clientWidth) api.sizeColumnsToFit();
    api.addEventListener("sortChanged", follow);
    api.addEventListener("dragStopped", follow);
    api.addEventListener("selectionChanged", () => tell("rows"));
    api.addEventListener("cellKeyDown", keyed);
    tell("");
  }

  // -- rows: from the server, by the grid's own order

  async function rows(wanted) {
    room.akintAsked = true;
    const query = new URLSearchParams(location.search);
    const order = wanted.sortModel.map((one) => (one.sort === "desc" ? "-" : "") + one.colId).join(",");
    order ? query.set("sorter", order) : query.delete("sorter");
    query.set("kolonner", shown().join(","));
    query.set("fra", wanted.startRow); query.set("til", wanted.endRow);
    try {
      const answer = await fetch(ours("/rader", query));
      if (!answer.ok) throw answer.status;
      const found = await answer.json();
      heading = found.heading;
      wanted.successCallback(found.rows, found.of);
    } catch (_) {
      wanted.failCallback();
      say(words("failed"));
    }
  }

  const shown = () => api.getAllDisplayedColumns().map((column) => column.getColId());

  // -- the address follows the order of rows and columns; the page stays as it stands

  function follow() {
    const url = new URL(location.href);
    const order = api.getColumnState().filter((one) => one.sort).sort((a, b) => a.sortIndex - b.sortIndex)
      .map((one) => (one.sort === "desc" ? "-" : "") + one.colId).join(",");
    order ? url.searchParams.set("sorter", order) : url.searchParams.delete("sorter");
    const columns = shown().filter((name) => name !== "navn").join(",");
    if (room.akintColumns === undefined) room.akintColumns = JSON.parse(room.dataset.grid).props.columnDefs.map((one) => one.field).filter((name) => name !== "navn").join(",");
    const moved = columns !== room.akintColumns;
    if (moved) { url.searchParams.set("kolonner", columns); room.akintColumns = columns; }
    url.searchParams.delete("blad");
    if (plain(url.search) === plain(location.search)) return;
    history.pushState({}, "", url);
    lead(url);
    if (moved) api.refreshInfiniteCache(); // a row is copied in the order of the columns
  }

  const plain = (query) => decodeURIComponent(query);

  function lead(url) { // links that carry the query carry the new one
    const shell = document.querySelector(".shell");
    if (shell) shell.setAttribute("data-address", url.pathname + url.search);
    const here = bare(url.pathname);
    document.querySelectorAll(".shell a[href]").forEach((link) => {
      const to = new URL(link.href, location.href);
      if (to.origin !== location.origin || (bare(to.pathname) !== here && to.searchParams.get("side") !== here)) return;
      if (link.closest(".list-plain")) return;
      for (const name of ["sorter", "kolonner"]) {
        if (name === "kolonner" && link.closest("#valg-kolonner")) continue;
        const value = url.searchParams.get(name);
        value ? to.searchParams.set(name, value) : to.searchParams.delete(name);
      }
      link.href = to.pathname + to.search + to.hash;
    });
  }
  const bare = (path) => path.slice(base.length).replace(/^\/en(?=\/|$)/, "");

  addEventListener("popstate", () => {
    // back to the address that the page was made of: nobody else takes it, so the grid does
    if (!api || !room.isConnected || location.pathname + location.search !== asked) return;
    const order = (new URLSearchParams(location.search).get("sorter") || "").split(",").filter(Boolean);
    const state = order.map((one, at) => ({ colId: one.replace(/^-/, ""), sort: one.startsWith("-") ? "desc" : "asc", sortIndex: at }));
    const first = JSON.parse(room.dataset.grid).props.columnDefs.map((one) => one.field);
    room.akintColumns = undefined;
    api.moveColumns(first, 0);
    api.applyColumnState({ state, defaultState: { sort: null } });
    lead(new URL(location.href));
  });

  // -- the keyboard: Enter opens, Ctrl+C copies what is chosen

  function keyed(event) {
    const key = event.event;
    if (key.key === "Enter" && event.data) {
      const link = key.target.closest("[role='row']") && key.target.querySelector("a[href]");
      if (link) link.click();
    }
  }
  addEventListener("keydown", (event) => {
    if (!room || !room.contains(event.target) || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "c") return;
    if (String(getSelection()) && !getSelection().isCollapsed) return;
    if (copies) { event.preventDefault(); copy(); }
  });

  // -- the chosen column and the chosen rows: what is copied, what it sums to

  const chosen = () => (api ? api.getSelectedNodes().filter((node) => node.data).sort((a, b) => a.rowIndex - b.rowIndex) : []);

  function say(text) { const told = tool(".list-told"); if (told && told.textContent !== text) told.textContent = text; }

  function tell(which) {
    const n = chosen().length, column = tool("select");
    copies = which === "rows" && n ? "rows" : column.value ? "column" : n ? "rows" : "";
    const button = tool("[data-copies]");
    button.disabled = !copies;
    button.textContent = copies === "rows" ? (n === 1 ? words("copy-row") : words("copy-rows").replace("{n}", n)) : copies ? words("copy-column") : words("copy-none");
  }

  async function ask(more) {
    const query = new URLSearchParams(location.search);
    query.set("navn", tool("select").value);
    if (more) query.set("kopier", "1");
    const answer = await fetch(ours("/kolonne", query));
    if (!answer.ok) throw answer.status;
    return answer.json();
  }

  addEventListener("change", async (event) => {
    if (event.target.id !== "valgt-kolonne") return;
    tell("column");
    const name = event.target.value;
    try { const found = name ? await ask(false) : { told: "" }; if (name === event.target.value) say(found.told); }
    catch (_) { say(words("failed")); }
  });

  async function copy() {
    let text = "";
    try {
      text = copies === "rows" ? [heading, ...chosen().map((node) => node.data._copy)].join("\n") : (await ask(true)).copy;
    } catch (_) { return say(words("failed")); }
    say((await put(text)) ? words("copied") : words("refused"));
  }

  async function put(text) {
    try { await navigator.clipboard.writeText(text); return true; } catch (_) { /* plain http: the old way */ }
    const box = document.createElement("textarea"), focus = document.activeElement;
    box.value = text; box.className = "unseen"; box.setAttribute("aria-hidden", "true");
    document.body.append(box); box.select();
    const done = document.execCommand("copy");
    box.remove();
    if (focus) focus.focus({ preventScroll: true });
    return done;
  }

  addEventListener("click", (event) => { if (event.target.closest("[data-copies]")) copy(); });

  // -- whenever a room comes

  addEventListener("akint-needed", mount);
  wide.addEventListener("change", mount);
  mount();
})();
