// The screen stays awake; the last picture is kept; somebody watches the watch.
(function () {
  "use strict";
  const { akintWall: wall } = window;
  const { serviceWorker } = navigator;
  let watcher = null;

  function wake() {
    if (navigator.wakeLock && document.visibilityState === "visible") {
      navigator.wakeLock.request("screen").catch(() => {});
    }
  }
  document.addEventListener("visibilitychange", wake);
  wake();

  // by a thread that the keeper hears: one begun before the keeper was there is not heard
  function watched() {
    if (watcher) watcher.terminate();
    try {
      watcher = new Worker(wall.base + "/skjerm/puls.js");
    } catch (_) {
      return; // no worker: the tick alone
    }
    watcher.postMessage(wall.deck.renew);
    watcher.onmessage = (event) => {
      event.target.postMessage("here");
      if (wall.hangs())
        wall.start(); // the tick has died: begin it again
      else if (isStuck()) wall.reload();
    };
  }
  function isStuck() {
    const { paused, closed, now, shownAt, deck } = wall;
    return !paused && !closed && now - shownAt > (3 * deck.seconds + 30) * 1000 && deck.slides.length > 1;
  }

  if (serviceWorker) {
    serviceWorker.register(wall.base + "/skjerm/vakt.js", { scope: wall.base + "/skjerm" }).catch(() => {});
    serviceWorker.addEventListener("message", (event) => event.source && event.source.postMessage("here"));
    serviceWorker.addEventListener("controllerchange", watched);
  }
  watched();
})();
