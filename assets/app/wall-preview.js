// The live picture of a wall on its setup page: the wall's own slides, asked for where the wall asks, one by one.
(function () {
  "use strict";
  const { base, came, each } = window.akint;
  const EVERY_MS = 4000;
  const ROOM = '<div class="wall inside"><div class="stage"><div class="layer on"></div></div></div>';

  async function play(figure) {
    const box = figure.querySelector(".preview");
    const asked = figure.dataset.wall;
    if (!box || figure.akintPlays === asked) return;
    figure.akintPlays = asked;
    const isPlaying = () => figure.akintPlays === asked;
    try {
      const [data, rules] = await Promise.all([
        fetch(base + "/skjerm/bilder?" + asked, { cache: "no-store" }).then((answer) => answer.json()),
        fetch(base + "/assets/skjerm/wall.css").then((answer) => answer.text()),
      ]);
      if (isPlaying()) begin(figure, roomOf(box, rules), data, isPlaying);
    } catch (_) {
      // no picture where nothing answers
    }
  }

  // the page's own classes are not the wall's
  function roomOf(box, rules) {
    const room = box.shadowRoot || box.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    room.adoptedStyleSheets = [sheet];
    return room;
  }

  function begin(figure, room, data, isPlaying) {
    if (data.closed) {
      room.innerHTML = '<div class="wall inside">' + data.closed + "</div>";
      return;
    }
    const out = leftOut(figure, data.slides);
    let at = 0;
    (function next() {
      if (!figure.isConnected || !isPlaying()) return;
      const slide = data.slides[at++ % data.slides.length];
      show(room, slide, data.short);
      figure.querySelector("figcaption").textContent = words(figure, slide) + out;
      setTimeout(next, EVERY_MS);
    })();
  }

  function show(room, slide, short) {
    if (!room.querySelector(".stage")) room.innerHTML = ROOM;
    room.querySelector(".stage").style.setProperty("--short", short);
    const html = slide.html.replace('<h1 class="', '<div class="h1 ').replace("</h1>", "</div>");
    room.querySelector(".layer").innerHTML = html; // the page has a title of its own
    const clock = room.querySelector("[data-clock]");
    if (clock) clock.textContent = new Date().toTimeString().slice(0, 5);
  }

  function words(figure, slide) {
    const [shown, rows] = slide.rows || [0, 0];
    if (rows <= shown || !shown) return figure.dataset.all;
    return figure.dataset.some.replace("{shown}", shown).replace("{rows}", rows);
  }

  // what is asked for and has nothing to show, in words
  function leftOut(figure, slides) {
    const there = new Set(slides.map((slide) => slide.id.split("-")[0]));
    const names = new Map(figure.dataset.names.split("|").map((pair) => pair.split("=")));
    const given = new URLSearchParams(figure.akintPlays).get("bilder");
    const wanted = given ? given.split(",") : [...names.keys()];
    const out = wanted.filter((kind) => !there.has(kind) && names.get(kind)).map((kind) => names.get(kind));
    return out.length ? " " + figure.dataset.leftOut.replace("{names}", out.join(", ")) : "";
  }

  came(() => each("[data-wall]", play));
})();
