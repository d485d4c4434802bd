// The grid of a list: put into its room when its scripts are there; its rows come by plain questions.
(function () {
  "use strict";
  const { base, here } = window.akint;
  const list = window.akintList;
  const wide = matchMedia("(min-width: 700px)");
  const [ROW, HEAD, BAR] = [46, 42, 18]; // pixels of a row, the headings and a scroll bar
  const MOST = 14; // rows in view
  const TRIES = 5;

  function mount() {
    const place = document.getElementById("rute-rom");
    if (!place || place === list.room || !wide.matches || !window.dash_ag_grid) return;
    const { href } = place.dataset;
    place.dataset.path = href.startsWith(base) ? href.slice(base.length) : href;
    Object.assign(list, { room: place, api: null, heading: "", asked: here() });
    list.chooseNothing();
    place.style.height = Math.min(Number(place.dataset.count), MOST) * ROW + HEAD + BAR + "px";
    document.documentElement.classList.add("has-grid");
    fill(place, TRIES);
    meet(place);
  }

  // again where Dash did not know the room yet
  function fill(place, tries) {
    if (!place.isConnected || place !== list.room || place.firstElementChild) return;
    dash_clientside.set_props("rute-rom", { children: JSON.parse(place.dataset.grid) });
    if (tries) setTimeout(() => fill(place, tries - 1), 1000);
  }

  // asks until the grid of this room, not one of a page before that is going, has asked for rows
  function meet(place) {
    if (!place.isConnected || place !== list.room || place.akintAsked) return;
    const found = gridThere();
    if (found && !found.isDestroyed() && place.querySelector(".ag-root")) {
      if (list.api !== found) begin(found);
      else found.setGridOption("datasource", { getRows: rows });
    }
    setTimeout(() => meet(place), list.api ? 1000 : 100);
  }
  function gridThere() {
    try {
      return dash_ag_grid.getApi("rute");
    } catch (_) {
      return null; // not there yet
    }
  }

  function begin(api) {
    list.api = api;
    api.setGridOption("datasource", { getRows: rows });
    const taken = api.getAllDisplayedColumns().reduce((sum, column) => sum + column.getActualWidth(), 0);
    if (taken < list.room.clientWidth) api.sizeColumnsToFit();
    api.addEventListener("sortChanged", list.follow);
    api.addEventListener("dragStopped", list.follow);
    api.addEventListener("selectionChanged", () => list.tell("rows"));
    api.addEventListener("cellKeyDown", list.keyed);
    list.tell("");
  }

  // from the server, by the grid's own order
  async function rows(wanted) {
    list.room.akintAsked = true;
    const query = new URLSearchParams(location.search);
    list.put(query, "sorter", list.sorted(wanted.sortModel));
    query.set("kolonner", list.shown().join(","));
    query.set("fra", wanted.startRow);
    query.set("til", wanted.endRow);
    try {
      const answer = await fetch(list.ours("/rader", query));
      if (!answer.ok) throw answer.status;
      const found = await answer.json();
      list.heading = found.heading;
      wanted.successCallback(found.rows, found.of);
    } catch (_) {
      wanted.failCallback();
      list.say(list.words("failed"));
    }
  }

  addEventListener("akint-needed", mount);
  wide.addEventListener("change", mount);
  mount();
})();
