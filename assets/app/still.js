// Drawings: markup made on the server is put in where it belongs, again only when it changed.
(function () {
  "use strict";
  const { each } = window.akint;

  function draw(element) {
    const markup = element.getAttribute("data-markup");
    if (element.akintDrawn === markup) return;
    element.akintDrawn = markup;
    element.innerHTML = markup;
    each(
      "[data-style]",
      (part) => {
        part.style.cssText = part.getAttribute("data-style");
      },
      element,
    );
  }

  function added(node) {
    if (node.nodeType !== 1) return;
    if (node.hasAttribute("data-markup")) draw(node);
    each("[data-markup]", draw, node);
    each(".plot", window.akint.stand, node);
  }

  const watcher = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(added);
      else if (change.target.hasAttribute("data-markup")) draw(change.target);
    }
    dispatchEvent(new Event("akint-came"));
  });
  const watched = {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-markup", "data-address"],
  };
  watcher.observe(document.documentElement, watched);
})();
