// The hand on the timeline: the strip's frame, its edges and the lanes by pointer, the wheel with Ctrl, and the keyboard.
(function () {
  "use strict";
  const EDGE = { mouse: 7, touch: 18 }; // px around an edge of the frame that take hold of it
  const days = window.akintDays, moving = window.akintMoving;
  let grip = null; // what is held: first, end or whole; null: let go

  // the days that lie side by side in a box, and its pixels: the strip's, or the lanes' as the hand has them
  function ruler(box) {
    const strip = box.querySelector(".calls-strip"), head = box.querySelector(".tl-head");
    if (strip) { const at = strip.getBoundingClientRect(); return { days: moving.shown().strip, left: at.left, wide: at.width }; }
    const wide = head.lastElementChild.clientWidth;
    return { days: moving.current(), left: head.getBoundingClientRect().right - wide, wide };
  }
  function part(x, touch) { // which part of the frame lies there
    const at = document.getElementById("tidsrom").getBoundingClientRect(), near = touch ? EDGE.touch : EDGE.mouse;
    const room = Math.min(near, at.width / 3); // a narrow frame has a middle still
    if (Math.abs(x - at.left) <= near && x < at.left + room) return "first";
    if (Math.abs(x - at.right) <= near && x > at.right - room) return "end";
    return x > at.left && x < at.right ? "whole" : null;
  }

  function move(change) {
    if (!grip) return;
    if (change.scale !== 1) { zoom(change); return; }
    const [first, end] = moving.current(), { days: [low, high], wide } = ruler(change.box), far = change.dx * (high - low) / wide;
    if (!change.box.querySelector(".calls-strip")) moving.to([first - far, end - far]); // the lanes themselves are pulled
    else if (grip === "first") moving.to([first + far, end], "end");
    else if (grip === "end") moving.to([first, end + far], "first");
    else moving.to([first + far, end + far]);
  }
  function zoom({ box, x, scale }) { // about the day under the pointer
    if (!moving.shown()) return;
    const [first, end] = moving.current(), { days: [low, high], left, wide } = ruler(box), under = low + (x - left) / wide * (high - low);
    const day = Math.min(end, Math.max(first, under));
    moving.to([day - (day - first) / scale, day + (end - day) / scale]);
  }
  function take() { // keys go on where the hand let go
    moving.hold(true);
    moving.shown().frame.focus({ preventScroll: true });
    return true;
  }
  function end(lost) { grip = null; if (lost) moving.still(); moving.hold(false); }

  window.akintHand.on(".over-strip > .drawing", {
    grips({ x, touch, pinch }) {
      if (!moving.shown()) return false;
      grip = pinch ? "whole" : part(x, touch) || "whole";
      return take();
    },
    sideways: true, move, end, wheel: zoom,
  });
  window.akintHand.on(".tl-box", {
    grips({ target, pinch }) {
      if (!moving.shown() || !(pinch || target.closest(".tl-row > svg"))) return false;
      grip = "whole";
      return take();
    },
    sideways: true, move, end, wheel: zoom,
  });

  // what lies under the pointer is seen in its shape
  addEventListener("pointermove", (event) => {
    const over = event.target.closest && event.target.closest(".calls-strip");
    if (over && !event.buttons) over.dataset.over = part(event.clientX, event.pointerType === "touch") || "none";
  }, { passive: true });

  // -- the slider: arrows by a unit, with Shift or Page keys by a larger one, + and - zoom, Home and End, Escape takes back

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (grip || event.target.id === "tidsrom")) {
      grip = null;
      if (moving.back()) { event.preventDefault(); event.stopPropagation(); }
      return;
    }
    const now = event.target.id === "tidsrom" && moving.shown();
    if (!now || event.ctrlKey || event.metaKey || event.altKey) return;
    const [first, end] = moving.current(), long = end - first;
    const by = (count, unit) => () => { const to = days.begins(first + 0.5, unit, count); moving.to([to, to + long]); };
    const closer = (factor) => () => moving.to([first + long * (1 - 1 / factor) / 2, end - long * (1 - 1 / factor) / 2]);
    const far = days.BEYOND[now.step], step = event.shiftKey ? far : now.step;
    const act = {
      ArrowRight: by(1, step), ArrowUp: by(1, step), ArrowLeft: by(-1, step), ArrowDown: by(-1, step),
      PageUp: by(1, far), PageDown: by(-1, far), "+": closer(1.5), "-": closer(1 / 1.5),
      Home: () => moving.to([now.reach[0], now.reach[0] + long]), End: () => moving.to([now.reach[1] - long, now.reach[1]]),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
