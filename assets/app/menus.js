// Menus and folds: one menu open at a time, Escape closes.
(function () {
  "use strict";
  const { each } = window.akint;
  const root = document.documentElement;
  const OPENED = "[data-opens][aria-expanded='true']";

  function closeMenus(except) {
    each("details[data-menu][open]", (menu) => {
      if (menu !== except) menu.open = false;
    });
  }
  function closeFolds() {
    closeMenus();
    each(OPENED, (button) => toggle(button, false));
  }
  function toggle(button, open) {
    button.setAttribute("aria-expanded", String(open));
    const fold = document.getElementById(button.getAttribute("data-opens"));
    if (fold) fold.classList.toggle("open", open);
  }

  addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) toggle(opener, opener.getAttribute("aria-expanded") !== "true");
    const menu = event.target.closest("details[data-menu]");
    const isChosen = menu && menu.matches("[data-menu='one']") && event.target.closest("a[href]"); // of one choice
    closeMenus(isChosen ? null : menu);
  });

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details[data-menu][open]");
    if (!menu) return closeFolds();
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // a menu that would reach out of the window opens to the other side
  addEventListener(
    "toggle",
    ({ target: menu }) => {
      if (!menu.matches || !menu.matches("details[data-menu]")) return;
      menu.classList.remove("leans");
      const reachesOut = menu.open && menu.lastElementChild.getBoundingClientRect().right > root.clientWidth;
      if (reachesOut) menu.classList.add("leans");
    },
    true,
  );

  window.akint.menus = { closeFolds, toggle };
})();
