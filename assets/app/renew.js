// A new version of the program: a page that nobody touches is loaded anew, where it stands; once for each version.
(function () {
  "use strict";
  const { akint } = window;
  const IDLE_MS = Number(document.documentElement.dataset.idle) || 60000;
  const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"];
  let touched = Date.now();
  const touch = () => {
    touched = Date.now();
  };
  TOUCHES.forEach((kind) => addEventListener(kind, touch, { passive: true, capture: true }));

  const isTicked = (field) => field.type === "checkbox" || field.type === "radio";
  const isChanged = (field) =>
    isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  function isIdle() {
    const fields = [...document.querySelectorAll("input, textarea")].filter((field) => field.type !== "hidden");
    const focused = document.activeElement;
    const isTyping = focused && focused.matches("input, textarea, select");
    return Date.now() - touched > IDLE_MS && !fields.some(isChanged) && !isTyping;
  }

  // whether the page is on its way anew; not where that was tried already: one of several servers may lag behind
  akint.renewed = (program) => {
    if (!isIdle()) return false;
    try {
      if (sessionStorage.getItem("akint-program") === program) return false;
      sessionStorage.setItem("akint-program", program);
      sessionStorage.setItem("akint-place", JSON.stringify({ place: akint.here(), y: scrollY }));
    } catch (_) {
      return false;
    }
    location.reload();
    return true;
  };

  akint.whereItStood = () => {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem("akint-place"));
      sessionStorage.removeItem("akint-place");
    } catch (_) {
      // storage shut: at the top
    }
    if (kept && kept.place === akint.here()) scrollTo(0, kept.y);
  };
})();
