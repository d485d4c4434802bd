// Focus: what had it before a step is named, so that its twin has it after; and the way to what an address names.
(function () {
  "use strict";
  const { akint } = window;
  const calm = { preventScroll: true };
  let came = null; // what had focus where the last step came from

  const called = (mark) => (mark.getAttribute("aria-label") || mark.textContent).split(":")[0];
  const marksIn = (box) => [...box.querySelectorAll("a.tells")];
  const uncounted = (text) => text.replace(/, \S+$/, "").trim();

  function nameOf(element) {
    if (!element || element === document.body) return null;
    if (element.id) return "#" + CSS.escape(element.id);
    // a mark of a figure: the one of the same name, whatever its number has become
    if (element.matches("a.tells")) {
      const box = element.closest("[id]:not(a)");
      return box && { box: box.id, at: marksIn(box).indexOf(element), mark: called(element) };
    }
    const menu = element.closest("details[id]");
    return menu ? { menu: menu.id, text: element.textContent.trim() } : null;
  }

  function restore(name) {
    if (typeof name === "string") focusOn(document.querySelector(name));
    else if (name.box) restoreMark(name);
    else restoreChoice(name);
  }
  function focusOn(element) {
    if (element) element.focus(calm);
  }
  function restoreMark(name) {
    const box = document.getElementById(name.box);
    const marks = box ? marksIn(box) : [];
    const same = marks[name.at];
    const isTwin = (mark) => called(mark) === name.mark;
    const twin = same && isTwin(same) ? same : marks.find(isTwin) || same;
    focusOn(twin || document.getElementById("innhold"));
  }
  function restoreChoice(name) {
    const menu = document.getElementById(name.menu);
    if (!menu) return;
    const fold = menu.closest("[id].picks");
    const opener = fold && document.querySelector(`[data-opens="${fold.id}"]`);
    if (opener && opener.offsetParent) akint.menus.toggle(opener, true);
    menu.open = !menu.matches("[data-menu='one']");
    const isTwin = (link) => uncounted(link.textContent) === uncounted(name.text);
    const twin = menu.open && [...menu.querySelectorAll("a")].find(isTwin);
    focusOn(twin || menu.querySelector("summary"));
  }

  // whether there is what the hash names; it is opened with what it lies in
  function toAnchor(hash) {
    let name = "";
    try {
      name = decodeURIComponent(hash.slice(1));
    } catch {
      return false; // half a character names nothing
    }
    const target = name && document.getElementById(name);
    if (!target) return false;
    const around = (part) => part.parentElement && part.parentElement.closest("details:not([open])");
    for (let fold = around(target); fold; fold = around(fold)) fold.open = true;
    const unfold = (fold) => (fold.open = true); // what is asked for by name is shown whole
    akint.each("details[data-unfold]:not([open])", unfold, target);
    if (target.matches("details")) target.open = true;
    target.scrollIntoView();
    return true;
  }

  // who jumps to an answer goes on from there, by keyboard too
  addEventListener("click", (event) => {
    const link = event.target.closest(".jumps a");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    akint.menus.closeFolds();
    target.tabIndex = -1;
    requestAnimationFrame(() => target.focus(calm));
  });

  akint.focus = {
    toAnchor,
    remember() {
      came = nameOf(document.activeElement);
    },
    forget() {
      came = null;
    },
    restore() {
      if (came) restore(came);
    },
    toHeading() {
      const heading = document.querySelector("main h1");
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus(calm);
    },
  };
})();
