// Before first paint: light or dark, so that nothing flashes.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem("akint-theme");
  } catch (_) {
    /* storage shut: the system's choice */
  }
  var dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.setAttribute("data-bs-theme", dark ? "dark" : "light");
})();
