// The numbers chosen in Explore, as the address has them: values of a dimension with ~, dimensions with a comma, groups
// with ;
(function () {
  "use strict";
  const PARTS = ["punkt", "mot-punkt"]; // of the one side and of the other
  const MOST = 1900; // signs of a choice that an address holds
  const asked = () => new URL(location.href).searchParams;
  const none = () => Object.fromEntries(PARTS.map((part) => [part, new Set()]));
  const chosen = () => Object.fromEntries(PARTS.map((part) => [part, expand(asked().get(part))]));
  const isAny = () => PARTS.some((part) => asked().get(part));

  // each point as a key
  function expand(said) {
    const found = new Set();
    for (const group of (said || "").split(";").filter(Boolean)) {
      const [first, then] = group.split(",").map((part) => part.split("~"));
      for (const one of first) for (const two of then || [null]) found.add(two === null ? one : `${one},${two}`);
    }
    return found;
  }

  // those of one first value are one group, and first values with the same others too
  function written(points) {
    const others = new Map();
    for (const point of points) {
      const [first, then] = point.split(",");
      if (!others.has(first)) others.set(first, []);
      if (then !== undefined) others.get(first).push(then);
    }
    const groups = new Map();
    for (const [first, thens] of others) for (const some of apart(thens)) join(groups, first, some);
    const said = (one) => one.firsts.join("~") + (one.thens.length ? "," + one.thens.join("~") : "");
    return [...groups.values()].map(said).join(";");
  }
  // the whole of a first value is a group of its own
  function apart(thens) {
    if (!thens.length) return [[]];
    const whole = thens.filter((one) => one === "alle");
    const some = thens.filter((one) => one !== "alle");
    return [whole, some].filter((group) => group.length);
  }
  function join(groups, first, thens) {
    const key = `${first === "alle" ? "alle" : ""}|${thens.slice().sort().join("~")}`;
    if (!groups.has(key)) groups.set(key, { firsts: [], thens });
    groups.get(key).firsts.push(first);
  }

  function pointsOf(mark) {
    const query = new URL(mark.getAttribute("href"), location.href).searchParams;
    return PARTS.filter((part) => query.get(part)).map((part) => [part, query.get(part)]);
  }

  function choose(now) {
    const said = PARTS.map((part) => written(now[part]));
    if (said.some((one) => one.length > MOST)) return refuse();
    const url = new URL(location.href);
    PARTS.forEach((part, at) => window.akint.put(url.searchParams, part, said[at]));
    url.searchParams.delete("blad");
    url.searchParams.delete("sorter");
    url.hash = "";
    window.akint.go(url);
  }
  function refuse() {
    const bar = document.querySelector(".explore-tools");
    const told = document.querySelector(".explore-chosen");
    if (told && bar) told.textContent = bar.dataset.many;
  }

  function toggle(mark) {
    const now = chosen();
    const points = pointsOf(mark);
    const had = points.every(([part, point]) => now[part].has(point));
    for (const [part, point] of points) now[part][had ? "delete" : "add"](point);
    choose(now);
  }

  // by key and by click: Space or Shift and a click take one more number, here and in the table
  function markIn(event) {
    const mark = event.target.closest && event.target.closest("a.tells, a[data-punkt]");
    return mark && mark.closest("[data-explore]") ? mark : null;
  }
  addEventListener("keydown", (event) => {
    if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = markIn(event);
    if (!mark) return;
    event.preventDefault();
    toggle(mark);
  });
  const another = (event) => {
    const mark = event.shiftKey && !event.ctrlKey && !event.metaKey && markIn(event);
    if (!mark) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    toggle(mark);
  };
  addEventListener("click", another, true);

  window.akintChoice = { none, chosen, choose, toggle, isAny, pointsOf };
})();
