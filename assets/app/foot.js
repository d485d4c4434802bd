// The foot of a card: copy its link, report with the link.
(function () {
  "use strict";
  const BACK_MS = 2000; // then the button says again what it does
  const cardAddress = (key) => location.origin + window.akint.here() + "#" + key;

  // without https there is no clipboard to write to: a selection is copied instead
  async function copied(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch (_) {
      return copiedSelection(words);
    }
  }
  function copiedSelection(words) {
    const focused = document.activeElement;
    const field = document.createElement("textarea");
    field.value = words;
    field.readOnly = true;
    field.className = "unseen";
    field.setAttribute("aria-hidden", "true");
    document.body.append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch (_) {
      // the words are shown to be copied by hand
    }
    field.remove();
    if (focused) focused.focus({ preventScroll: true });
    return done;
  }

  window.akint.copied = copied;

  addEventListener("click", async (event) => {
    const copy = event.target.closest("[data-copy]");
    if (!copy) return;
    const before = copy.dataset.words || (copy.dataset.words = copy.textContent);
    const address = cardAddress(copy.getAttribute("data-copy"));
    if (await copied(address)) copy.textContent = copy.getAttribute("data-done");
    else prompt(before, address);
    setTimeout(() => {
      copy.textContent = before;
    }, BACK_MS);
  });

  addEventListener("click", (event) => {
    const report = event.target.closest("[data-report]");
    if (!report) return;
    const body = encodeURIComponent(cardAddress(report.getAttribute("data-report")));
    report.href = report.href.replace(/&body=.*$/, "") + "&body=" + body;
  });
})();
