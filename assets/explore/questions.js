// Explore: questions kept by name, in this browser.
(function () {
  "use strict";
  const { each, here, store, stored } = window.akint;
  const KEPT = "akint-questions",
    MOST = 50;

  // -- questions kept in this browser
  function read() {
    try {
      const found = JSON.parse(stored(KEPT) || "[]");
      return Array.isArray(found) ? found : [];
    } catch (_) {
      return [];
    }
  }
  const write = (some) => store(KEPT, JSON.stringify(some.slice(0, MOST)));
  const own = (address) => typeof address === "string" && new URL(address, location.origin).origin === location.origin;

  function fill(box) {
    const list = box.querySelector("ul"),
      told = box.querySelector("[role=status]"),
      some = read();
    list.replaceChildren(
      ...some
        .filter((one) => one && own(one.address))
        .map((one) => {
          const item = document.createElement("li"),
            link = document.createElement("a"),
            button = document.createElement("button");
          link.href = one.address;
          link.textContent = one.name;
          button.type = "button";
          button.textContent = "×";
          button.setAttribute("data-forget", one.name);
          button.setAttribute("aria-label", box.dataset.remove.replace("{name}", one.name));
          item.append(link, " ", button);
          return item;
        }),
    );
    if (!some.length && !told.textContent) told.textContent = box.dataset.none;
    box.hidden = false;
  }

  addEventListener("submit", (event) => {
    const box = event.target.closest("[data-saved-questions]");
    if (!box) return;
    event.preventDefault();
    const field = box.querySelector("input"),
      name = field.value.trim();
    if (!name) {
      field.focus();
      return;
    }
    const address = here();
    const kept = write([{ name, address }, ...read().filter((one) => one.name !== name)]);
    box.querySelector("[role=status]").textContent = kept ? box.dataset.kept.replace("{name}", name) : box.dataset.shut;
    field.value = "";
    fill(box);
  });
  addEventListener("click", (event) => {
    const button = event.target.closest("[data-forget]"),
      box = button && button.closest("[data-saved-questions]");
    if (!box) return;
    write(read().filter((one) => one.name !== button.getAttribute("data-forget")));
    box.querySelector("[role=status]").textContent = "";
    fill(box);
    box.querySelector("input").focus();
  });

  const find = () =>
    each("[data-saved-questions]", (box) => {
      if (box.akintFilled) return;
      box.akintFilled = true;
      const title = document.querySelector("main h1");
      box.querySelector("input").placeholder = title ? title.textContent.split(":")[0].slice(0, 80) : "";
      fill(box);
    });
  addEventListener("akint-needed", find); // whenever its page comes
  find();
})();
