// The list under a search field: a listbox by ARIA's pattern, its groups and options, and which of them is chosen.
(function () {
  "use strict";
  let field = null; // the field in use
  let list = null; // its list
  let told = null; // what is said of it to screen readers
  let at = -1; // which option is chosen

  const options = () => (list ? [...list.querySelectorAll("[role=option]")] : []);
  const isOpen = () => Boolean(list) && !list.hidden;

  function make(name, className, text, attributes = {}) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return give(element, attributes);
  }
  function give(element, attributes) {
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  // a field becomes a combobox when it is met; its list stands after it in the form
  function meet(input) {
    if (isMet(input)) return;
    close();
    field = input;
    at = -1;
    const { form } = input;
    const id = input.id + "-forslag";
    form.querySelectorAll(".suggestions, .suggests-told").forEach((old) => old.remove());
    list = make("div", "suggestions", "", { id, role: "listbox", "aria-label": form.dataset.suggests });
    list.hidden = true;
    told = make("p", "unseen suggests-told", "", { role: "status" });
    form.append(list, told);
    const says = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list" };
    give(input, { ...says, "aria-expanded": "false", "aria-controls": id });
  }
  const isMet = (input) => field === input && list.isConnected;

  function show(answer) {
    list.replaceChildren(...answer.groups.map(group));
    list.hidden = !answer.groups.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
    told.textContent = answer.told;
  }
  function group(one, place) {
    const head = make("div", "suggests-head", one.name, { id: list.id + "-" + place });
    const box = make("div", "", "", { role: "group", "aria-labelledby": head.id });
    box.append(head, ...one.options.map((each, n) => option(each, head.id + "-" + n)));
    return box;
  }
  function option(each, id) {
    const says = { id, role: "option", "aria-selected": "false", "data-go": each.href };
    const line = make("div", "suggestion", "", says);
    const name = make("span", "", each.text);
    if (each.lang) name.lang = each.lang;
    line.append(name, " ", make("small", "", each.note));
    return line;
  }

  function choose(place) {
    const all = options();
    at = place;
    all.forEach((one, n) => one.setAttribute("aria-selected", String(n === at)));
    if (at < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  }
  // whether a key moves the choice
  function move(key) {
    const n = options().length;
    const to = { ArrowDown: at + 1 >= n ? 0 : at + 1, ArrowUp: at > 0 ? at - 1 : n - 1, Home: 0, End: n - 1 }[key];
    if (to === undefined || (at < 0 && !key.startsWith("Arrow"))) return false;
    choose(to);
    return true;
  }

  function close() {
    if (!isOpen()) return;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    told.textContent = "";
    choose(-1);
  }

  const chosen = () => (isOpen() && at >= 0 ? options()[at].dataset.go : null);
  window.akint.suggestions = { meet, isMet, isOpen, show, move, close, chosen };
})();
