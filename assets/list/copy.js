// The chosen column and the chosen rows of the grid: what is copied, what it sums to; and the keyboard.
(function () {
  "use strict";
  const list = window.akintList;
  const { tool, words, say } = list;
  let copies = ""; // what the button copies: rows or column

  function chosen() {
    const nodes = list.api ? list.api.getSelectedNodes() : [];
    return nodes.filter((node) => node.data).sort((a, b) => a.rowIndex - b.rowIndex);
  }

  // which: what was chosen last
  function tell(which) {
    const n = chosen().length;
    const column = tool("select").value;
    if (which === "rows" && n) copies = "rows";
    else copies = column ? "column" : n ? "rows" : "";
    const button = tool("[data-copies]");
    button.disabled = !copies;
    button.textContent = named(n);
  }
  function named(n) {
    if (!copies) return words("copy-none");
    if (copies === "column") return words("copy-column");
    return n === 1 ? words("copy-row") : words("copy-rows").replace("{n}", n);
  }

  async function ask(more) {
    const query = new URLSearchParams(location.search);
    query.set("navn", tool("select").value);
    if (more) query.set("kopier", "1");
    const answer = await fetch(list.ours("/kolonne", query));
    if (!answer.ok) throw answer.status;
    return answer.json();
  }

  addEventListener("change", async (event) => {
    if (event.target.id !== "valgt-kolonne") return;
    tell("column");
    const name = event.target.value;
    try {
      const found = name ? await ask(false) : { told: "" };
      if (name === event.target.value) say(found.told);
    } catch (_) {
      say(words("failed"));
    }
  });

  async function copy() {
    let text = "";
    try {
      if (copies === "rows") text = [list.heading, ...chosen().map((node) => node.data._copy)].join("\n");
      else text = (await ask(true)).copy;
    } catch (_) {
      return say(words("failed"));
    }
    say(words((await window.akint.copied(text)) ? "copied" : "refused"));
  }

  addEventListener("click", (event) => {
    if (event.target.closest("[data-copies]")) copy();
  });
  addEventListener("keydown", (event) => {
    const isCopy = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "c";
    if (!isCopy || !list.room || !list.room.contains(event.target) || !copies) return;
    if (String(getSelection()) && !getSelection().isCollapsed) return;
    event.preventDefault();
    copy();
  });

  // Enter opens
  function keyed({ event, data }) {
    if (event.key !== "Enter" || !data) return;
    const link = event.target.closest("[role='row']") && event.target.querySelector("a[href]");
    if (link) link.click();
  }

  Object.assign(list, { tell, keyed, chooseNothing: () => (copies = "") });
})();
