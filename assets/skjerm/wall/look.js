// Newer slides: asked for in the background, taken only when whole. A link that was closed shows a calm page.
(function () {
  "use strict";
  const { akintWall: wall } = window;
  const { stage, steps } = wall;

  const isText = (value) => typeof value === "string";
  const isSlide = ({ id, html }) => isText(id) && isText(html) && html.endsWith("</section>");
  function isWhole(data) {
    if (!data || !Array.isArray(data.slides) || !data.slides.length || !isText(data.version)) return false;
    return data.short > 0 && data.seconds > 0 && data.renew > 0 && data.slides.every(isSlide);
  }

  function address() {
    const query = new URLSearchParams(location.search);
    query.set("flate", innerWidth + "x" + innerHeight);
    return wall.base + "/skjerm/bilder?" + query;
  }

  wall.look = async () => {
    wall.asked = wall.now;
    const stop = new AbortController();
    wall.asking = stop;
    const headers = wall.tag ? { "If-None-Match": wall.tag } : {};
    try {
      await heed(await fetch(address(), { cache: "no-store", signal: stop.signal, headers }), stop);
    } catch (_) {
      miss(stop);
    }
  };
  async function heed(response, stop) {
    if (response.status === 304) return fresh(stop);
    const isClosed = response.status === 403;
    if (!isClosed && (!response.ok || response.headers.get("X-Akint-Kept"))) return miss(stop);
    const data = await response.json();
    if (isClosed && data.closed) shut(data.closed, stop);
    else if (!isClosed && isWhole(data)) take(data, response.headers.get("ETag"), stop);
    else miss(stop);
  }

  function fresh(stop) {
    if (wall.asking !== stop) return;
    wall.asking = null;
    wall.failed = false;
    wall.good = wall.now = Date.now();
  }
  function miss(stop) {
    if (wall.asking !== stop) return;
    wall.asking = null;
    wall.failed = true;
  }
  wall.giveUp = () => {
    const slow = wall.asking;
    miss(slow);
    slow.abort();
  };

  function take(data, tag, stop) {
    if (wall.asking !== stop) return;
    fresh(stop);
    if (wall.closed || data.version !== wall.deck.version) {
      wall.reload();
      if (wall.closed) return;
    }
    const shown = wall.deck.slides[wall.at];
    wall.deck = data;
    wall.tag = tag;
    const index = placeOf(shown, data.slides);
    const slide = data.slides[index];
    if (slide.html !== shown.html) return wall.show(index, slide.id === shown.id);
    if (index === wall.at && steps.children.length === data.slides.length) return;
    wall.at = index;
    wall.progress();
  }
  // where a slide, or the first of its kind, stands now
  function placeOf(shown, slides) {
    const kindOf = (slide) => slide.id.split("-")[0];
    const same = slides.findIndex((slide) => slide.id === shown.id);
    const alike = slides.findIndex((slide) => kindOf(slide) === kindOf(shown));
    return same < 0 ? Math.max(0, alike) : same;
  }

  // no data any more; the look goes on, so that a mistake heals
  function shut(markup, stop) {
    if (wall.asking !== stop) return;
    fresh(stop);
    if (wall.closed) return;
    wall.closed = true;
    wall.tag = null;
    for (const layer of stage.children) {
      layer.innerHTML = "";
      layer.className = "layer";
    }
    stage.lastElementChild.innerHTML = markup;
    stage.lastElementChild.classList.add("on");
    steps.replaceChildren();
    wall.element.dataset.slide = "closed";
    wall.deck.slides = [{ id: "closed", html: markup }];
    wall.at = 0;
    forget().catch(() => {});
  }
  async function forget() {
    if (!window.caches) return;
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("akint-wall")).map((name) => caches.delete(name)));
  }
})();
