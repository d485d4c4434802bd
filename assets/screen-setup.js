// The live picture of a wall on its setup page: the wall's own slides, asked for where the wall asks, one after the other.
(function () {
  "use strict";
  const SECONDS = 4, base = document.documentElement.dataset.root || "";

  function play(figure) {
    const box = figure.querySelector(".preview"), told = figure.querySelector("figcaption"), asked = figure.dataset.wall;
    if (!box || figure.akintPlays === asked) return;
    figure.akintPlays = asked;
    const slides = fetch(base + "/skjerm/bilder?" + asked, { cache: "no-store" }).then((answer) => answer.json());
    const style = fetch(base + "/assets/skjerm/wall.css").then((answer) => answer.text());
    Promise.all([slides, style]).then(([data, rules]) => {
      if (figure.akintPlays !== asked) return;
      const room = box.shadowRoot || box.attachShadow({ mode: "open" }); // the page's own classes are not the wall's
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      room.adoptedStyleSheets = [sheet];
      if (data.closed) { room.innerHTML = '<div class="wall inside">' + data.closed + "</div>"; return; }
      const there = new Set(data.slides.map((slide) => slide.id.split("-")[0]));
      const names = new Map(figure.dataset.names.split("|").map((pair) => pair.split("=")));
      const wanted = (new URLSearchParams(asked).get("bilder") || [...names.keys()].join(",")).split(",");
      const out = wanted.filter((kind) => !there.has(kind)).map((kind) => names.get(kind)).filter(Boolean);
      let at = 0;
      (function show() {
        if (!figure.isConnected || figure.akintPlays !== asked) return;
        const slide = data.slides[at++ % data.slides.length];
        if (!room.querySelector(".stage")) room.innerHTML = '<div class="wall inside"><div class="stage"><div class="layer on"></div></div></div>';
        room.querySelector(".stage").style.setProperty("--short", data.short);
        room.querySelector(".layer").innerHTML = slide.html.replace('<h1 class="', '<div class="h1 ').replace("</h1>", "</div>"); // the page has a title of its own
        const clock = room.querySelector("[data-clock]");
        if (clock) clock.textContent = new Date().toTimeString().slice(0, 5);
        const [shown, rows] = slide.rows || [0, 0];
        const words = rows > shown && shown ? figure.dataset.some.replace("{shown}", shown).replace("{rows}", rows) : figure.dataset.all;
        told.textContent = words + (out.length ? " " + figure.dataset.leftOut.replace("{names}", out.join(", ")) : "");
        setTimeout(show, SECONDS * 1000);
      })();
    }).catch(() => {});
  }

  const find = () => document.querySelectorAll("[data-wall]").forEach(play);
  new MutationObserver(find).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-wall"] });
  find();
})();
