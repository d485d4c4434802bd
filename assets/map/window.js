// The window of the map: where it may be, and the map drawn in it at rest, with names, dots and hatches as large on the
// screen as before.
(function () {
  "use strict";
  const LEAST = 220; // km across
  const STEP = 1.6; // a press on a button

  const svg = () => document.querySelector(".map-frame svg.map");
  const numbers = (text) => text.split(" ").map(Number);
  const home = (map) => numbers(map.akintHome || (map.akintHome = map.getAttribute("viewBox")));
  const same = (a, b) => a.every((value, index) => Math.abs(value - b[index]) < 0.5);

  // no nearer than LEAST, and nothing but the map is seen
  function within([x, y, w, h], map) {
    const [left, top, wide, high] = numbers(map.dataset.reach);
    const shape = h / w;
    const width = Math.min(Math.max(w, LEAST), Math.min(wide, high / shape));
    const height = width * shape;
    const place = (from, old, now, low, room) => Math.min(Math.max(from + (old - now) / 2, low), low + room - now);
    return [place(x, w, width, left, wide), place(y, h, height, top, high), width, height];
  }

  // the window itself, and what keeps its size turned back
  function draw(map, box) {
    const first = home(map);
    map.setAttribute("viewBox", box.map((value) => value.toFixed(1)).join(" "));
    map.style.cssText = map.parentElement.style.cssText = "";
    window.akintNames(map, box[2] / first[2]);
    const moved = !same(box, first);
    map.closest(".map-frame").classList.toggle("moved", moved);
    offer("home", moved);
    offer("in", box[2] > LEAST + 0.5);
    offer("out", !same(within([box[0], box[1], box[2] * STEP, box[3] * STEP], map), box));
    dispatchEvent(new Event("akint-laid")); // a tip stands beside its mark again
  }
  function offer(name, isThere) {
    const button = document.querySelector(`[data-zoom="${name}"]`);
    if (button) button.setAttribute("aria-disabled", String(!isThere));
  }

  // drawn once with land around, to be moved and scaled as a picture
  const PICTURE = {
    position: "absolute",
    left: "-50%",
    top: "-50%",
    width: "200%",
    height: "200%",
    transformOrigin: "25% 25%",
    willChange: "transform",
  };
  function lay(map, [x, y, w, h]) {
    const back = map.style.getPropertyValue("--back") || "1";
    const box = map.getBoundingClientRect();
    map.parentElement.style.height = `${box.height}px`;
    map.setAttribute("viewBox", `${x - w / 2} ${y - h / 2} ${2 * w} ${2 * h}`);
    map.style.cssText = "";
    Object.assign(map.style, PICTURE);
    map.style.setProperty("--back", back);
    return { map, box: [x, y, w, h], wide: box.width };
  }
  // the picture moved to where a window is
  function move(laid, at) {
    const [x, y, w] = laid.box;
    const one = laid.wide / at[2];
    const [right, down] = [(x - at[0]) * one, (y - at[1]) * one];
    const way = `translate(${right.toFixed(1)}px,${down.toFixed(1)}px)`;
    laid.map.style.transform = `${way} scale(${(w / at[2]).toFixed(4)})`;
  }

  window.akintWindow = { STEP, svg, home, within, draw, lay, move };
})();
