// The tick: clock, change of slide, looks for newer data, age of the picture, the nightly reload.
(function () {
  "use strict";
  const { akintWall: wall } = window;
  const TICK = 250;
  const PATIENCE = [5000, 15000]; // ms that an answer is waited for, at least and at most
  let clock = 0;

  function tick() {
    const before = wall.now;
    const now = (wall.now = Date.now());
    if (now < before) wall.shownAt = wall.asked = now; // the machine's clock was set back
    if (!wall.paused) wall.elapsed += Math.min(Math.max(0, now - before), 5000);
    if (!wall.closed && !wall.paused && wall.elapsed >= wall.deck.seconds * 1000) next();
    wall.clear();
    const renew = wall.deck.renew * 1000;
    const [least, most] = PATIENCE;
    if (wall.asking && now - wall.asked > Math.max(least, Math.min(most, renew))) wall.giveUp();
    if (!wall.asking && now - wall.asked >= renew) wall.look();
    wall.foot();
    wall.nightly();
  }

  function next() {
    if (wall.deck.slides.length > 1) return wall.show(wall.at + 1);
    wall.elapsed = 0;
    wall.shownAt = wall.now;
    wall.progress();
  }

  wall.start = () => {
    clearInterval(clock);
    clock = setInterval(() => {
      try {
        tick();
      } catch (error) {
        console.warn(error);
      }
    }, TICK);
  };
  wall.hangs = () => Date.now() - wall.now > 20 * TICK;
})();
