// Our two components of Dash (`components/still.py`): what the server has drawn goes in as one piece of markup, and who
// waits for a page is told by one event, once what has changed stands there.
(function () {
  "use strict";
  const { each } = window.akint;
  let due = false;

  function tell() {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      dispatchEvent(new Event("akint-came"));
    });
  }

  // the policy of the page refuses styles in markup: they are set here, before it is painted
  function dress(element) {
    each("[data-style]", (part) => (part.style.cssText = part.getAttribute("data-style")), element);
  }

  function Still({ of, markup, setProps, ...attributes }) {
    const { createElement, useLayoutEffect, useRef } = window.React;
    const ref = useRef(null);
    useLayoutEffect(() => {
      dress(ref.current);
      tell();
    }, [markup]);
    return createElement(of, { ...attributes, ref, dangerouslySetInnerHTML: { __html: markup } });
  }

  function Holder({ id, children }) {
    const { createElement, useLayoutEffect } = window.React;
    useLayoutEffect(tell);
    return createElement("div", { id }, children);
  }

  window.akint_dash = { Still, Holder };
})();
