// Watches the wall from a thread of its own, whose timers run whatever happens to the wall's: it knocks, and the wall
// begins its tick again where that has stopped, or opens anew where no slide has changed for long (see wall/). Where
// nobody answers, the whole tab hangs: the keeper is told, which can open another in its place.
(function () {
  "use strict";
  let watch = 0,
    answered = 0;
  onmessage = (event) => {
    answered = Date.now();
    if (event.data === "here") return;
    const pause = Math.min(5000, Math.max(500, Number(event.data) * 100)),
      patience = 4 * pause;
    clearInterval(watch);
    watch = setInterval(() => {
      postMessage("there?");
      if (Date.now() - answered <= patience) return;
      answered = Date.now() + patience;
      fetch("henger", { cache: "no-store" }).catch(() => {});
    }, pause);
  };
})();
