// What this browser alone knows of its reader: the last visit and the own area, offered as links where a page asks.
(function () {
  "use strict";
  const { each, came, store, stored } = window.akint;

  function read(name) {
    try {
      return JSON.parse(stored(name));
    } catch (_) {
      return null;
    }
  }
  function offer(link, parameter, value, words) {
    const url = new URL(link.href, location.href);
    url.searchParams.set(parameter, value);
    link.href = url;
    if (words) link.textContent += words;
    link.hidden = false;
  }

  const today = new Date().toISOString().slice(0, 10);
  const kept = read("akint-visit") || {};
  const visited = kept.last && kept.last < today ? kept.last : kept.before || null;
  store("akint-visit", JSON.stringify({ last: today, before: visited }));

  came(() => {
    each("[data-last-visit]", (link) => {
      if (visited && link.hidden) offer(link, link.getAttribute("data-last-visit"), visited);
    });
    const area = read("akint-area");
    each("[data-my-area]", (link) => {
      if (area && link.hidden) offer(link, "omrade", area.code, ": " + area.name);
    });
  });

  addEventListener("click", (event) => {
    const button = event.target.closest("[data-own-area]");
    if (!button) return;
    const area = { code: button.getAttribute("data-own-area"), name: button.getAttribute("data-name") };
    if (store("akint-area", JSON.stringify(area))) button.textContent = button.getAttribute("data-done");
  });
})();
