// Graphs: the last picture of each stands in until the new one is drawn, so that nothing blinks.
(function () {
  "use strict";
  const { each } = window.akint;
  const FRAMES = 300; // so long a graph is waited for
  const pictures = {};

  function stand(plot) {
    const last = pictures[plot.id];
    if (last && !plot.querySelector(".main-svg")) {
      const ghost = document.createElement("div");
      ghost.className = "ghost";
      ghost.setAttribute("aria-hidden", "true");
      last.forEach((svg) => ghost.append(svg.cloneNode(true)));
      plot.parentElement.append(ghost);
    }
    let tries = 0;
    (function look() {
      const now = plot.querySelectorAll(".main-svg");
      const isDrawn = now.length && plot.querySelector(".plot .trace, .plot g[class*='layer']");
      if (!isDrawn && plot.isConnected && tries++ < FRAMES) return requestAnimationFrame(look);
      if (isDrawn) pictures[plot.id] = [...now];
      each(".ghost", (ghost) => ghost.remove(), plot.parentElement || plot);
    })();
  }

  const met = new WeakSet();
  window.akint.came(() =>
    each(".plot", (plot) => {
      if (!met.has(plot)) stand(plot);
      met.add(plot);
    }),
  );
})();
