// The wall: shows slides for days, and never anything but a whole one. What its parts share: the slides, which of them
// is shown, and the times of it all. One tick drives it (tick.js), so that nothing that fails once can stop it.
(function () {
  "use strict";
  const element = document.querySelector(".wall");
  const source = document.getElementById("bilder");
  const begun = Date.now();
  const FORM = { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const oslo = new Intl.DateTimeFormat("nb-NO", { timeZone: "Europe/Oslo", ...FORM });

  const wall = (window.akintWall = {
    element,
    base: document.documentElement.dataset.root || "", // the path that a proxy has put before ours
    stage: element.querySelector(".stage"),
    steps: element.querySelector(".steps"),
    deck: JSON.parse(source.textContent),
    tag: null, // what the server calls these slides
    at: 0, // which slide is shown
    paused: false,
    closed: false,
    now: begun, // as the last tick had it
    shownAt: begun,
    elapsed: 0, // ms that the slide has been shown, pauses apart
    good: begun, // when the data were last known to be the newest
    asked: 0, // when they were last asked for
    asking: null, // the question that is on its way
    failed: false,
  });
  source.remove();

  // -- what is remembered over a reload: where we were, and when we last reloaded

  wall.remember = (name, value) => {
    try {
      sessionStorage.setItem("akint-wall-" + name, value);
    } catch (_) {
      // storage shut
    }
  };
  wall.recall = (name) => {
    try {
      return sessionStorage.getItem("akint-wall-" + name);
    } catch (_) {
      return null;
    }
  };

  // the time in Oslo by its parts, in two digits each
  wall.parts = (time) => Object.fromEntries(oslo.formatToParts(time).map((part) => [part.type, part.value]));
})();
