// What the browser does itself: drawings, links, menus, theme, copying, and news of a new revision. No framework.
(function () {
  "use strict";

  const root = document.documentElement;
  const base = root.dataset.root || ""; // the path that a proxy has put before ours
  const each = (selector, act, within) => (within || document).querySelectorAll(selector).forEach(act);

  // -- drawings: markup made on the server is put in where it belongs, again only when it changed

  function draw(element) {
    const markup = element.getAttribute("data-markup");
    if (element.akintDrawn === markup) return;
    element.akintDrawn = markup;
    element.innerHTML = markup;
    each("[data-style]", (part) => { part.style.cssText = part.getAttribute("data-style"); }, element);
  }

  // -- graphs: the last picture of each stands in until the new one is drawn, so that nothing blinks

  const pictures = {};
  function ghost(plot) {
    const last = pictures[plot.id];
    if (last && !plot.querySelector(".main-svg")) {
      const stand = document.createElement("div");
      stand.className = "ghost"; stand.setAttribute("aria-hidden", "true");
      last.forEach((svg) => stand.append(svg.cloneNode(true)));
      plot.parentElement.append(stand);
    }
    let tries = 0;
    (function drawn() {
      const now = plot.querySelectorAll(".main-svg");
      if (now.length && plot.querySelector(".plot .trace, .plot g[class*='layer']")) {
        pictures[plot.id] = [...now];
        each(".ghost", (stand) => stand.remove(), plot.parentElement);
      } else if (plot.isConnected && tries++ < 300) requestAnimationFrame(drawn);
      else each(".ghost", (stand) => stand.remove(), plot.parentElement || plot);
    })();
  }

  // -- links and forms: one round trip, no new page load

  const isEnglish = (path) => path === base + "/en" || path.startsWith(base + "/en/");
  const isOurs = (link) =>
    link.origin === location.origin && !link.hasAttribute("download") && !link.target && !link.closest("[data-plain]") &&
    isEnglish(link.pathname) === isEnglish(location.pathname);

  let came = null; // where the last step came from: path, and what had focus

  function go(url, again, state) { // again: over the step that stands there
    came = { path: location.pathname, focus: focusName(document.activeElement) };
    const here = location.pathname + location.search;
    if (url.pathname + url.search !== here) {
      history[again ? "replaceState" : "pushState"](state || {}, "", url);
      dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    } else if (url.hash !== location.hash) history.pushState({}, "", url);
    if (url.hash) toAnchor(url.hash);
  }

  addEventListener("akint-go", ({ detail }) => go(detail.url, detail.again, detail.state)); // a script's own step

  addEventListener("click", (event) => { // who jumps to an answer goes on from there, by keyboard too
    const link = event.target.closest(".jumps a");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    closeFolds();
    target.tabIndex = -1;
    requestAnimationFrame(() => target.focus({ preventScroll: true }));
  });

  function focusName(element) {
    if (!element || element === document.body) return null;
    if (element.id) return "#" + CSS.escape(element.id);
    if (element.matches("a.tells")) { // a mark of a figure: the one of the same name, whatever its number has become
      const box = element.closest("[id]:not(a)"), marks = box ? [...box.querySelectorAll("a.tells")] : [];
      return box && { box: box.id, at: marks.indexOf(element), mark: called(element) };
    }
    const menu = element.closest && element.closest("details[id]");
    const text = element.textContent.trim();
    return menu ? { menu: menu.id, text } : null;
  }

  const called = (mark) => (mark.getAttribute("aria-label") || mark.textContent).split(":")[0];

  function toAnchor(hash) {
    let name = "";
    try { name = decodeURIComponent(hash.slice(1)); } catch { return false; } // half a character names nothing
    const target = name && document.getElementById(name);
    if (!target) return false;
    for (let fold = target; (fold = fold.parentElement && fold.parentElement.closest("details:not([open])")); ) fold.open = true;
    for (const fold of target.querySelectorAll("details[data-unfold]:not([open])")) fold.open = true; // what is asked for by name is shown whole
    if (target.matches("details")) target.open = true;
    target.scrollIntoView();
    return true;
  }

  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.getAttribute("href") || link.href.baseVal || "", location.href);
    if (link instanceof SVGElement ? url.origin !== location.origin : !isOurs(link)) return;
    event.preventDefault();
    go(url);
  });

  addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-query]");
    if (!form) return;
    event.preventDefault();
    const url = new URL(form.getAttribute("action") || "", location.href);
    for (const [name, value] of new FormData(form)) value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
    go(url);
  });

  // -- after a step: title, focus, scroll; the menu that was open stays open

  let shown = null;

  function arrived() {
    const shell = document.querySelector(".shell");
    if (!shell) return;
    const title = shell.getAttribute("data-title");
    if (title && document.title !== title) document.title = title;
    const place = location.pathname + location.search;
    if (shell.getAttribute("data-address") !== place) { // the old picture still stands, or a late answer came last
      if (!met.has(shell)) { met.add(shell); setTimeout(recover, 1500, shell); }
      return;
    }
    met.add(shell);
    if (shown === null) {
      shown = { place, path: location.pathname };
      requestAnimationFrame(fit);
      measureRow();
      if (location.hash) requestAnimationFrame(() => toAnchor(location.hash));
      setTimeout(whereItStood, 150); // when its figures have their height
      return;
    }
    if (shown.place === place) return;
    const moved = shown.path !== location.pathname;
    shown = { place, path: location.pathname };
    requestAnimationFrame(fit);
    measureRow();
    if (moved) {
      closeFolds();
      const heading = document.querySelector("main h1");
      if (heading) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }
      if (!(location.hash && toAnchor(location.hash))) scrollTo(0, 0);
    } else {
      if (came && came.focus) restore(came.focus);
      dispatchEvent(new Event("akint-changed"));
    }
    came = null;
  }

  function fit() { // a word without end would push the page sideways: then, and only then, words break anywhere
    root.classList.remove("endless");
    root.classList.toggle("endless", root.scrollWidth > innerWidth);
  }
  new ResizeObserver(() => { // the reader's own larger or wider letters, a turned phone: the page has grown
    if (root.scrollWidth > innerWidth || root.classList.contains("endless")) requestAnimationFrame(fit);
  }).observe(document.body || root);

  const rows = new ResizeObserver(([row]) => { // heads of a table that stay in view stand under the row of answers
    root.style.setProperty("--row", `${Math.floor(row.target.getBoundingClientRect().height)}px`);
  });
  function measureRow() {
    const row = document.querySelector(".jumps");
    rows.disconnect();
    if (row) rows.observe(row); else root.style.removeProperty("--row");
  }

  const met = new WeakSet();
  let recovered = null;
  function recover(shell) { // an answer to an earlier step overtook the newest: ask once more
    const place = location.pathname + location.search;
    if (!shell.isConnected || shell.getAttribute("data-address") === place || recovered === place) return;
    recovered = place;
    location.reload();
  }

  function restore(name) {
    if (typeof name === "string") { const element = document.querySelector(name); if (element) element.focus({ preventScroll: true }); return; }
    if (name.box) {
      const marks = [...document.querySelectorAll(`#${CSS.escape(name.box)} a.tells`)], same = marks[name.at];
      const twin = same && called(same) === name.mark ? same : marks.find((mark) => called(mark) === name.mark) || same;
      (twin || document.getElementById("innhold")).focus({ preventScroll: true });
      return;
    }
    const menu = document.getElementById(name.menu);
    if (!menu) return;
    const fold = menu.closest("[id].picks"), opener = fold && document.querySelector(`[data-opens="${fold.id}"]`);
    if (opener && opener.offsetParent) toggle(opener, true);
    menu.open = !menu.matches("[data-menu='one']");
    const twin = menu.open && [...menu.querySelectorAll("a")].find((a) => a.textContent.replace(/, \S+$/, "").trim() === name.text.replace(/, \S+$/, ""));
    (twin || menu.querySelector("summary")).focus({ preventScroll: true });
  }

  // -- menus: one open at a time, Escape closes

  function closeMenus(except) { each("details[data-menu][open]", (menu) => { if (menu !== except) menu.open = false; }); }
  function closeFolds() { closeMenus(); each("[data-opens][aria-expanded='true']", (button) => toggle(button, false)); }
  function toggle(button, open) {
    button.setAttribute("aria-expanded", String(open));
    const fold = document.getElementById(button.getAttribute("data-opens"));
    if (fold) fold.classList.toggle("open", open);
  }

  addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) toggle(opener, opener.getAttribute("aria-expanded") !== "true");
    const menu = event.target.closest("details[data-menu]");
    closeMenus(menu && menu.matches("[data-menu='one']") && event.target.closest("a[href]") ? null : menu); // of one choice: chosen
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details[data-menu][open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); } else closeFolds();
  });

  addEventListener("toggle", (event) => { // a menu that would reach out of the window opens to the other side
    const menu = event.target;
    if (!menu.matches || !menu.matches("details[data-menu]")) return;
    menu.classList.remove("leans");
    if (menu.open && menu.lastElementChild.getBoundingClientRect().right > root.clientWidth) menu.classList.add("leans");
  }, true);

  // -- '/' leads to the search, as long as one is not typing
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
    const field = document.getElementById("felt-q");
    if (field && field.offsetParent) { event.preventDefault(); field.focus(); }
  });

  // -- the last visit: kept in this browser only, offered as a link where a page asks for it
  const visit = { before: null };
  try {
    const today = new Date().toISOString().slice(0, 10), kept = JSON.parse(localStorage.getItem("akint-visit") || "{}");
    visit.before = kept.last && kept.last < today ? kept.last : kept.before || null;
    localStorage.setItem("akint-visit", JSON.stringify({ last: today, before: visit.before }));
  } catch (_) { /* storage shut: no last visit */ }
  function offerVisit() {
    each("[data-last-visit]", (link) => {
      if (!visit.before || !link.hidden) return;
      const url = new URL(link.href, location.href);
      url.searchParams.set(link.getAttribute("data-last-visit"), visit.before);
      link.href = url; link.hidden = false;
    });
  }

  // -- the reader's own area: kept in this browser only, a start for who chose one
  function offerArea() {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem("akint-area")); } catch (_) { /* storage shut: none */ }
    each("[data-my-area]", (link) => {
      if (!kept || !link.hidden) return;
      const url = new URL(link.href, location.href);
      url.searchParams.set("omrade", kept.code);
      link.href = url; link.textContent += ": " + kept.name; link.hidden = false;
    });
  }
  addEventListener("click", (event) => {
    const button = event.target.closest("[data-own-area]");
    if (!button) return;
    const kept = { code: button.getAttribute("data-own-area"), name: button.getAttribute("data-name") };
    try { localStorage.setItem("akint-area", JSON.stringify(kept)); button.textContent = button.getAttribute("data-done"); } catch (_) { /* as above */ }
  });

  // -- theme

  function labelTheme() {
    const dark = root.getAttribute("data-bs-theme") === "dark";
    each("[data-theme]", (button) => { if (button.getAttribute("aria-pressed") !== String(dark)) button.setAttribute("aria-pressed", String(dark)); });
  }
  addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme]")) return;
    const theme = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    root.setAttribute("data-bs-theme", theme);
    try { localStorage.setItem("akint-theme", theme); } catch (_) { /* storage shut: for this page only */ }
    labelTheme();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
    let chosen = null;
    try { chosen = localStorage.getItem("akint-theme"); } catch (_) { /* as above */ }
    if (!chosen) { root.setAttribute("data-bs-theme", event.matches ? "dark" : "light"); labelTheme(); }
  });

  // -- the foot of a card: copy its link, report with the link

  const cardAddress = (key) => location.origin + location.pathname + location.search + "#" + key;

  async function copied(words) { // without https there is no clipboard to write to: a selection is copied instead
    try { await navigator.clipboard.writeText(words); return true; } catch (_) { /* next way */ }
    const field = document.createElement("textarea"), focused = document.activeElement;
    field.value = words; field.readOnly = true; field.className = "unseen"; field.setAttribute("aria-hidden", "true");
    document.body.append(field);
    field.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch (_) { /* the words are shown to be copied by hand */ }
    field.remove();
    if (focused) focused.focus({ preventScroll: true });
    return done;
  }

  addEventListener("click", async (event) => {
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      const before = copy.dataset.words || (copy.dataset.words = copy.textContent), address = cardAddress(copy.getAttribute("data-copy"));
      if (await copied(address)) copy.textContent = copy.getAttribute("data-done");
      else prompt(before, address);
      setTimeout(() => { copy.textContent = before; }, 2000);
    }
    const report = event.target.closest("[data-report]");
    if (report) report.href = report.href.replace(/&body=.*$/, "") + "&body=" + encodeURIComponent(cardAddress(report.getAttribute("data-report")));
  });

  // -- a new revision, and a server that went away

  const ask = { etag: null, asking: false };
  async function listen() {
    const button = document.getElementById("nye-tall"), gone = document.getElementById("uten-tjener");
    if (!button || ask.asking || document.hidden) return;
    ask.asking = true;
    try {
      const answer = await fetch(base + "/revisjon", { cache: "no-store", headers: ask.etag ? { "If-None-Match": ask.etag } : {} });
      if (answer.status === 200) {
        ask.etag = answer.headers.get("ETag");
        const text = await answer.text();
        if (text) ask.newest = text;
        ask.edition = answer.headers.get("X-Akint-Edition");
        ask.program = answer.headers.get("X-Akint-Program");
        ask.lost = !text;
      } else if (answer.status !== 304) ask.lost = true;
    } catch (_) { ask.lost = true; ask.etag = null; }
    ask.asking = false;
    show(gone, ask.lost);
    const own = Number(button.getAttribute("data-revision")), edition = button.getAttribute("data-edition");
    // another database with the same number, or one put back: told twice, for one of several servers may lag behind
    ask.other = ask.edition && edition && ask.edition !== edition ? (ask.other || 0) + 1 : 0;
    const newer = !ask.lost && ask.program && ask.program !== button.getAttribute("data-program");
    if (newer && isIdle() && renew(ask.program)) return;
    if (newer) write(button, button.getAttribute("data-renewed"));
    show(button, newer || (ask.newest && !ask.lost && (Number(ask.newest) > own || ask.other > 1)));
  }
  function write(element, words) { if (element.textContent !== words) element.textContent = words; }

  // -- a new version of the program: a page that nobody touches is loaded anew, where it stands; once for each version

  const IDLE_MS = Number(root.dataset.idle) || 60000;
  let touched = Date.now();
  ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"].forEach((kind) => addEventListener(kind, () => { touched = Date.now(); }, { passive: true, capture: true }));
  function isIdle() {
    const typed = [...document.querySelectorAll("input, textarea")].some((field) => field.type !== "hidden" && (field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue));
    return Date.now() - touched > IDLE_MS && !typed && !(document.activeElement && document.activeElement.matches("input, textarea, select"));
  }
  function renew(program) {
    try {
      if (sessionStorage.getItem("akint-program") === program) return false; // tried already: one of several servers may lag behind
      sessionStorage.setItem("akint-program", program);
      sessionStorage.setItem("akint-place", JSON.stringify({ place: location.pathname + location.search, y: scrollY }));
    } catch (_) { return false; }
    location.reload();
    return true;
  }
  function whereItStood() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem("akint-place")); sessionStorage.removeItem("akint-place"); } catch (_) { /* storage shut: at the top */ }
    if (kept && kept.place === location.pathname + location.search) scrollTo(0, kept.y);
  }
  function show(element, wanted) { if (element.hidden === !!wanted) element.hidden = !wanted; }
  setInterval(listen, 3000);
  addEventListener("visibilitychange", listen);
  addEventListener("click", (event) => { if (event.target.closest("#nye-tall")) location.reload(); });

  // -- what only some pages need (data-wide: and only wide screens): loaded when such a page comes

  const wide = matchMedia("(min-width: 700px)"), loading = {};
  function need(element) {
    if (element.hasAttribute("data-wide") && !wide.matches) return;
    const all = element.getAttribute("data-needs").split(" ").map((path) => loading[path] || (loading[path] = load(base + path)));
    Promise.all(all).then(() => dispatchEvent(new Event("akint-needed")), () => { /* the page stands without */ });
  }
  function load(path) {
    const sheet = /\.css(\?|$)/.test(path), one = document.createElement(sheet ? "link" : "script");
    if (sheet) { one.rel = "stylesheet"; one.href = path; } else { one.src = path; one.async = false; } // in the order they are named
    return new Promise((done, failed) => { one.onload = done; one.onerror = failed; document.head.append(one); });
  }
  wide.addEventListener("change", () => each("[data-needs]", need));

  // -- one watcher for all that comes and changes

  const watcher = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") { if (change.target.hasAttribute("data-markup")) draw(change.target); continue; }
      change.addedNodes.forEach((node) => {
        if (node.nodeType !== 1) return;
        if (node.hasAttribute("data-markup")) draw(node);
        each("[data-markup]", draw, node);
        each(".plot", ghost, node);
        each("[data-needs]", need, node);
      });
    }
    arrived();
    labelTheme();
    offerVisit();
    offerArea();
  });
  watcher.observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-markup", "data-address"] });
})();
