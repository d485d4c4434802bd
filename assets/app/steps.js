// Steps: a link or a form of ours is one round trip, no new load. Other scripts ask for theirs by "akint-go".
(function () {
  "use strict";
  const { akint } = window;
  const { base, here } = akint;
  const isEnglish = (path) => path === base + "/en" || path.startsWith(base + "/en/");
  const isPlain = (link) => link.hasAttribute("download") || link.target || link.closest("[data-plain]");
  const isOurs = (link) =>
    link.origin === location.origin && !isPlain(link) && isEnglish(link.pathname) === isEnglish(location.pathname);

  // the address is where a page comes from: Dash's own location learns it, and asks the server
  function tellDash() {
    const { pathname, search, hash, href } = location;
    window.dash_clientside.set_props("adresse", { pathname, search, hash, href });
  }

  // again: over the step that stands there; state: what the browser keeps with it, for back and forward
  function go(url, again, state) {
    akint.focus.remember();
    if (url.pathname + url.search !== here()) {
      history[again ? "replaceState" : "pushState"](state || {}, "", url);
      tellDash();
    } else if (url.hash !== location.hash) history.pushState({}, "", url);
    if (url.hash) akint.focus.toAnchor(url.hash);
  }
  addEventListener("akint-go", ({ detail }) => go(detail.url, detail.again, detail.state));

  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
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
    for (const [name, value] of new FormData(form)) akint.put(url.searchParams, name, value);
    go(url);
  });
})();
