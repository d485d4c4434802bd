// Marks: what one says stands beside it on hover, focus and tap; the second tap goes on, and so does one on the tip.
(function () {
  "use strict";
  const { akint } = window;
  const LINGER = 160; // ms that a tip stays when the pointer leaves its mark
  const MARK = "a.tells";
  const TOLD = "[data-tells]"; // what is told but no stop of the Tab key: plain regions
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true"); // the mark's own name says the same
  let shown = null;
  let leaving = 0;
  let touched = false;

  const markOf = (node) => node && node.closest && node.closest(MARK);
  const toldOf = (node) => markOf(node) || (node && node.closest && node.closest(TOLD));
  const isSeen = (mark) => (mark.checkVisibility ? mark.checkVisibility() : mark.getBoundingClientRect().width > 0);
  const isFocused = (mark) => mark === markOf(document.activeElement) && mark.matches(":focus-visible");

  function show(mark) {
    clearTimeout(leaving);
    if (shown === mark) return;
    const plain = mark.getAttribute("data-tells");
    const words = mark.getAttribute("aria-label") || mark.getAttribute("aria-description");
    const [said, does] = plain === null ? words.split(/\n/) : [plain, mark.closest("[data-does]").dataset.does];
    const way = document.createElement("span");
    way.textContent = does || "";
    tip.replaceChildren(said.replace(/\.$/, ""), way);
    tip.hidden = false;
    shown = mark;
    place();
  }
  function hide() {
    clearTimeout(leaving);
    tip.hidden = true;
    shown = null;
  }
  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (shown && !isFocused(shown)) hide();
    }, LINGER);
  }

  function place() {
    if (!shown) return;
    if (!shown.isConnected || !isSeen(shown)) hide();
    else akint.putBeside(tip, shown);
  }

  // -- by pointer and by focus

  addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = toldOf(event.target);
    if (mark) show(mark);
    else if (tip.contains(event.target)) clearTimeout(leaving);
  });
  addEventListener("pointerout", (event) => {
    if (event.pointerType !== "touch" && (toldOf(event.target) || tip.contains(event.target))) leave();
  });
  addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark && mark.matches(":focus-visible")) show(mark);
    else if (!mark && shown) hide();
  });
  addEventListener("focusout", (event) => {
    if (event.target === shown) leave();
  });
  addEventListener("scroll", place, { capture: true, passive: true });
  addEventListener(
    "keydown",
    () => {
      touched = false;
    },
    true,
  );

  // -- by hand

  addEventListener(
    "pointerdown",
    (event) => {
      touched = event.pointerType === "touch";
      if (touched && shown && !toldOf(event.target) && !tip.contains(event.target)) hide();
    },
    true,
  );
  addEventListener(
    "click",
    (event) => {
      if (tip.contains(event.target)) return pressTip();
      const mark = toldOf(event.target);
      if (!mark) return;
      const link = markOf(mark);
      if (touched && shown !== mark) {
        event.preventDefault();
        show(mark);
        if (link) link.focus({ preventScroll: true });
        return;
      }
      if (link) akint.narrowings.remember(link);
      hide();
    },
    true,
  );
  function pressTip() {
    if (!shown) return;
    touched = false;
    shown.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
  }

  akint.tip = { MARK, markOf, isSeen, hide, place, isShown: () => shown !== null };
  document.body.append(tip);
})();
