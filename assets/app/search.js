// The search: suggestions while one types, asked of the server. Without this the form works as it is.
(function () {
  "use strict";
  const { suggestions } = window.akint;
  const WAIT_MS = 150; // after the last key
  const LEAST = 2; // letters before the server is asked
  let field = null; // the field in use
  let timer = 0;
  let asking = null;

  // -- asking: after a pause, and never two at once: an answer that was overtaken is let go

  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  }
  async function ask() {
    const typed = field.value.trim();
    if (asking) asking.abort();
    if (typed.length < LEAST) return close();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(field.form.dataset.href + "?q=" + encodeURIComponent(typed), { signal });
      if (!answer.ok) return close();
      const found = await answer.json();
      if (document.activeElement === field && field.value.trim() === typed) suggestions.show(found);
    } catch (_) {
      // overtaken, or no connection: the form works as before
    }
  }
  function close() {
    clearTimeout(timer);
    if (asking) asking.abort();
    suggestions.close();
  }
  function meet(input) {
    if (field !== input || !suggestions.isMet(input)) close();
    field = input;
    suggestions.meet(input);
  }
  function go(href) {
    close();
    window.akint.go(new URL(href, location.href));
  }

  // -- keys

  const isWithModifier = (event) => event.isComposing || event.altKey || event.ctrlKey || event.metaKey;
  function key(event) {
    const isOpen = suggestions.isOpen();
    if (isWithModifier(event)) return;
    if (event.key === "Enter") enter(event);
    else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "ArrowDown" && !isOpen) {
      event.preventDefault();
      ask();
    } else if (isOpen && suggestions.move(event.key)) event.preventDefault();
  }
  function enter(event) {
    const href = suggestions.chosen();
    if (!href) return close();
    event.preventDefault();
    go(href);
  }

  const isField = (target) => target.matches && target.matches(".search input[name=q]");
  addEventListener("focusin", (event) => {
    if (isField(event.target)) meet(event.target);
  });
  addEventListener("input", (event) => {
    if (!isField(event.target)) return;
    meet(event.target);
    later();
  });
  addEventListener(
    "keydown",
    (event) => {
      if (isField(event.target)) key(event);
    },
    true,
  );
  addEventListener("focusout", (event) => {
    if (event.target === field) close();
  });
  addEventListener("mousedown", (event) => {
    // the field keeps focus
    if (event.target.closest(".suggestions")) event.preventDefault();
  });
  addEventListener("click", (event) => {
    const line = event.target.closest(".suggestion");
    if (line) go(line.dataset.go);
  });

  // '/' leads to the field, as long as one is not typing
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select")) return;
    const first = document.getElementById("felt-q");
    if (!first || !first.offsetParent) return;
    event.preventDefault();
    first.focus();
  });
})();
