// A whole new page of the wall: only when the server has one ready, and never twice in a row.
(function () {
  "use strict";
  const { akintWall: wall } = window;
  const HOURS = 3600e3;
  const NIGHT = 3; // o'clock
  let reloading = false;
  let born = wall.now;

  wall.reload = async () => {
    const last = Number(wall.recall("reload") || 0);
    if (reloading || wall.now - last < Math.max(3000, 2 * wall.deck.renew * 1000)) return;
    reloading = true;
    try {
      if (await isReady()) {
        wall.remember("reload", String(Date.now()));
        location.reload();
      }
    } catch (_) {
      // asked again another time
    }
    reloading = false;
  };
  async function isReady() {
    const response = await fetch(location.href, { cache: "no-store" });
    if (!response.ok || response.headers.get("X-Akint-Kept")) return false;
    return (await response.text()).includes('id="bilder"');
  }

  wall.nightly = () => {
    if (Number(wall.parts(wall.now).hour) !== NIGHT || wall.now - born <= 6 * HOURS || wall.failed) return;
    born = wall.now - 5 * HOURS;
    wall.reload();
  };
})();
