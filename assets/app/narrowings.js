// Narrowings by a press on a mark: Escape closes the tip, else takes the last one back; what a step changed is told.
(function () {
  "use strict";
  const { akint } = window;
  const { tip, here } = akint;
  const HAS_ESCAPE = "input, textarea, select, details[open], [role=grid]"; // what answers to Escape itself
  const OPENED = "details[data-menu][open], [data-opens][aria-expanded='true']";
  const taken = [];
  const close = ({ target }) => target.closest && target.closest(HAS_ESCAPE);
  const isTaken = (event) => Boolean(close(event) || document.querySelector(OPENED)); // Escape is somebody else's

  function remember(mark) {
    const to = new URL(mark.getAttribute("href"), location.href);
    const isNarrowing = to.pathname === location.pathname && to.search !== location.search;
    if (isNarrowing) taken.push({ from: here(), to: to.pathname + to.search });
  }

  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      if (tip.isShown()) {
        tip.hide();
        event.stopPropagation();
        return;
      }
      const last = taken[taken.length - 1];
      if (!last || last.to !== here() || isTaken(event)) return;
      taken.pop();
      event.preventDefault();
      akint.go(new URL(last.from, location.href));
    },
    true,
  );

  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  document.body.append(status);
  addEventListener("akint-changed", () => {
    const chips = [...document.querySelectorAll(".filters .chip")].map((chip) => chip.firstChild.textContent.trim());
    const left = document.querySelector(".filters .left");
    const told = document.querySelector("main [data-told]"); // its own finding, where a step changes more than filters
    const said = [told && told.getAttribute("data-told"), ...chips, left && left.textContent.trim()];
    status.textContent = said.filter(Boolean).join(". ");
  });

  akint.narrowings = { remember, isTaken };
})();
