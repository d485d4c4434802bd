// The address follows the order of the grid's rows and columns; the page stays as it stands.
(function () {
  "use strict";
  const { base, each, here, put } = window.akint;
  const list = window.akintList;
  const plain = (query) => decodeURIComponent(query);
  const bare = (path) => path.slice(base.length).replace(/^\/en(?=\/|$)/, "");
  const written = (names) => names.filter((name) => name !== "navn").join(",");

  const sorted = (model) => model.map((one) => (one.sort === "desc" ? "-" : "") + one.colId).join(",");

  function follow() {
    const { api, room } = list;
    const url = new URL(location.href);
    const order = api.getColumnState().filter((one) => one.sort);
    put(url.searchParams, "sorter", sorted(order.sort((a, b) => a.sortIndex - b.sortIndex)));
    const columns = written(list.shown());
    if (room.akintColumns === undefined) room.akintColumns = written(list.defined());
    const moved = columns !== room.akintColumns;
    if (moved) url.searchParams.set("kolonner", columns);
    room.akintColumns = columns;
    url.searchParams.delete("blad");
    if (plain(url.search) === plain(location.search)) return;
    history.pushState({}, "", url);
    lead(url);
    if (moved) api.refreshInfiniteCache(); // a row is copied in the order of the columns
  }

  // links that carry the query carry the new one
  function lead(url) {
    const shell = document.querySelector(".shell");
    if (shell) shell.setAttribute("data-address", url.pathname + url.search);
    each(".shell a[href]", (link) => leadOn(link, url));
    dispatchEvent(new Event("akint-came"));
  }
  function leadOn(link, url) {
    const way = bare(url.pathname);
    const to = new URL(link.href, location.href);
    const isOfIt = bare(to.pathname) === way || to.searchParams.get("side") === way;
    if (to.origin !== location.origin || !isOfIt || link.closest(".list-plain")) return;
    put(to.searchParams, "sorter", url.searchParams.get("sorter"));
    if (!link.closest("#valg-kolonner")) put(to.searchParams, "kolonner", url.searchParams.get("kolonner"));
    link.href = to.pathname + to.search + to.hash;
  }

  // back to the address that the page was made of: nobody else takes it, so the grid does
  addEventListener("popstate", () => {
    const { api, room, asked } = list;
    if (!api || !room.isConnected || here() !== asked) return;
    const order = (new URLSearchParams(location.search).get("sorter") || "").split(",").filter(Boolean);
    const state = order.map((one, sortIndex) => {
      return { colId: one.replace(/^-/, ""), sort: one.startsWith("-") ? "desc" : "asc", sortIndex };
    });
    room.akintColumns = undefined;
    api.moveColumns(list.defined(), 0);
    api.applyColumnState({ state, defaultState: { sort: null } });
    lead(new URL(location.href));
  });

  Object.assign(list, { follow, put, sorted });
})();
