// News: a new revision, a new version of the program, and a server that went away.
(function () {
  "use strict";
  const { akint } = window;
  const EVERY_MS = 3000;
  const known = { etag: null, asking: false, newest: "", edition: "", program: "", lost: false, other: 0 };

  async function listen() {
    const button = document.getElementById("nye-tall");
    if (!button || known.asking || document.hidden) return;
    known.asking = true;
    try {
      await ask();
    } catch (_) {
      known.lost = true;
      known.etag = null;
    }
    known.asking = false;
    tell(button);
  }

  async function ask() {
    const headers = known.etag ? { "If-None-Match": known.etag } : {};
    const answer = await fetch(akint.base + "/revisjon", { cache: "no-store", headers });
    if (answer.status === 304) return;
    if (answer.status !== 200) {
      known.lost = true;
      known.etag = null;
      return;
    }
    known.etag = answer.headers.get("ETag");
    const text = await answer.text();
    if (text) known.newest = text;
    known.edition = answer.headers.get("X-Akint-Edition");
    known.program = answer.headers.get("X-Akint-Program");
    known.lost = !text;
  }

  function tell(button) {
    const own = Number(button.getAttribute("data-revision"));
    const edition = button.getAttribute("data-edition");
    const { lost, program, newest } = known;
    show(document.getElementById("uten-tjener"), lost);
    // another database with the same number, or one put back: told twice, for one of several servers may lag behind
    known.other = known.edition && edition && known.edition !== edition ? known.other + 1 : 0;
    const isNewer = !lost && program && program !== button.getAttribute("data-program");
    if (isNewer && akint.renewed(program)) return;
    if (isNewer) write(button, button.getAttribute("data-renewed"));
    show(button, isNewer || (newest && !lost && (Number(newest) > own || known.other > 1)));
  }

  function write(element, words) {
    if (element.textContent !== words) element.textContent = words;
  }
  function show(element, wanted) {
    if (element.hidden === Boolean(wanted)) element.hidden = !wanted;
  }

  setInterval(listen, EVERY_MS);
  addEventListener("visibilitychange", listen);
  addEventListener("click", (event) => {
    if (event.target.closest("#nye-tall")) location.reload();
  });
})();
