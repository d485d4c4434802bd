// Watches the wall from a thread of its own, whose timers run whatever happens to the wall's: it knocks, and the wall
// begins its tick again where that has stopped, or opens anew where no slide has changed for long (see wall.js).
(function () {
  "use strict";
  let watch = 0;
  onmessage = (event) => {
    clearInterval(watch);
    watch = setInterval(() => postMessage("there?"), Math.min(5000, Math.max(500, Number(event.data) * 100)));
  };
})();
