// Keyboard and a presenter's remote; a window that has got another size asks for slides of it.
(function () {
  "use strict";
  const { akintWall: wall } = window;

  const forward = () => wall.show(wall.at + 1);
  const back = () => wall.show(wall.at - 1);
  function pause() {
    wall.paused = !wall.paused;
    wall.element.classList.toggle("paused", wall.paused);
    wall.foot();
  }
  const KEYS = {
    ArrowRight: forward,
    PageDown: forward,
    ArrowDown: forward,
    Enter: forward,
    ArrowLeft: back,
    PageUp: back,
    ArrowUp: back,
    Home: () => wall.show(0),
    End: () => wall.show(-1),
    " ": pause,
    p: pause,
    b: pause,
    ".": pause,
    Pause: pause,
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || wall.closed || !KEYS[event.key]) return;
    event.preventDefault();
    wall.now = Date.now();
    KEYS[event.key]();
  });
  addEventListener("resize", () => {
    wall.tag = null;
    if (!wall.asking) wall.asked = 0;
  });
})();
