// The wall begins: where it was, in the form of this wall.
(function () {
  "use strict";
  const { akintWall: wall } = window;
  const { deck, element, stage } = wall;
  const was = deck.slides.findIndex((slide) => slide.id === wall.recall("at"));

  if (!deck.slides.length) deck.slides = [{ id: "tomt", html: stage.children[0].innerHTML }];
  else if (was > 0) wall.show(was);
  else {
    wall.progress();
    element.dataset.slide = deck.slides[0].id;
  }

  const isOfItsForm = deck.form[0] * innerHeight === deck.form[1] * innerWidth;
  if (isOfItsForm) wall.asked = wall.now;
  else {
    // its form goes into the address: from the next load on the first picture is right
    const query = new URLSearchParams(location.search);
    query.set("flate", innerWidth + "x" + innerHeight);
    history.replaceState(null, "", location.pathname + "?" + query);
  }
  wall.foot();
  wall.start();
})();
