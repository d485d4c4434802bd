// After a step: title, focus, scroll; the menu that was open stays open.
(function () {
  "use strict";
  const { akint } = window;
  const FIGURES_MS = 150; // then the figures of a first load have their height
  let shown = null; // where the page that stands there was asked for

  akint.came(() => {
    const shell = document.querySelector(".shell");
    if (!shell) return;
    const title = shell.getAttribute("data-title");
    if (title && document.title !== title) document.title = title;
    const place = akint.here();
    if (shell.getAttribute("data-address") !== place) return late(shell, place);
    met.add(shell);
    if (shown && shown.place === place) return;
    const before = shown;
    shown = { place, path: location.pathname };
    akint.fit();
    if (!before) begin();
    else arrive(before.path !== location.pathname);
  });

  function begin() {
    if (location.hash) requestAnimationFrame(() => akint.focus.toAnchor(location.hash));
    setTimeout(akint.whereItStood, FIGURES_MS);
  }

  function arrive(moved) {
    if (moved) {
      akint.menus.closeFolds();
      akint.focus.toHeading();
      if (!(location.hash && akint.focus.toAnchor(location.hash))) scrollTo(0, 0);
    } else {
      akint.focus.restore();
      dispatchEvent(new Event("akint-changed"));
    }
    akint.focus.forget();
  }

  // the old picture still stands, or an answer to an earlier step overtook the newest: then it is asked for once more
  const WAIT_MS = 1500;
  const met = new WeakSet();
  let recovered = null;
  function late(shell) {
    if (met.has(shell)) return;
    met.add(shell);
    setTimeout(recover, WAIT_MS, shell);
  }
  function recover(shell) {
    const place = akint.here();
    if (!shell.isConnected || shell.getAttribute("data-address") === place || recovered === place) return;
    recovered = place;
    location.reload();
  }
})();
