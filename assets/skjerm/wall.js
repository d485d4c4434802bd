// The wall: shows slides for days, and never anything but a whole one. One tick drives it all, so that nothing that
// fails once can stop it: clock, change of slide, looks for newer data, age of the picture, the nightly reload.
(function () {
  "use strict";

  const wall = document.querySelector(".wall");
  const source = document.getElementById("bilder");
  if (!wall || !source) return;
  const base = document.documentElement.dataset.root || ""; // the path that a proxy has put before ours
  const stage = wall.querySelector(".stage"), steps = wall.querySelector(".steps");
  const TICK = 250, FADE = 1500, HOUR = 60; // an hour is sixty looks for newer data, one a minute
  const SHIFT = [[0, 0], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const oslo = new Intl.DateTimeFormat("nb-NO", { timeZone: "Europe/Oslo", day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

  let deck = JSON.parse(source.textContent), tag = null;
  let at = 0, moves = 0, paused = false, closed = false, dead = false;
  let now = Date.now(), born = now, shownAt = now, elapsed = 0, good = now, asked = 0, asking = null, failed = false, clearAt = 0;
  source.remove();

  // -- what is remembered over a reload: where we were, and when we last reloaded

  function remember(name, value) { try { sessionStorage.setItem("akint-wall-" + name, value); } catch (_) { /* storage shut */ } }
  function recall(name) { try { return sessionStorage.getItem("akint-wall-" + name); } catch (_) { return null; } }

  // -- words of the foot

  function parts(time) {
    const found = {};
    oslo.formatToParts(time).forEach((part) => { found[part.type] = part.value; });
    return found;
  }
  function write(element, words) { if (element && element.textContent !== words) element.textContent = words; }

  function foot() {
    wall.dataset.updated = String(Math.round(good / 1000));
    const slide = wall.querySelector(".layer.on .slide");
    if (!slide) return;
    const today = parts(now);
    write(slide.querySelector("[data-clock]"), today.hour + ":" + today.minute);
    const stamp = slide.querySelector("[data-stamp]");
    if (!stamp) return;
    const age = now - good, old = failed || age > 2.5 * deck.renew * 1000, late = old && age > HOUR * deck.renew * 1000;
    let words = stamp.dataset.stamp;
    if (old) {
      const then = parts(good), mark = slide.lang === "en" ? ":" : ".";
      const same = then.day === today.day && then.month === today.month;
      words = stamp.dataset.stale.replace("{time}", same ? then.hour + mark + then.minute : then.day + "." + then.month + ".");
    } else if (paused) words = stamp.dataset.paused;
    write(stamp, words);
    stamp.classList.toggle("old", old);
    stamp.classList.toggle("late", late);
    wall.dataset.state = closed ? "closed" : late ? "late" : old ? "old" : "fresh";
  }

  // -- showing a slide: the new one is laid over the old, which goes when the fade is done

  function show(index, keepTime) {
    at = (index + deck.slides.length) % deck.slides.length;
    const slide = deck.slides[at];
    const [back, front] = wall.querySelector(".layer.on") === stage.children[0] ? [stage.children[0], stage.children[1]] : [stage.children[1], stage.children[0]];
    stage.style.setProperty("--short", deck.short);
    front.innerHTML = slide.html;
    front.classList.add("on"); front.removeAttribute("aria-hidden");
    back.classList.remove("on"); back.classList.add("under"); back.setAttribute("aria-hidden", "true"); front.classList.remove("under"); front.classList.remove("first"); back.classList.remove("first");
    stage.append(front); // over the other; ties begin anew
    clearAt = now + (calm.matches ? 0 : FADE);
    if (!keepTime) { shownAt = now; elapsed = 0; }
    if (!keepTime) {
      const [x, y] = SHIFT[moves++ % SHIFT.length], step = Math.min(innerWidth, innerHeight) * 0.004;
      stage.style.transform = "translate(" + (x * step).toFixed(1) + "px," + (y * step).toFixed(1) + "px)";
    }
    wall.dataset.slide = slide.id;
    remember("at", slide.id);
    progress();
    foot();
  }

  function fading() { // a busy machine fades later than the clock: the slide before stays until the new one is whole
    const on = wall.querySelector(".layer.on");
    return Boolean(on && on.getAnimations && on.getAnimations().length);
  }

  function progress() {
    while (steps.children.length > deck.slides.length) steps.lastChild.remove();
    while (steps.children.length < deck.slides.length) steps.append(document.createElement("i"));
    [...steps.children].forEach((piece, index) => {
      const name = index < at ? "done" : "";
      if (index !== at) { if (piece.className !== name) piece.className = name; }
    });
    const old = steps.children[at], piece = document.createElement("i");
    piece.className = "now";
    wall.style.setProperty("--seconds", deck.seconds + "s");
    old.replaceWith(piece);
  }

  // -- newer data: fetched in the background, taken only when whole

  const whole = (data) => data && Array.isArray(data.slides) && data.slides.length > 0 && data.short > 0 && data.seconds > 0 && data.renew > 0 &&
    typeof data.version === "string" && data.slides.every((slide) => typeof slide.id === "string" && typeof slide.html === "string" && slide.html.endsWith("</section>"));

  function address() {
    const query = new URLSearchParams(location.search);
    query.set("flate", innerWidth + "x" + innerHeight);
    return base + "/skjerm/bilder?" + query;
  }

  function look() {
    asked = now;
    const stop = new AbortController();
    asking = stop;
    fetch(address(), { cache: "no-store", signal: stop.signal, headers: tag ? { "If-None-Match": tag } : {} })
      .then((response) => {
        if (response.status === 304) return fresh(stop);
        if (response.status === 403) return response.json().then((data) => { if (data.closed) shut(data.closed, stop); else miss(stop); });
        if (!response.ok || response.headers.get("X-Akint-Kept")) return miss(stop);
        const given = response.headers.get("ETag");
        return response.json().then((data) => { if (whole(data)) take(data, given, stop); else miss(stop); });
      })
      .catch(() => miss(stop));
  }
  function fresh(stop) { if (asking !== stop) return; asking = null; failed = false; good = now = Date.now(); }
  function miss(stop) { if (asking !== stop) return; asking = null; failed = true; }

  function take(data, given, stop) {
    if (asking !== stop) return;
    fresh(stop);
    if (closed || data.version !== deck.version) { reload(); if (closed) return; }
    const shown = deck.slides[at], kind = shown && shown.id.split("-")[0];
    deck = data; tag = given;
    let index = deck.slides.findIndex((slide) => slide.id === shown.id);
    if (index < 0) index = Math.max(0, deck.slides.findIndex((slide) => slide.id.split("-")[0] === kind));
    if (deck.slides[index].html !== shown.html) show(index, deck.slides[index].id === shown.id);
    else if (index !== at || steps.children.length !== deck.slides.length) { at = index; progress(); }
  }

  // a link that is closed: a calm page and no data; the look goes on, so that a mistake heals
  function shut(markup, stop) {
    if (asking !== stop) return;
    fresh(stop);
    if (closed) return;
    closed = true; tag = null;
    [...stage.children].forEach((layer) => { layer.innerHTML = ""; layer.className = "layer"; });
    stage.lastElementChild.innerHTML = markup;
    stage.lastElementChild.classList.add("on");
    steps.replaceChildren();
    wall.dataset.slide = "closed";
    deck.slides = [{ id: "closed", html: markup }]; at = 0;
    if (window.caches) caches.keys().then((names) => names.filter((n) => n.startsWith("akint-wall")).forEach((n) => caches.delete(n))).catch(() => {});
  }

  // -- a whole new page: only when the server has one ready, and never twice in a row

  let reloading = false;
  function reload() {
    const last = Number(recall("reload") || 0);
    if (reloading || now - last < Math.max(3000, 2 * deck.renew * 1000)) return;
    reloading = true;
    fetch(location.href, { cache: "no-store" })
      .then((response) => (response.ok && !response.headers.get("X-Akint-Kept") ? response.text() : ""))
      .then((text) => {
        reloading = false;
        if (!text.includes('id="bilder"')) return;
        remember("reload", String(Date.now()));
        location.reload();
      })
      .catch(() => { reloading = false; });
  }

  function nightly() {
    const then = parts(now);
    if (Number(then.hour) === 3 && now - born > 6 * 3600e3 && !failed) { born = now - 5 * 3600e3; reload(); }
  }

  // -- the tick

  function tick() {
    const before = now;
    now = Date.now();
    if (dead) return;
    if (now < before) { shownAt = asked = now; } // the machine's clock was set back
    if (!paused) elapsed += Math.min(Math.max(0, now - before), 5000);
    if (!closed && !paused && elapsed >= deck.seconds * 1000) { if (deck.slides.length > 1) show(at + 1); else { elapsed = 0; shownAt = now; progress(); } }
    if (clearAt && now >= clearAt && !fading()) {
      clearAt = 0;
      const gone = wall.querySelector(".layer:not(.on)");
      if (gone) { gone.classList.remove("under"); gone.replaceChildren(); }
    }
    if (asking && now - asked > Math.max(5000, Math.min(15000, deck.renew * 1000))) { const slow = asking; miss(slow); slow.abort(); }
    if (!asking && now - asked >= deck.renew * 1000) look();
    foot();
    nightly();
  }

  let clock = 0;
  function start() { clearInterval(clock); clock = setInterval(() => { try { tick(); } catch (error) { console.warn(error); } }, TICK); }

  // -- keyboard and a presenter's remote

  function pause(on) {
    paused = on;
    wall.classList.toggle("paused", on);
    foot();
  }
  const KEYS = {
    ArrowRight: () => show(at + 1), PageDown: () => show(at + 1), ArrowDown: () => show(at + 1), Enter: () => show(at + 1),
    ArrowLeft: () => show(at - 1), PageUp: () => show(at - 1), ArrowUp: () => show(at - 1), Home: () => show(0), End: () => show(-1),
    " ": () => pause(!paused), p: () => pause(!paused), b: () => pause(!paused), ".": () => pause(!paused), Pause: () => pause(!paused),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || closed || !KEYS[event.key]) return;
    event.preventDefault();
    now = Date.now();
    KEYS[event.key]();
  });
  addEventListener("resize", () => { tag = null; if (!asking) asked = 0; });

  // -- the screen stays awake; the last picture is kept; somebody watches the watch

  function wake() { if (navigator.wakeLock && document.visibilityState === "visible") navigator.wakeLock.request("screen").catch(() => {}); }
  document.addEventListener("visibilitychange", wake);
  wake();
  if (navigator.serviceWorker) {
    navigator.serviceWorker.register(base + "/skjerm/vakt.js", { scope: base + "/skjerm" }).catch(() => {});
    navigator.serviceWorker.addEventListener("message", (event) => { if (event.source) event.source.postMessage("here"); });
  }
  let watcher = null;
  function watched() { // by a thread that the keeper hears: one begun before the keeper was there is not heard
    if (watcher) watcher.terminate();
    try { watcher = new Worker(base + "/skjerm/puls.js"); } catch (_) { return; /* no worker: the tick alone */ }
    watcher.postMessage(deck.renew);
    watcher.onmessage = (event) => {
      event.target.postMessage("here");
      if (Date.now() - now > 20 * TICK) start(); // the tick has died: begin it again
      else if (!paused && !closed && now - shownAt > (3 * deck.seconds + 30) * 1000 && deck.slides.length > 1) reload();
    };
  }
  watched();
  if (navigator.serviceWorker) navigator.serviceWorker.addEventListener("controllerchange", watched);

  // -- begin: where we were, in the form of this wall

  const was = deck.slides.findIndex((slide) => slide.id === recall("at"));
  if (deck.slides.length) { if (was > 0) show(was); else { progress(); wall.dataset.slide = deck.slides[0].id; } } else deck.slides = [{ id: "tomt", html: stage.children[0].innerHTML }];
  const fits = () => deck.form[0] * innerHeight === deck.form[1] * innerWidth;
  if (fits()) asked = now;
  else { // its form goes into the address: from the next load on the first picture is right
    const query = new URLSearchParams(location.search);
    query.set("flate", innerWidth + "x" + innerHeight);
    history.replaceState(null, "", location.pathname + "?" + query);
  }
  foot();
  start();
})();
