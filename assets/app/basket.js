// The basket: cards that this browser keeps until they leave as one file. What it keeps is what the address of the
// basket's page says, and that page, opened, is what is kept.
(() => {
  "use strict";
  const NAME = "akint-basket",
    END = ".z",
    BACK_MS = 4000;
  const root = document.documentElement;
  root.classList.add("baskets"); // from here on the way into it is offered

  const parts = (text) => text.split(END).filter(Boolean);
  const joined = (cards) => cards.map((one) => one + END).join("");
  const kept = () => window.akint.stored(NAME) || "";
  function keep(text) {
    // whether it is kept: a browser may have shut its storage
    try {
      if (text) localStorage.setItem(NAME, text);
      else localStorage.removeItem(NAME);
      return (localStorage.getItem(NAME) || "") === text;
    } catch (_) {
      return false;
    }
  }
  const counted = (words, n) => words.replace("{n}", n);

  // -- the way to it, where something lies in it

  let opened = null; // the list of the page that stands there: taken once, not again when another window changes it
  function show() {
    const page = document.querySelector("[data-basket-list]"),
      list = page && page.dataset.basketList;
    if (list !== null && list !== opened) keep(list);
    opened = list;
    const link = document.getElementById("kurven");
    if (!link) return;
    const text = kept(),
      n = parts(text).length,
      words = counted(link.dataset.words, n);
    const href = link.getAttribute("href").replace(/\?.*$/, "") + (n ? "?kort=" + text : "");
    if (link.hidden === !!n) link.hidden = !n;
    if (n && link.textContent !== words) link.textContent = words;
    if (link.getAttribute("href") !== href) link.setAttribute("href", href);
  }
  window.akint.came(show);
  addEventListener("storage", (event) => {
    if (event.key === NAME || event.key === null) show();
  });

  // -- into it

  const told = document.createElement("p");
  told.id = "kurv-sagt";
  told.className = "unseen";
  told.setAttribute("role", "status");
  document.body.append(told);
  function put(card, link) {
    const cards = parts(kept()),
      room = Number(link.dataset.room),
      most = Number(link.dataset.most);
    if (cards.includes(card)) return counted(link.dataset.there, cards.length);
    const text = joined([...cards, card]);
    if (cards.length >= most || text.length > room) return counted(link.dataset.full, cards.length);
    return keep(text) ? counted(link.dataset.added, cards.length + 1) : link.dataset.shut;
  }
  addEventListener("click", (event) => {
    const button = event.target.closest("[data-basket]"),
      link = document.getElementById("kurven");
    if (!button || !link) return;
    const before = button.dataset.before || (button.dataset.before = button.textContent);
    button.textContent = told.textContent = put(button.dataset.basket, link);
    show();
    clearTimeout(Number(button.dataset.back));
    button.dataset.back = setTimeout(() => {
      button.textContent = before;
    }, BACK_MS);
  });
  show();
})();
