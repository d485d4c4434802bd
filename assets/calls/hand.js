// The hand on the timeline: the strip's frame, its edges and the lanes by pointer, and the wheel with Ctrl.
(function () {
  "use strict";
  const EDGE = { mouse: 7, touch: 18 }; // px around an edge of the frame that take hold of it
  const moving = window.akintMoving;
  let grip = null; // what is held: first, end or whole; null: let go

  // the days that lie side by side in a box, and its pixels: the strip's, or the lanes' as the hand has them
  function ruler(box) {
    const strip = box.querySelector(".calls-strip");
    const head = box.querySelector(".tl-head");
    if (strip) {
      const at = strip.getBoundingClientRect();
      return { days: moving.shown().strip, left: at.left, wide: at.width };
    }
    const wide = head.lastElementChild.clientWidth;
    return { days: moving.current(), left: head.getBoundingClientRect().right - wide, wide };
  }
  // which part of the frame lies there
  function part(x, touch) {
    const at = document.getElementById("tidsrom").getBoundingClientRect();
    const near = touch ? EDGE.touch : EDGE.mouse;
    const room = Math.min(near, at.width / 3); // a narrow frame has a middle still
    if (Math.abs(x - at.left) <= near && x < at.left + room) return "first";
    if (Math.abs(x - at.right) <= near && x > at.right - room) return "end";
    return x > at.left && x < at.right ? "whole" : null;
  }

  function move(change) {
    if (!grip) return;
    if (change.scale !== 1) return zoom(change);
    const [first, end] = moving.current();
    const under = ruler(change.box);
    const [low, high] = under.days;
    const far = (change.dx * (high - low)) / under.wide;
    const isLanes = !change.box.querySelector(".calls-strip");
    if (isLanes)
      moving.to([first - far, end - far]); // the lanes themselves are pulled
    else if (grip === "first") moving.to([first + far, end], "end");
    else if (grip === "end") moving.to([first, end + far], "first");
    else moving.to([first + far, end + far]);
  }
  // about the day under the pointer
  function zoom({ box, x, scale }) {
    if (!moving.shown()) return;
    const [first, end] = moving.current();
    const { days, left, wide } = ruler(box);
    const [low, high] = days;
    const under = low + ((x - left) / wide) * (high - low);
    const day = Math.min(end, Math.max(first, under));
    moving.to([day - (day - first) / scale, day + (end - day) / scale]);
  }
  // keys go on where the hand let go
  function take() {
    moving.hold(true);
    moving.shown().frame.focus({ preventScroll: true });
    return true;
  }
  function end(lost) {
    grip = null;
    if (lost) moving.still();
    moving.hold(false);
  }

  const does = { sideways: true, move, end, wheel: zoom };
  window.akintHand.on(".over-strip > .drawing", {
    grips({ x, touch, pinch }) {
      if (!moving.shown()) return false;
      grip = pinch ? "whole" : part(x, touch) || "whole";
      return take();
    },
    ...does,
  });
  window.akintHand.on(".tl-box", {
    grips({ target, pinch }) {
      if (!moving.shown() || !(pinch || target.closest(".tl-row > svg"))) return false;
      grip = "whole";
      return take();
    },
    ...does,
  });

  // what lies under the pointer is seen in its shape
  const look = (event) => {
    const over = event.target.closest && event.target.closest(".calls-strip");
    if (over && !event.buttons) over.dataset.over = part(event.clientX, event.pointerType === "touch") || "none";
  };
  addEventListener("pointermove", look, { passive: true });

  window.akintGrip = { isHeld: () => grip !== null, letGo: () => (grip = null) };
})();
