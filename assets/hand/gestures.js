// A hand on a figure: drag, pinch, and Ctrl with the wheel, told to who asked. What was dragged is not pressed.
(function () {
  "use strict";
  const SLOP = 4; // px: less than this is a press
  const held = new Map(); // what points at the figure now: id -> place
  const asked = [];
  const watched = new WeakSet();
  let now = null; // the figure in hand: who asked, its box, where it began, whether it moves yet

  // who: { grips(at): whether a drag from there is theirs, move(change), end(taken back), wheel(change), sideways }
  function on(selector, who) {
    asked.push({ ...who, selector });
    find();
  }
  function find() {
    for (const who of asked) document.querySelectorAll(who.selector).forEach((box) => watch(box, who));
  }
  addEventListener("pointermove", moved); // of the window: an answer may put another box in place of the one in hand
  addEventListener("pointerup", (event) => up(event, false));
  addEventListener("pointercancel", (event) => up(event, true));

  function watch(box, who) {
    if (watched.has(box)) return;
    watched.add(box);
    box.addEventListener("pointerdown", (event) => down(event, box, who));
    box.addEventListener("dragstart", (event) => event.preventDefault()); // a link in a drawing is no file to drop
    const refuse = (event) => now && event.preventDefault();
    const hold = (event) => now && now.moves && event.cancelable && event.preventDefault();
    const turn = (event) => wheeled(event, box, who);
    box.addEventListener("selectstart", refuse);
    box.addEventListener("touchmove", hold, { passive: false });
    box.addEventListener("wheel", turn, { passive: false });
  }
  function wheeled(event, box, who) {
    if (!event.ctrlKey && !event.metaKey) return; // the wheel alone scrolls the page
    event.preventDefault();
    const far = event.deltaY * (event.deltaMode === 1 ? 16 : 1); // in lines, or in pixels
    who.wheel({ box, ...place(event), scale: Math.exp(-Math.max(-60, Math.min(60, far)) / 200) });
  }

  const place = (event) => ({ x: event.clientX, y: event.clientY });
  // of what is held, and how far apart it is
  function middle() {
    const all = [...held.values()];
    const x = all.reduce((sum, at) => sum + at.x, 0) / all.length;
    const y = all.reduce((sum, at) => sum + at.y, 0) / all.length;
    return { x, y, apart: all.length > 1 ? Math.hypot(all[0].x - all[1].x, all[0].y - all[1].y) : 0 };
  }

  function down(event, box, who) {
    if (event.button || (now && now.who !== who) || held.size > 1) return;
    held.set(event.pointerId, place(event));
    const touch = event.pointerType === "touch";
    if (!now) now = { who, box, from: place(event), target: event.target, touch, moves: false };
    else if (now.moves) box.setPointerCapture(event.pointerId);
    else now.moves = begin(true);
  }

  function begin(pinch) {
    if (!now.who.grips({ ...now.from, box: now.box, target: now.target, touch: now.touch, pinch })) {
      held.clear();
      now = null;
      return false;
    }
    // what follows is ours, wherever it goes: no mark is pressed
    for (const id of held.keys()) now.box.setPointerCapture(id);
    return true;
  }

  function moved(event) {
    if (!now || !held.has(event.pointerId)) return;
    if (!now.moves && !begun(event)) return;
    const before = middle();
    held.set(event.pointerId, place(event));
    const after = middle();
    const scale = before.apart ? apart(after) / apart(before) : 1;
    const box = now.box.isConnected ? now.box : document.querySelector(now.who.selector);
    const way = { dx: after.x - before.x, dy: after.y - before.y, x: after.x, y: after.y };
    if (box) now.who.move({ box, ...way, scale });
  }
  const apart = (one) => Math.max(one.apart, 20); // fingers that meet do not tear it apart
  // whether the hand has gone far enough, in a way that is theirs
  function begun(event) {
    const dx = event.clientX - now.from.x;
    const dy = event.clientY - now.from.y;
    if (Math.hypot(dx, dy) < SLOP) return false;
    if (now.touch && now.who.sideways && Math.abs(dy) > Math.abs(dx)) return false; // the page is scrolled
    if (!begin(false)) return false;
    now.moves = true;
    return true;
  }

  function up(event, lost) {
    if (!now || !held.delete(event.pointerId) || held.size) return;
    const { who, moves } = now;
    now = null;
    if (!moves) return;
    dragged = performance.now();
    who.end(lost);
  }

  let dragged = -Infinity; // a press that a browser makes of a drag's end is none
  const press = (event) => {
    if (performance.now() - dragged > 50 || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("click", press, true);

  addEventListener("akint-needed", find); // whenever a page comes that a hand can move
  window.akintHand = { on };
})();
