// Watches the wall from a thread of its own. The wall answers every knock; one that hangs does not, and then the keeper
// is asked to open it anew (see keeper.js: this request reaches it, never the server).
(function () {
  "use strict";
  let unheard = 0, every = 5000, watch = 0;
  function knock() {
    unheard += 1;
    if (unheard > 6) { unheard = 0; fetch("/skjerm/vekk").catch(() => {}); }
    postMessage("there?");
  }
  onmessage = (event) => {
    if (event.data === "here") { unheard = 0; return; }
    every = Math.min(5000, Math.max(500, Number(event.data) * 100));
    clearInterval(watch);
    watch = setInterval(knock, every);
  };
})();
