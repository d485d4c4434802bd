// The first of what every page loads: what the others share, and the event that tells them of what has come.
(function () {
  "use strict";
  const akint = (window.akint = {});
  akint.base = document.documentElement.dataset.root || ""; // the path that a proxy has put before ours
  akint.here = () => location.pathname + location.search;
  akint.each = (selector, act, within = document) => within.querySelectorAll(selector).forEach(act);
  akint.put = (query, name, value) => (value ? query.set(name, value) : query.delete(name));
  akint.go = (url, how = {}) => dispatchEvent(new CustomEvent("akint-go", { detail: { url, ...how } })); // a step
  akint.came = (act) => addEventListener("akint-came", act); // a page, or a part of one, stands there anew

  akint.store = (name, value) => {
    // in this browser only; whether it was kept: storage may be shut
    try {
      localStorage.setItem(name, value);
      return true;
    } catch (_) {
      return false;
    }
  };
  akint.stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch (_) {
      return null;
    }
  };
})();
