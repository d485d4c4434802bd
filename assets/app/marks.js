// Marks of a figure: one stop for the Tab key, with arrows, Home and End between them.
(function () {
  "use strict";
  const { akint } = window;
  const { MARK, markOf, isSeen, place } = akint.tip;
  const GROUP = "figure, .period, .over-strip, svg.map";
  let waiting = false;

  // the map is one of its own in its figure
  const inside = (group) => [...group.querySelectorAll(MARK)].filter((mark) => mark.closest(GROUP) === group);
  function marksOf(mark) {
    const group = mark.closest(GROUP);
    return group ? inside(group).filter(isSeen) : [mark];
  }
  function stopAt(mark) {
    for (const one of marksOf(mark)) one.tabIndex = one === mark ? 0 : -1;
  }

  function stops() {
    waiting = false;
    akint.each(GROUP, stopOf);
    place();
  }
  function stopOf(group) {
    const marks = inside(group);
    const visible = marks.filter(isSeen);
    const kept = visible.find((mark) => mark.getAttribute("tabindex") === "0") || visible[0];
    for (const mark of marks) {
      const wanted = mark === kept ? "0" : "-1";
      if (mark.getAttribute("tabindex") !== wanted) mark.setAttribute("tabindex", wanted);
    }
  }
  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(stops);
  }

  // the one above or below that lies most straight on
  function nearest(mark, marks, down) {
    const middle = (one) => {
      const box = one.getBoundingClientRect();
      return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    };
    const [x, y] = middle(mark);
    let best = null;
    let least = Infinity;
    for (const one of marks) {
      const [a, b] = middle(one);
      const along = down * (b - y);
      const far = along + 3 * Math.abs(a - x);
      if (along > 4 && far < least) [best, least] = [one, far];
    }
    return best;
  }
  const WAYS = {
    ArrowRight: (marks, at) => marks[at + 1],
    ArrowLeft: (marks, at) => marks[at - 1],
    Home: (marks) => marks[0],
    End: (marks) => marks[marks.length - 1],
    ArrowDown: (marks, at) => nearest(marks[at], marks, 1),
    ArrowUp: (marks, at) => nearest(marks[at], marks, -1),
  };
  addEventListener(
    "keydown",
    (event) => {
      const mark = markOf(event.target);
      const way = WAYS[event.key];
      if (!mark || !way || mark.closest("svg.map")) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const marks = marksOf(mark);
      const next = way(marks, marks.indexOf(mark));
      if (!next) return;
      stopAt(next);
      next.focus();
    },
    true,
  );

  addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark) stopAt(mark);
  });
  addEventListener("resize", soon);
  addEventListener("akint-laid", soon); // marks over a graph of Plotly have got their places
  addEventListener("toggle", soon, true);
  akint.came(soon);
  soon();
})();
