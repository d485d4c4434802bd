// The timeline as drawn, and its picture on the way: the strip's frame by its places, the lanes by a transform, so that
// nothing is laid out anew.
(function () {
  "use strict";
  const LEAST = 0.005; // a scale nearer to one than this is none
  const days = window.akintDays;
  let held = { lanes: null }; // the lanes' drawings and their width, measured once a drawing

  // what is drawn now, anew after every answer
  function shown() {
    const frame = document.getElementById("tidsrom");
    if (!frame) return null;
    const pair = (name) => frame.dataset[name].split(" ").map(days.read);
    const [first, end] = pair("window");
    const { step, zoom } = frame.dataset;
    return { frame, first, end, strip: pair("strip"), reach: pair("reach"), step, zoom };
  }

  function percent(day, [low, high]) {
    const inside = Math.min(Math.max(day, low), high);
    return `${((100 * (inside - low)) / (high - low)).toFixed(3)}%`;
  }

  // now as the hand has it: at, a window in days
  function draw(now, at) {
    drawFrame(now, at);
    drawLanes(at);
    const label = document.querySelector(".strip-now");
    const said = days.words(Math.round(at[0]), Math.round(at[1]));
    label.textContent = said;
    label.classList.add("on");
    label.style.left = percent((at[0] + at[1]) / 2, now.strip);
    now.frame.akintSaid = now.frame.akintSaid || now.frame.getAttribute("aria-valuetext");
    now.frame.setAttribute("aria-valuetext", said);
    now.frame.setAttribute("aria-valuenow", Math.round(at[0] - now.reach[0]));
  }

  function drawFrame(now, [first, end]) {
    const from = percent(first, now.strip);
    const to = percent(end, now.strip);
    const [left, right] = now.frame.parentElement.querySelectorAll(".grip");
    now.frame.setAttribute("x", from);
    now.frame.setAttribute("width", `${(parseFloat(to) - parseFloat(from)).toFixed(3)}%`);
    const put = (grip, place) => ["x1", "x2"].forEach((side) => grip.setAttribute(side, place));
    put(left, from);
    put(right, to);
  }

  function measured(lanes) {
    const tracks = [...lanes.querySelectorAll(".tl-row > svg")];
    return { lanes, tracks, wide: tracks[0].clientWidth };
  }
  function drawLanes([from, to]) {
    const lanes = document.querySelector(".tl");
    if (!lanes) return;
    if (held.lanes !== lanes) held = measured(lanes);
    const first = days.read(lanes.dataset.first);
    const scale = (days.read(lanes.dataset.end) - first) / (to - from);
    const off = ((first - from) / (to - from)) * held.wide;
    const isScaled = Math.abs(scale - 1) > LEAST;
    lanes.classList.add("moving");
    lanes.classList.toggle("scaling", isScaled);
    const how = `translateX(${off.toFixed(1)}px)` + (isScaled ? ` scaleX(${scale.toFixed(4)})` : "");
    for (const track of held.tracks) track.style.transform = how;
  }

  // as it came
  function still() {
    const label = document.querySelector(".strip-now");
    const now = shown();
    if (label) label.classList.remove("on");
    if (now) {
      drawFrame(now, [now.first, now.end]);
      if (now.frame.akintSaid) now.frame.setAttribute("aria-valuetext", now.frame.akintSaid);
    }
    if (!held.lanes) return;
    held.lanes.classList.remove("moving", "scaling");
    for (const track of held.tracks) track.style.transform = "";
  }

  window.akintTimeline = { shown, draw, still };
})();
