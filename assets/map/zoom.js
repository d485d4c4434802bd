// The map under a hand: drag, pinch, Ctrl with the wheel, and buttons. While it moves the drawing is only moved and scaled;
// at rest it is drawn anew, with names, dots and hatches as large on the screen as before.
(function () {
  "use strict";
  const REST = 160, LEAST = 220, STEP = 1.6, CALM = 200; // ms without a move; km across; a press on a button; ms of its way
  let kept = null; // { key, box }: where the reader has gone on which map; another map begins at its own window
  let at = null, laid = null, resting = 0, drawing = 0;

  const svg = () => document.querySelector(".map-frame svg.map");
  const numbers = (text) => text.split(" ").map(Number);
  const home = (map) => numbers(map.akintHome || (map.akintHome = map.getAttribute("viewBox")));
  const shown = (map) => at || (kept && kept.key === map.dataset.key ? kept.box : home(map));
  const same = (a, b) => a.every((value, index) => Math.abs(value - b[index]) < 0.5);

  function within([x, y, w, h], map) { // no nearer than LEAST, and nothing but the map is seen
    const [left, top, wide, high] = numbers(map.dataset.reach), shape = h / w, most = Math.min(wide, high / shape);
    const width = Math.min(Math.max(w, LEAST), most), height = width * shape;
    const place = (from, old, now, low, room) => Math.min(Math.max(from + (old - now) / 2, low), low + room - now);
    return [place(x, w, width, left, wide), place(y, h, height, top, high), width, height];
  }

  // -- at rest: the window itself, and what keeps its size turned back

  function draw(map, box) {
    const first = home(map), back = box[2] / first[2];
    map.setAttribute("viewBox", box.map((value) => value.toFixed(1)).join(" "));
    map.style.cssText = map.parentElement.style.cssText = ""; laid = null;
    window.akintNames(map, back);
    const moved = !same(box, first), frame = map.closest(".map-frame");
    frame.classList.toggle("moved", moved);
    for (const [name, off] of [["home", !moved], ["in", box[2] <= LEAST + 0.5], ["out", same(within([box[0], box[1], box[2] * STEP, box[3] * STEP], map), box)]]) {
      const button = document.querySelector(`[data-zoom="${name}"]`);
      if (button) button.setAttribute("aria-disabled", String(off));
    }
    dispatchEvent(new Event("akint-laid")); // a tip stands beside its mark again
  }
  function rest() {
    const map = svg();
    clearTimeout(resting); cancelAnimationFrame(drawing); drawing = 0;
    if (!map || !at) return;
    kept = { key: map.dataset.key, box: at };
    at = null;
    draw(map, kept.box);
  }

  // -- on its way: drawn once with land around, then moved and scaled as a picture

  function lay(map) {
    const [x, y, w, h] = shown(map), box = map.getBoundingClientRect();
    laid = { map, box: [x, y, w, h], wide: box.width };
    map.parentElement.style.height = `${box.height}px`;
    map.setAttribute("viewBox", `${x - w / 2} ${y - h / 2} ${2 * w} ${2 * h}`);
    map.style.cssText = `position:absolute;left:-50%;top:-50%;width:200%;height:200%;transform-origin:25% 25%;will-change:transform;--back:${map.style.getPropertyValue("--back") || 1}`;
  }
  function move() {
    drawing = 0;
    const map = svg();
    if (!map || !at) return;
    if (!laid || laid.map !== map) lay(map);
    const [x, y, w] = laid.box, one = laid.wide / at[2];
    map.style.transform = `translate(${((x - at[0]) * one).toFixed(1)}px,${((y - at[1]) * one).toFixed(1)}px) scale(${(w / at[2]).toFixed(4)})`;
  }
  function to(box, soon = REST) {
    const map = svg();
    if (!laid || laid.map !== map) lay(map);
    at = within(box, map);
    if (!drawing) drawing = requestAnimationFrame(move);
    clearTimeout(resting); resting = setTimeout(rest, soon);
  }
  function glide(box) { // a step of its own: shown on its way where motion is wanted
    const map = svg();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) { at = within(box, map); rest(); return; }
    to(box, CALM + 30);
    map.style.transition = `transform ${CALM}ms ease-out`;
  }
  function scaled(map, by, x, y) { // about a place in the frame, 0 to 1
    const [left, top, w, h] = shown(map), limited = within([left, top, w / by, h / by], map)[2] / w;
    return [left + x * w * (1 - limited), top + y * h * (1 - limited), w * limited, h * limited];
  }
  function change({ box, x, y, dx = 0, dy = 0, scale }) {
    const map = svg(), frame = box.getBoundingClientRect(), one = shown(map)[2] / frame.width;
    const [left, top, w, h] = scaled(map, scale, (x - frame.left) / frame.width, (y - frame.top) / frame.height);
    to([left - dx * one, top - dy * one, w, h]); map.style.transition = "";
  }

  window.akintHand.on(".atlas-drawing", {
    grips: ({ touch, pinch }) => Boolean(svg()) && (!touch || pinch || svg().closest(".moved") !== null), // one finger scrolls the page
    move: change, wheel: change, end: rest,
  });

  addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]"), map = svg(), how = button && button.dataset.zoom;
    if (!button || !map || button.getAttribute("aria-disabled") === "true") return;
    glide(how === "home" ? home(map) : scaled(map, how === "in" ? STEP : 1 / STEP, 0.5, 0.5));
  });

  // a region that gets focus, or is opened, comes into view
  function show(map, mark) {
    const [x, y, w, h] = shown(map), [a, b] = [Number(mark.dataset.x), Number(mark.dataset.y)], room = 0.06 * w;
    if (a < x + room || a > x + w - room || b < y + room || b > y + h - room) glide([a - w / 2, b - h / 2, w, h]);
  }
  addEventListener("focusin", (event) => {
    const mark = event.target.closest && event.target.closest(".map-frame a[data-x]");
    if (mark && mark.matches(":focus-visible")) show(svg(), mark);
  });

  function ready() { // a drawing that came anew: where the reader had gone
    const map = svg();
    document.documentElement.classList.toggle("can-zoom", Boolean(map));
    if (!map || map.akintHome) return;
    home(map); at = null; laid = null;
    if (!kept || kept.key !== map.dataset.key) kept = null;
    draw(map, shown(map));
    const opened = map.querySelector("a[data-x][aria-current]");
    if (kept && opened) show(map, opened);
  }
  window.akint.came(ready);
  for (const [when, box] of [["beforeprint", home], ["afterprint", shown]]) addEventListener(when, () => { const map = svg(); if (map) draw(map, box(map)); });
  ready();
})();
