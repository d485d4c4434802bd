// The page in its window: nothing pushes it sideways, and heads of tables stand under the row of answers.
(function () {
  "use strict";
  const root = document.documentElement;

  // a word without end would push the page sideways: then, and only then, words break anywhere
  function narrow() {
    root.classList.remove("endless");
    root.classList.toggle("endless", root.scrollWidth > innerWidth);
  }
  // the reader's own larger or wider letters, a turned phone: the page has grown
  const grown = new ResizeObserver(() => {
    if (root.scrollWidth > innerWidth || root.classList.contains("endless")) requestAnimationFrame(narrow);
  });
  grown.observe(document.body || root);

  const rows = new ResizeObserver(([row]) => {
    root.style.setProperty("--row", `${Math.floor(row.target.getBoundingClientRect().height)}px`);
  });
  function measureRow() {
    const row = document.querySelector(".jumps");
    rows.disconnect();
    if (row) rows.observe(row);
    else root.style.removeProperty("--row");
  }

  window.akint.fit = () => {
    requestAnimationFrame(narrow);
    measureRow();
  };
})();
