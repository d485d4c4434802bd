// The window of the timeline on its way: it is moved as drawn, and the address follows at rest.
(function () {
  "use strict";
  const REST = 250; // ms without a move
  const days = window.akintDays;
  const drawn = window.akintTimeline;
  const { shown } = drawn;
  let at = null; // the window as the hand has it (days); null: as drawn
  let drawing = 0;
  let resting = 0;
  let pressed = false; // the hand still holds it
  let before = null; // the address that Escape takes back to

  const current = () => {
    const now = shown();
    return now && (at || [now.first, now.end]);
  };

  function to(wanted, keep) {
    const now = shown();
    if (!now) return;
    at = days.within(wanted, now.reach, keep);
    if (!drawing) drawing = requestAnimationFrame(draw);
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
  }

  function draw() {
    cancelAnimationFrame(drawing);
    drawing = 0;
    const now = shown();
    if (now && at) drawn.draw(now, at);
  }
  // as drawn
  function still() {
    at = null;
    clearTimeout(resting);
    resting = 0;
    drawn.still();
  }

  // -- at rest: one step of the page, over the last one where that was the hand's too

  function rest() {
    resting = 0;
    const now = shown();
    if (!now || !at) return;
    const end = days.settled(at, now);
    if (end.first === now.first && end.end === now.end) {
      if (!pressed) still();
      return;
    }
    const url = new URL(location.href);
    const query = url.searchParams;
    const set = (name, value) => window.akint.put(query, name, value);
    const kept = end.kept && now.zoom;
    set("zoom", kept && now.zoom !== "9mnd" ? now.zoom : "");
    set("fra", days.write(end.first));
    set("til", kept ? "" : days.write(end.end - 1));
    set("blad", "");
    url.hash = "";
    const again = history.state && history.state.hand;
    if (!again) before = window.akint.here();
    go(url, again);
  }
  const go = (url, again) => window.akint.go(url, { again, state: { hand: true } });

  function hold(on) {
    pressed = on;
    if (!on && at) {
      clearTimeout(resting);
      resting = setTimeout(rest, REST);
    }
  }
  // to where the hand began
  function back() {
    if (at) {
      still();
      return true;
    }
    if (!before || !(history.state && history.state.hand)) return false;
    go(new URL(before, location.href), true);
    before = null;
    return true;
  }

  // an answer: drawn as the address says, or, where the hand is on or was on again, as the hand has it
  let last = null;
  window.akint.came(() => {
    const frame = document.getElementById("tidsrom");
    if (frame === last) return;
    last = frame;
    if (!at) return;
    if (pressed || resting) draw();
    else still();
  });

  window.akintMoving = { shown, current, to, hold, back, still };
})();
