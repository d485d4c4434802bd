// The place of a tip: beside its mark, never over it, and inside the window.
(function () {
  "use strict";
  const GAP = 8; // px between a mark and its tip
  const EDGE = 4; // px between a tip and the window's edge

  function putBeside(tip, mark) {
    const at = visible(mark);
    const [wide, high] = [tip.offsetWidth, tip.offsetHeight];
    const [room, floor] = [document.documentElement.clientWidth, innerHeight];
    const within = (value, most) => Math.max(EDGE, Math.min(value, most - EDGE));
    const x = within((at.left + at.right - wide) / 2, room - wide);
    const y = within((at.top + at.bottom - high) / 2, floor - high);
    const above = at.top - GAP - high;
    const [, left, top] = [
      [above >= 0, x, above],
      [at.bottom + GAP + high <= floor, x, at.bottom + GAP],
      [at.right + GAP + wide <= room, at.right + GAP, y],
      [at.left - GAP - wide >= 0, at.left - GAP - wide, y],
      [true, x, above],
    ].find(([fits]) => fits);
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  }
  // the part of a mark that its map shows
  function visible(mark) {
    const at = mark.getBoundingClientRect();
    const map = mark.closest("svg.map");
    const frame = map && map.parentElement.getBoundingClientRect();
    if (!map || at.right < frame.left || at.left > frame.right) return at;
    if (at.bottom < frame.top || at.top > frame.bottom) return at;
    const most = (side) => Math.max(at[side], frame[side]);
    const least = (side) => Math.min(at[side], frame[side]);
    return { left: most("left"), right: least("right"), top: most("top"), bottom: least("bottom") };
  }

  window.akint.putBeside = putBeside;
})();
