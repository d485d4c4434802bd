// Words of the foot: the clock, and how old the numbers are.
(function () {
  "use strict";
  const { akintWall: wall } = window;
  const HOUR = 60; // an hour is sixty looks for newer data, one a minute
  const OLD = 2.5; // looks that were missed, and the numbers are said to be old

  function write(element, words) {
    if (element && element.textContent !== words) element.textContent = words;
  }

  function stale(stamp, isEnglish, today) {
    const then = wall.parts(wall.good);
    const isToday = then.day === today.day && then.month === today.month;
    const time = isToday ? then.hour + (isEnglish ? ":" : ".") + then.minute : then.day + "." + then.month + ".";
    return stamp.dataset.stale.replace("{time}", time);
  }

  wall.foot = () => {
    const { element, now, good, failed, paused, closed } = wall;
    element.dataset.updated = String(Math.round(good / 1000));
    const slide = element.querySelector(".layer.on .slide");
    if (!slide) return;
    const today = wall.parts(now);
    write(slide.querySelector("[data-clock]"), today.hour + ":" + today.minute);
    const stamp = slide.querySelector("[data-stamp]");
    if (!stamp) return;
    const look = wall.deck.renew * 1000;
    const old = failed || now - good > OLD * look;
    const late = old && now - good > HOUR * look;
    if (old) write(stamp, stale(stamp, slide.lang === "en", today));
    else write(stamp, paused ? stamp.dataset.paused : stamp.dataset.stamp);
    stamp.classList.toggle("old", old);
    stamp.classList.toggle("late", late);
    element.dataset.state = closed ? "closed" : late ? "late" : old ? "old" : "fresh";
  };
})();
