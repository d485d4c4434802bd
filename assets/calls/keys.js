// The keyboard on the timeline's frame, a slider: arrows by a unit, with Shift or Page keys by a larger one, + and -
// zoom, Home and End, and Escape takes back.
(function () {
  "use strict";
  const NEARER = 1.5;
  const days = window.akintDays;
  const moving = window.akintMoving;
  const grip = window.akintGrip;

  function takeBack(event) {
    grip.letGo();
    if (!moving.back()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  // where a key leads from the window that is shown now; undefined: nowhere
  function way(event, now) {
    const [first, end] = moving.current();
    const long = end - first;
    const from = (day) => [day, day + long];
    const by = (count, unit) => from(days.begins(first + 0.5, unit, count));
    const closer = (factor) => {
      const off = (long * (1 - 1 / factor)) / 2;
      return [first + off, end - off];
    };
    const far = days.BEYOND[now.step];
    const step = event.shiftKey ? far : now.step;
    const ways = {
      ArrowRight: () => by(1, step),
      ArrowUp: () => by(1, step),
      ArrowLeft: () => by(-1, step),
      ArrowDown: () => by(-1, step),
      PageUp: () => by(1, far),
      PageDown: () => by(-1, far),
      "+": () => closer(NEARER),
      "-": () => closer(1 / NEARER),
      Home: () => from(now.reach[0]),
      End: () => from(now.reach[1] - long),
    };
    return ways[event.key];
  }

  addEventListener("keydown", (event) => {
    const isOnFrame = event.target.id === "tidsrom";
    if (event.key === "Escape" && (grip.isHeld() || isOnFrame)) return takeBack(event);
    const now = isOnFrame && moving.shown();
    if (!now || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = way(event, now);
    if (!to) return;
    event.preventDefault();
    moving.to(to());
  });
})();
