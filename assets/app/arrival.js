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
    const isOld = shell.getAttribute("data-address") !== place; // the answer to the newest step is on its way
    if (isOld || (shown && shown.place === place)) return;
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
})();
