// Showing a slide: the new one is laid over the old, which goes when the fade is done.
(function () {
  "use strict";
  const { akintWall: wall } = window;
  const { element, stage, steps } = wall;
  const FADE = 1500;
  const STEP = 0.004; // of the shorter side: so far a slide stands from the one before, for no screen burns in
  // prettier-ignore
  const SHIFT = [[0, 0], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let moves = 0;
  let clearAt = 0;

  wall.show = (index, keepTime) => {
    const { deck, now } = wall;
    wall.at = (index + deck.slides.length) % deck.slides.length;
    const slide = deck.slides[wall.at];
    const [first, second] = stage.children;
    const isFirst = element.querySelector(".layer.on") === first;
    lay(slide, isFirst ? first : second, isFirst ? second : first);
    clearAt = now + (calm.matches ? 0 : FADE);
    if (!keepTime) {
      wall.shownAt = now;
      wall.elapsed = 0;
      shift();
    }
    element.dataset.slide = slide.id;
    wall.remember("at", slide.id);
    wall.progress();
    wall.foot();
  };

  function lay(slide, back, front) {
    stage.style.setProperty("--short", wall.deck.short);
    front.innerHTML = slide.html;
    front.classList.add("on");
    front.removeAttribute("aria-hidden");
    back.classList.remove("on");
    back.classList.add("under");
    back.setAttribute("aria-hidden", "true");
    front.classList.remove("under", "first");
    back.classList.remove("first");
    stage.append(front); // over the other; ties begin anew
  }
  function shift() {
    const [x, y] = SHIFT[moves++ % SHIFT.length];
    const step = Math.min(innerWidth, innerHeight) * STEP;
    stage.style.transform = `translate(${(x * step).toFixed(1)}px,${(y * step).toFixed(1)}px)`;
  }

  // a busy machine fades later than the clock: the slide before stays until the new one is whole
  function fading() {
    const on = element.querySelector(".layer.on");
    return Boolean(on && on.getAnimations && on.getAnimations().length);
  }
  wall.clear = () => {
    if (!clearAt || wall.now < clearAt || fading()) return;
    clearAt = 0;
    const gone = element.querySelector(".layer:not(.on)");
    if (!gone) return;
    gone.classList.remove("under");
    gone.replaceChildren();
  };

  wall.progress = () => {
    const { deck, at } = wall;
    while (steps.children.length > deck.slides.length) steps.lastChild.remove();
    while (steps.children.length < deck.slides.length) steps.append(document.createElement("i"));
    [...steps.children].forEach((piece, index) => {
      const name = index < at ? "done" : "";
      if (index !== at && piece.className !== name) piece.className = name;
    });
    const piece = document.createElement("i");
    piece.className = "now";
    element.style.setProperty("--seconds", deck.seconds + "s");
    steps.children[at].replaceWith(piece);
  };
})();
