// The map under a hand: drag, pinch, Ctrl with the wheel, and buttons. While it moves the drawing is only moved and
// scaled; at rest it is drawn anew.
(function () {
  "use strict";
  const REST = 160; // ms without a move
  const CALM = 200; // ms of a step of its own
  const EDGE = 0.06; // a part of the window: what lies nearer to its edge is not in view
  const { STEP, svg, home, within, ...picture } = window.akintWindow;
  let kept = null; // { key, box }: where the reader has gone on which map; another map begins at its own window
  let at = null; // the window on its way; null: at rest
  let laid = null; // the picture that is moved
  let resting = 0;
  let drawing = 0;

  const shown = (map) => at || (kept && kept.key === map.dataset.key ? kept.box : home(map));
  const isLaid = (map) => laid !== null && laid.map === map;

  function draw(map, box) {
    laid = null;
    picture.draw(map, box);
  }
  function rest() {
    const map = svg();
    clearTimeout(resting);
    cancelAnimationFrame(drawing);
    drawing = 0;
    if (!map || !at) return;
    kept = { key: map.dataset.key, box: at };
    at = null;
    draw(map, kept.box);
  }

  function move() {
    drawing = 0;
    const map = svg();
    if (!map || !at) return;
    if (!isLaid(map)) laid = picture.lay(map, shown(map));
    picture.move(laid, at);
  }
  function to(box, soon = REST) {
    const map = svg();
    if (!isLaid(map)) laid = picture.lay(map, shown(map));
    at = within(box, map);
    if (!drawing) drawing = requestAnimationFrame(move);
    clearTimeout(resting);
    resting = setTimeout(rest, soon);
  }
  // a step of its own: shown on its way where motion is wanted
  function glide(box) {
    const map = svg();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      at = within(box, map);
      return rest();
    }
    to(box, CALM + 30);
    map.style.transition = `transform ${CALM}ms ease-out`;
  }
  // about a place in the frame, 0 to 1
  function scaled(map, by, x, y) {
    const [left, top, w, h] = shown(map);
    const limited = within([left, top, w / by, h / by], map)[2] / w;
    return [left + x * w * (1 - limited), top + y * h * (1 - limited), w * limited, h * limited];
  }
  function change({ box, x, y, dx = 0, dy = 0, scale }) {
    const map = svg();
    const frame = box.getBoundingClientRect();
    const one = shown(map)[2] / frame.width;
    const [left, top, w, h] = scaled(map, scale, (x - frame.left) / frame.width, (y - frame.top) / frame.height);
    to([left - dx * one, top - dy * one, w, h]);
    map.style.transition = "";
  }

  const isMoved = () => svg().closest(".moved") !== null;
  window.akintHand.on(".atlas-drawing", {
    grips: ({ touch, pinch }) => Boolean(svg()) && (!touch || pinch || isMoved()), // else one finger scrolls the page
    move: change,
    wheel: change,
    end: rest,
  });

  addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    const map = svg();
    if (!button || !map || button.getAttribute("aria-disabled") === "true") return;
    const how = button.dataset.zoom;
    glide(how === "home" ? home(map) : scaled(map, how === "in" ? STEP : 1 / STEP, 0.5, 0.5));
  });

  // a region that gets focus, or is opened, comes into view
  function show(map, mark) {
    const [x, y, w, h] = shown(map);
    const [a, b] = [Number(mark.dataset.x), Number(mark.dataset.y)];
    const room = EDGE * w;
    const isInView = a >= x + room && a <= x + w - room && b >= y + room && b <= y + h - room;
    if (!isInView) glide([a - w / 2, b - h / 2, w, h]);
  }
  addEventListener("focusin", (event) => {
    const mark = event.target.closest && event.target.closest(".map-frame a[data-x]");
    if (mark && mark.matches(":focus-visible")) show(svg(), mark);
  });

  // a drawing that came anew: where the reader had gone
  function ready() {
    const map = svg();
    document.documentElement.classList.toggle("can-zoom", Boolean(map));
    if (!map || map.akintHome) return;
    home(map);
    at = null;
    if (kept && kept.key !== map.dataset.key) kept = null;
    draw(map, shown(map));
    const opened = map.querySelector("a[data-x][aria-current]");
    if (kept && opened) show(map, opened);
  }
  const drawn = (box) => () => svg() && draw(svg(), box(svg()));
  addEventListener("beforeprint", drawn(home));
  addEventListener("afterprint", drawn(shown));
  window.akint.came(ready);
  ready();
})();
