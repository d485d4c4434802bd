// Marks: what one says stands beside it on hover, focus and tap; arrows walk a figure; Escape closes, or takes back the last narrowing.
(function () {
  "use strict";
  const GAP = 8, LINGER = 160, MARK = "a.tells", TOLD = "[data-tells]", GROUP = "figure, .period, .over-strip, svg.map";
  const tip = document.createElement("div"), status = document.createElement("p");
  tip.className = "tip"; tip.hidden = true; tip.setAttribute("aria-hidden", "true"); // the mark's own name says the same
  status.className = "unseen"; status.setAttribute("role", "status");
  let shown = null, leaving = 0, touched = false;
  const markOf = (node) => node && node.closest && node.closest(MARK);
  const toldOf = (node) => markOf(node) || (node && node.closest && node.closest(TOLD)); // with what is told but no stop of the Tab key: plain regions
  const seen = (mark) => (mark.checkVisibility ? mark.checkVisibility() : mark.getBoundingClientRect().width > 0);

  // -- the tip: beside its mark, never over it

  function show(mark) {
    clearTimeout(leaving);
    if (shown === mark) return;
    const plain = mark.getAttribute("data-tells"), words = mark.getAttribute("aria-label") || mark.getAttribute("aria-description");
    const [said, does] = plain === null ? words.split(/\n/) : [plain, mark.closest("[data-does]").dataset.does], way = document.createElement("span");
    way.textContent = does || "";
    tip.replaceChildren(said.replace(/\.$/, ""), way);
    tip.hidden = false; shown = mark;
    place();
  }
  function hide() { clearTimeout(leaving); tip.hidden = true; shown = null; }
  function leave() { clearTimeout(leaving); leaving = setTimeout(() => { if (shown && shown !== focused()) hide(); }, LINGER); }
  const focused = () => { const mark = markOf(document.activeElement); return mark && mark.matches(":focus-visible") ? mark : null; };

  function visible(mark) { // the part of it that its map shows
    const at = mark.getBoundingClientRect(), map = mark.closest("svg.map"), frame = map && map.parentElement.getBoundingClientRect();
    if (!map || at.right < frame.left || at.left > frame.right || at.bottom < frame.top || at.top > frame.bottom) return at;
    return { left: Math.max(at.left, frame.left), right: Math.min(at.right, frame.right), top: Math.max(at.top, frame.top), bottom: Math.min(at.bottom, frame.bottom) };
  }
  function place() {
    if (!shown) return;
    if (!shown.isConnected || !seen(shown)) { hide(); return; }
    const at = visible(shown), wide = tip.offsetWidth, high = tip.offsetHeight;
    const room = document.documentElement.clientWidth, floor = innerHeight;
    const within = (value, most) => Math.max(4, Math.min(value, most - 4));
    const x = within((at.left + at.right - wide) / 2, room - wide), y = within((at.top + at.bottom - high) / 2, floor - high);
    const places = [
      [at.top - GAP - high >= 0, x, at.top - GAP - high],
      [at.bottom + GAP + high <= floor, x, at.bottom + GAP],
      [at.right + GAP + wide <= room, at.right + GAP, y],
      [at.left - GAP - wide >= 0, at.left - GAP - wide, y],
      [true, x, at.top - GAP - high],
    ];
    const [, left, top] = places.find(([fits]) => fits);
    tip.style.left = `${left}px`; tip.style.top = `${top}px`;
  }

  addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = toldOf(event.target);
    if (mark) show(mark); else if (tip.contains(event.target)) clearTimeout(leaving);
  });
  addEventListener("pointerout", (event) => {
    if (event.pointerType !== "touch" && (toldOf(event.target) || tip.contains(event.target))) leave();
  });
  addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark) { stop(mark); if (mark.matches(":focus-visible")) show(mark); } else if (shown) hide();
  });
  addEventListener("focusout", (event) => { if (event.target === shown) leave(); });
  addEventListener("scroll", place, { capture: true, passive: true });

  // -- a tap tells, the second one goes on, and so does one on the tip

  addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (touched && shown && !toldOf(event.target) && !tip.contains(event.target)) hide();
  }, true);
  addEventListener("click", (event) => {
    if (tip.contains(event.target)) { const mark = shown; if (mark) { touched = false; press(mark); } return; }
    const mark = toldOf(event.target), link = markOf(mark);
    if (!mark) return;
    if (touched && shown !== mark) { event.preventDefault(); show(mark); if (link) link.focus({ preventScroll: true }); return; }
    if (link) remember(link);
    hide();
  }, true);
  function press(mark) { mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window })); }

  // -- one stop a figure for the Tab key; arrows, Home and End between its marks

  const inside = (group) => [...group.querySelectorAll(MARK)].filter((mark) => mark.closest(GROUP) === group); // the map is one of its own in its figure
  const marksOf = (mark) => { const group = mark.closest(GROUP); return group ? inside(group).filter(seen) : [mark]; };
  function stop(mark) { for (const one of marksOf(mark)) one.tabIndex = one === mark ? 0 : -1; }
  function stops() {
    waiting = false;
    for (const group of document.querySelectorAll(GROUP)) {
      const marks = inside(group), visible = marks.filter(seen);
      const kept = visible.find((mark) => mark.getAttribute("tabindex") === "0") || visible[0];
      for (const mark of marks) { const wanted = mark === kept ? "0" : "-1"; if (mark.getAttribute("tabindex") !== wanted) mark.setAttribute("tabindex", wanted); }
    }
    place();
  }
  let waiting = false;
  const soon = () => { if (!waiting) { waiting = true; requestAnimationFrame(stops); } };

  function nearest(mark, marks, down) { // the one above or below that lies most straight on
    const middle = (one) => { const box = one.getBoundingClientRect(); return [(box.left + box.right) / 2, (box.top + box.bottom) / 2]; };
    const [x, y] = middle(mark);
    let best = null, least = Infinity;
    for (const one of marks) {
      const [a, b] = middle(one), along = down * (b - y), far = along + 3 * Math.abs(a - x);
      if (along > 4 && far < least) { best = one; least = far; }
    }
    return best;
  }
  addEventListener("keydown", (event) => {
    touched = false;
    if (event.key === "Escape") { escape(event); return; }
    const mark = markOf(event.target);
    if (!mark || mark.closest("svg.map") || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const marks = marksOf(mark), at = marks.indexOf(mark);
    const to = {
      ArrowRight: () => marks[at + 1], ArrowLeft: () => marks[at - 1], Home: () => marks[0], End: () => marks[marks.length - 1],
      ArrowDown: () => nearest(mark, marks, 1), ArrowUp: () => nearest(mark, marks, -1),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    const next = to();
    if (next) { stop(next); next.focus(); }
  }, true);

  // -- Escape closes the tip; without one it takes back the narrowing that a press on a mark made

  const taken = [];
  const here = () => location.pathname + location.search;
  function remember(mark) {
    const to = new URL(mark.getAttribute("href"), location.href);
    if (to.pathname === location.pathname && to.search !== location.search) taken.push({ from: here(), to: to.pathname + to.search });
  }
  function escape(event) {
    if (shown) { hide(); event.stopPropagation(); return; }
    const last = taken[taken.length - 1];
    if (!last || last.to !== here() || event.target.closest("input, textarea, select, details[open], [role=grid]")) return;
    if (document.querySelector("details[data-menu][open], [data-opens][aria-expanded='true']")) return;
    taken.pop(); event.preventDefault();
    const back = document.createElement("a");
    back.href = last.from; back.hidden = true;
    document.querySelector("main").append(back); press(back); back.remove();
  }

  // -- a change of what is shown is told

  addEventListener("akint-changed", () => {
    const chips = [...document.querySelectorAll(".filters .chip")].map((chip) => chip.firstChild.textContent.trim());
    const left = document.querySelector(".filters .left");
    const told = document.querySelector("main [data-told]"); // the page's own finding, where a step changes more than filters
    status.textContent = [told ? told.getAttribute("data-told") : "", ...chips, left ? left.textContent.trim() : ""].filter(Boolean).join(". ");
  });

  addEventListener("resize", soon);
  addEventListener("akint-laid", soon); // marks over a graph of Plotly have got their places
  const ours = ({ target }) => target === tip || target === status; // a tip that is shown changes no figure
  new MutationObserver((changes) => { if (!changes.every(ours)) soon(); }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-markup", "open"] });
  const begin = () => { document.body.append(tip, status); soon(); };
  if (document.body) begin(); else addEventListener("DOMContentLoaded", begin);
})();
