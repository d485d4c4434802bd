// The window of the timeline on its way: the strip's frame and the lanes are moved as drawn, and the address follows at rest.
(function () {
  "use strict";
  const REST = 250; // ms without a move
  const days = window.akintDays;
  let at = null; // the window as the hand has it (days); null: as drawn
  let drawing = 0, resting = 0, before = null; // before: the address that Escape takes back to

  // what is drawn now, anew after every answer
  function shown() {
    const frame = document.getElementById("tidsrom");
    if (!frame) return null;
    const pair = (name) => frame.dataset[name].split(" ").map(days.read), [first, end] = pair("window");
    return { frame, first, end, strip: pair("strip"), reach: pair("reach"), step: frame.dataset.step, zoom: frame.dataset.zoom };
  }
  const current = () => { const now = shown(); return now && (at || [now.first, now.end]); };

  function to(wanted, keep) {
    const now = shown();
    if (!now) return;
    at = days.within(wanted, now.reach, keep);
    if (!drawing) drawing = requestAnimationFrame(draw);
    clearTimeout(resting); resting = setTimeout(rest, REST);
  }

  // -- one picture of it: the frame by its places, the lanes by a transform, so that nothing is laid out anew

  const percent = (day, [low, high]) => `${(100 * (Math.min(Math.max(day, low), high) - low) / (high - low)).toFixed(3)}%`;
  function draw() {
    cancelAnimationFrame(drawing); drawing = 0;
    const now = shown();
    if (!now || !at) return;
    frame(now, at); lanes(at);
    const label = document.querySelector(".strip-now"), said = days.words(Math.round(at[0]), Math.round(at[1]));
    label.textContent = said; label.classList.add("on"); label.style.left = percent((at[0] + at[1]) / 2, now.strip);
    now.frame.akintSaid = now.frame.akintSaid || now.frame.getAttribute("aria-valuetext");
    now.frame.setAttribute("aria-valuetext", said);
    now.frame.setAttribute("aria-valuenow", Math.round(at[0] - now.reach[0]));
  }
  function frame(now, [first, end]) {
    const from = percent(first, now.strip), to = percent(end, now.strip), [left, right] = now.frame.parentElement.querySelectorAll(".grip");
    now.frame.setAttribute("x", from); now.frame.setAttribute("width", `${(parseFloat(to) - parseFloat(from)).toFixed(3)}%`);
    for (const [grip, place] of [[left, from], [right, to]]) { grip.setAttribute("x1", place); grip.setAttribute("x2", place); }
  }
  let held = { lanes: null }; // the lanes' drawings and their width, measured once a drawing
  function lanes(window) {
    const lanes = document.querySelector(".tl");
    if (!lanes || !window) return;
    if (held.lanes !== lanes) held = { lanes, tracks: [...lanes.querySelectorAll(".tl-row > svg")], wide: lanes.querySelector(".tl-row > svg").clientWidth };
    const first = days.read(lanes.dataset.first), long = days.read(lanes.dataset.end) - first, now = window[1] - window[0];
    const scale = long / now, off = (first - window[0]) / now * held.wide;
    lanes.classList.add("moving"); lanes.classList.toggle("scaling", Math.abs(scale - 1) > 0.005);
    const how = Math.abs(scale - 1) > 0.005 ? `translateX(${off.toFixed(1)}px) scaleX(${scale.toFixed(4)})` : `translateX(${off.toFixed(1)}px)`;
    for (const track of held.tracks) track.style.transform = how;
  }
  function still() { // as drawn
    at = null; clearTimeout(resting); resting = 0;
    const label = document.querySelector(".strip-now"), now = shown();
    if (label) label.classList.remove("on");
    if (now) { frame(now, [now.first, now.end]); if (now.frame.akintSaid) now.frame.setAttribute("aria-valuetext", now.frame.akintSaid); }
    if (held.lanes) { held.lanes.classList.remove("moving", "scaling"); for (const track of held.tracks) track.style.transform = ""; }
  }

  // -- at rest: one step of the page, over the last one where that was the hand's too

  function rest() {
    resting = 0;
    const now = shown();
    if (!now || !at) return;
    const end = days.settled(at, now), url = new URL(location.href), query = url.searchParams;
    if (end.first === now.first && end.end === now.end) { if (!pressed) still(); return; }
    const set = (name, value) => (value ? query.set(name, value) : query.delete(name));
    const kept = end.kept && now.zoom;
    set("zoom", kept && now.zoom !== "9mnd" ? now.zoom : ""); set("fra", days.write(end.first)); set("til", kept ? "" : days.write(end.end - 1)); set("blad", "");
    url.hash = "";
    const again = history.state && history.state.hand;
    if (!again) before = location.pathname + location.search;
    go(url, again);
  }
  function go(url, again) { dispatchEvent(new CustomEvent("akint-go", { detail: { url, again, state: { hand: true } } })); }

  let pressed = false; // the hand still holds it
  function hold(on) { pressed = on; if (!on && at) { clearTimeout(resting); resting = setTimeout(rest, REST); } }
  function back() { // to where the hand began
    if (at) { still(); return true; }
    if (!before || !(history.state && history.state.hand)) return false;
    go(new URL(before, location.href), true); before = null;
    return true;
  }

  // an answer: drawn as the address says, or, where the hand is on or was on again, as the hand has it
  let drawn = null;
  window.akint.came(() => {
    const frame = document.getElementById("tidsrom");
    if (frame === drawn) return;
    drawn = frame;
    if (!at) return;
    if (pressed || resting) draw(); else still();
  });

  window.akintMoving = { shown, current, to, hold, back, still };
})();
