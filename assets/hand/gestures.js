// A hand on a figure: drag, pinch, and Ctrl with the wheel, told to who asked for them. What was dragged is not pressed.
(function () {
  "use strict";
  const SLOP = 4; // px: less than this is a press
  const held = new Map(); // what points at the figure now: id -> place
  const asked = [], watched = new WeakSet();
  let now = null; // the figure in hand: who asked, its box, where it began, whether it moves yet

  // who: { grips(at) -> whether a drag from there is theirs, move(change), end(taken back), wheel(change), sideways: only so }
  function on(selector, who) { asked.push({ ...who, selector }); find(); }
  function find() { for (const who of asked) document.querySelectorAll(who.selector).forEach((box) => watch(box, who)); }
  addEventListener("pointermove", moved); // of the window: an answer may put another box in place of the one in hand
  addEventListener("pointerup", (event) => up(event, false));
  addEventListener("pointercancel", (event) => up(event, true));

  function watch(box, who) {
    if (watched.has(box)) return;
    watched.add(box);
    box.addEventListener("pointerdown", (event) => down(event, box, who));
    box.addEventListener("dragstart", (event) => event.preventDefault()); // a link in a drawing is no file to drop
    box.addEventListener("selectstart", (event) => { if (now) event.preventDefault(); });
    box.addEventListener("touchmove", (event) => { if (now && now.moves && event.cancelable) event.preventDefault(); }, { passive: false });
    box.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return; // the wheel alone scrolls the page
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      who.wheel({ box, x: event.clientX, y: event.clientY, scale: Math.exp(-Math.max(-60, Math.min(60, event.deltaY * lines)) / 200) });
    }, { passive: false });
  }

  const place = (event) => ({ x: event.clientX, y: event.clientY });
  function middle() { // of what is held, and how far apart it is
    const all = [...held.values()], x = all.reduce((sum, at) => sum + at.x, 0) / all.length, y = all.reduce((sum, at) => sum + at.y, 0) / all.length;
    return { x, y, apart: all.length > 1 ? Math.hypot(all[0].x - all[1].x, all[0].y - all[1].y) : 0 };
  }

  function down(event, box, who) {
    if (event.button || (now && now.who !== who) || held.size > 1) return;
    held.set(event.pointerId, place(event));
    if (!now) now = { who, box, from: place(event), target: event.target, touch: event.pointerType === "touch", moves: false };
    else if (now.moves) box.setPointerCapture(event.pointerId);
    else now.moves = begin(true);
  }

  function begin(pinch) {
    if (!now.who.grips({ ...now.from, box: now.box, target: now.target, touch: now.touch, pinch })) { held.clear(); now = null; return false; }
    for (const id of held.keys()) now.box.setPointerCapture(id); // what follows is ours, wherever it goes: no mark is pressed
    return true;
  }

  function moved(event) {
    if (!now || !held.has(event.pointerId)) return;
    if (!now.moves) {
      const dx = event.clientX - now.from.x, dy = event.clientY - now.from.y;
      if (Math.hypot(dx, dy) < SLOP) return;
      if (now.touch && now.who.sideways && Math.abs(dy) > Math.abs(dx)) return; // the page is scrolled
      if (!begin(false)) return;
      now.moves = true;
    }
    const before = middle();
    held.set(event.pointerId, place(event));
    const after = middle(), apart = Math.max(before.apart, 20); // fingers that meet do not tear it apart
    const box = now.box.isConnected ? now.box : document.querySelector(now.who.selector);
    if (box) now.who.move({ box, dx: after.x - before.x, dy: after.y - before.y, x: after.x, y: after.y, scale: before.apart ? Math.max(after.apart, 20) / apart : 1 });
  }

  function up(event, lost) {
    if (!now || !held.delete(event.pointerId) || held.size) return;
    const { who, moves } = now;
    now = null;
    if (moves) { dragged = performance.now(); who.end(lost); }
  }

  let dragged = -Infinity; // a press that a browser makes of a drag's end is none
  addEventListener("click", (event) => {
    if (performance.now() - dragged > 50 || !event.isTrusted) return;
    event.preventDefault(); event.stopImmediatePropagation();
  }, true);

  addEventListener("akint-needed", find); // whenever a page comes that a hand can move
  window.akintHand = { on };
})();
