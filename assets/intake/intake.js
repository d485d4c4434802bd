// Reading files in: files dropped on their place, what is too large said before it is sent, and how far the check is.
(function () {
  "use strict";
  const place = () => document.querySelector("[data-drop]");

  // -- the files that were chosen or dropped

  function told(drop) {
    const input = drop.querySelector("input"),
      said = document.getElementById("valgte");
    const files = [...input.files],
      size = files.reduce((sum, file) => sum + file.size, 0);
    const large = size > Number(drop.dataset.most) || files.length > Number(drop.dataset.files);
    said.textContent = large ? said.dataset.large : files.map((file) => file.name).join(", ");
    input.setCustomValidity(large ? said.dataset.large : "");
  }

  addEventListener("change", (event) => {
    const drop = event.target.closest && event.target.closest("[data-drop]");
    if (drop) told(drop);
  });
  for (const kind of ["dragenter", "dragover"])
    addEventListener(kind, (event) => {
      const drop = place();
      if (!drop || !event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      drop.classList.toggle("over", drop.contains(event.target));
    });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget && place()) place().classList.remove("over");
  });
  addEventListener("drop", (event) => {
    // anywhere on the page: a file that misses must not take its place
    const drop = place();
    if (!drop || !event.dataTransfer || !event.dataTransfer.files.length) return;
    event.preventDefault();
    drop.classList.remove("over");
    drop.querySelector("input").files = event.dataTransfer.files;
    told(drop);
  });
  addEventListener("submit", (event) => {
    const form = event.target.closest("form.write-form");
    if (form && !event.defaultPrevented)
      setTimeout(() =>
        form.querySelectorAll("button").forEach((button) => {
          button.disabled = true;
        }),
      );
  });
  addEventListener("pageshow", () =>
    document.querySelectorAll("form.write-form button").forEach((button) => {
      button.disabled = false;
    }),
  );

  // -- how far the work is

  let asking = null;
  async function ask() {
    const box = document.querySelector("[data-steps]");
    if (!box) {
      asking = null;
      return;
    }
    let wait = 1000;
    try {
      const answer = await fetch(box.dataset.address, { cache: "no-store" });
      if (!answer.ok) {
        if (answer.status !== 429) {
          location.reload();
          return;
        }
        wait = 5000;
      } else {
        const state = await answer.json();
        if (!state.works) {
          location.reload();
          return;
        }
        const line = box.querySelector("#steg");
        if (line.textContent !== state.words) line.textContent = state.words;
        box.querySelector("progress").value = state.share;
      }
    } catch {
      wait = 3000;
    }
    asking = setTimeout(ask, wait);
  }

  function begin() {
    document.querySelectorAll(".drop-words[hidden]").forEach((words) => {
      words.hidden = false;
    });
    if (asking === null && document.querySelector("[data-steps]")) asking = setTimeout(ask, 700);
  }
  addEventListener("akint-needed", begin);
  begin();
})();
