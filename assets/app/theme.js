// Light or dark: the reader's choice, else the system's. What is chosen before first paint: `first/first.js`.
(function () {
  "use strict";
  const { each, came, store, stored } = window.akint;
  const root = document.documentElement;
  const isDark = () => root.getAttribute("data-bs-theme") === "dark";

  function set(theme) {
    root.setAttribute("data-bs-theme", theme);
    label();
  }
  function label() {
    const pressed = String(isDark());
    each("[data-theme]", (button) => {
      if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    });
  }
  came(label);

  addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme]")) return;
    set(isDark() ? "light" : "dark");
    store("akint-theme", root.getAttribute("data-bs-theme"));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
    if (!stored("akint-theme")) set(event.matches ? "dark" : "light");
  });
})();
