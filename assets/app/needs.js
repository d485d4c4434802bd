// What only some pages need (data-wide: and only wide screens): loaded when such a page comes.
(function () {
  "use strict";
  const { each, came, base } = window.akint;
  const wide = matchMedia("(min-width: 700px)");
  const loading = {};
  const met = new WeakSet();

  function need(element) {
    if (element.hasAttribute("data-wide") && !wide.matches) return;
    const paths = element.getAttribute("data-needs").split(" ");
    const all = paths.map((path) => loading[path] || (loading[path] = load(base + path)));
    const told = () => dispatchEvent(new Event("akint-needed"));
    Promise.all(all).then(told, () => {
      /* the page stands without */
    });
  }

  function load(path) {
    const isSheet = /\.css(\?|$)/.test(path);
    const one = document.createElement(isSheet ? "link" : "script");
    if (isSheet) {
      one.rel = "stylesheet";
      one.href = path;
    } else {
      one.src = path;
      one.async = false; // in the order they are named
    }
    return new Promise((done, failed) => {
      one.onload = done;
      one.onerror = failed;
      document.head.append(one);
    });
  }

  came(() =>
    each("[data-needs]", (element) => {
      if (met.has(element)) return;
      met.add(element);
      need(element);
    }),
  );
  wide.addEventListener("change", () => each("[data-needs]", need));
})();
