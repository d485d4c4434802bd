// Suggestions under a search field while one types: a combobox by ARIA's pattern. Without this the form works as it is.
(function () {
  "use strict";

  const WAIT = 150, LEAST = 2; // milliseconds after the last key, and letters before the server is asked
  let field = null, list = null, told = null; // the field in use, its list, and what is said to screen readers
  let timer = 0, asking = null, at = -1;

  const options = () => (list ? [...list.querySelectorAll("[role=option]")] : []);
  const isOpen = () => !!list && !list.hidden;
  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  const give = (element, attributes) => Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));

  // -- a field becomes a combobox when it is met; its list stands after it in the form

  function meet(input) {
    if (field === input && list && list.isConnected) return;
    close();
    field = input;
    const form = input.form, name = input.id + "-forslag";
    form.querySelectorAll(".suggestions, .suggests-told").forEach((old) => old.remove());
    list = make("div", "suggestions");
    list.id = name; list.hidden = true;
    told = make("p", "unseen suggests-told");
    give(list, { role: "listbox", "aria-label": form.dataset.suggests });
    give(told, { role: "status" });
    form.append(list, told);
    give(input, { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": name });
  }

  // -- asking: after a pause, and never two at once: an answer that was overtaken is let go

  function later() { clearTimeout(timer); timer = setTimeout(ask, WAIT); }

  async function ask() {
    const typed = field.value.trim();
    if (asking) asking.abort();
    if (typed.length < LEAST) return close();
    asking = new AbortController();
    try {
      const answer = await fetch(field.form.dataset.href + "?q=" + encodeURIComponent(typed), { signal: asking.signal });
      if (answer.ok) show(await answer.json(), typed); else close();
    } catch (_) { /* overtaken, or no connection: the form works as before */ }
  }

  function show(answer, typed) {
    if (document.activeElement !== field || field.value.trim() !== typed) return;
    list.replaceChildren(...answer.groups.map(group));
    list.hidden = !answer.groups.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
    told.textContent = answer.told;
  }

  function group(one, place) {
    const box = make("div"), head = make("div", "suggests-head", one.name);
    head.id = list.id + "-" + place;
    give(box, { role: "group", "aria-labelledby": head.id });
    box.append(head, ...one.options.map((each, n) => option(each, head.id + "-" + n)));
    return box;
  }

  function option(each, id) {
    const line = make("div", "suggestion"), name = make("span", "", each.text);
    if (each.lang) name.lang = each.lang;
    give(line, { id, role: "option", "aria-selected": "false", "data-go": each.href });
    line.append(name, " ", make("small", "", each.note));
    return line;
  }

  // -- choosing, going, closing

  function choose(place) {
    const all = options();
    at = place;
    all.forEach((one, n) => one.setAttribute("aria-selected", String(n === at)));
    if (at < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  }

  function go(href) { // as a link of the page is followed: no new load
    const link = make("a");
    link.href = href; link.hidden = true;
    close();
    document.body.append(link); link.click(); link.remove();
  }

  function close() {
    clearTimeout(timer);
    if (asking) asking.abort();
    if (!isOpen()) return;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    told.textContent = "";
    choose(-1);
  }

  function key(event) {
    const n = options().length, open = isOpen();
    const to = { ArrowDown: at + 1 >= n ? 0 : at + 1, ArrowUp: at > 0 ? at - 1 : n - 1, Home: 0, End: n - 1 }[event.key];
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && open) { event.preventDefault(); event.stopPropagation(); close(); }
    else if (event.key === "Enter") { if (open && at >= 0) { event.preventDefault(); go(options()[at].dataset.go); } else close(); }
    else if (event.key === "ArrowDown" && !open) { event.preventDefault(); ask(); }
    else if (open && to !== undefined && (at >= 0 || event.key.startsWith("Arrow"))) { event.preventDefault(); choose(to); }
  }

  const isField = (target) => target.matches && target.matches(".search input[name=q]");
  addEventListener("focusin", (event) => { if (isField(event.target)) meet(event.target); });
  addEventListener("input", (event) => { if (isField(event.target)) { meet(event.target); later(); } });
  addEventListener("keydown", (event) => { if (isField(event.target)) key(event); }, true);
  addEventListener("focusout", (event) => { if (event.target === field) close(); });
  addEventListener("mousedown", (event) => { if (event.target.closest(".suggestions")) event.preventDefault(); }); // the field keeps focus
  addEventListener("click", (event) => {
    const line = event.target.closest(".suggestion");
    if (line) go(line.dataset.go);
  });
})();
