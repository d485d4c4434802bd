// Days of the timeline as numbers: reading, writing, rounding to where a unit begins, and what a window may be.
// The server cuts a window of the reader's own alike (CUT in akint_dash/measures/call_window.py).
(function () {
  "use strict";
  const DAY = 864e5,
    LEAST = 7,
    MOST = 1826; // the smallest window and the largest, in days
  const CUT = [
    [10, "day"],
    [119, "week"],
    [549, "month"],
    [Infinity, "quarter"],
  ];
  const MONTHS = { month: 1, quarter: 3, year: 12 };
  const BEYOND = { day: "week", week: "month", month: "quarter", quarter: "year", year: "year" };

  const read = (iso) => Date.parse(iso) / DAY;
  const date = (day) => new Date(day * DAY);
  const write = (day) => date(day).toISOString().slice(0, 10);
  const unit = (length) => CUT.find(([most]) => length <= most)[1];

  // `count` units after the beginning of the one that a day lies in
  function begins(day, unit, count) {
    const whole = Math.floor(day);
    if (unit === "day") return whole + count;
    if (unit === "week") return whole - ((((whole + 3) % 7) + 7) % 7) + 7 * count; // day 0 was a Thursday
    const at = date(whole),
      months = MONTHS[unit];
    return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - (at.getUTCMonth() % months) + months * count, 1) / DAY;
  }
  function nearest(day, unit) {
    const before = begins(day, unit, 0),
      after = begins(day, unit, 1);
    return day - before < after - day ? before : after;
  }

  // inside the reach, no smaller than a week and no larger than five years; `keep` is the edge that stays where it is
  function within([first, end], [low, high], keep) {
    const long = Math.min(Math.max(end - first, LEAST), MOST, high - low);
    if (keep === "first") end = first + long;
    else if (keep === "end") first = end - long;
    else {
      const middle = (first + end) / 2;
      first = middle - long / 2;
      end = middle + long / 2;
    }
    const off = Math.max(0, low - first) - Math.max(0, end - high);
    return [first + off, end + off];
  }

  // where a window comes to rest: moved, it keeps its length; of another length, both edges at the beginning of a unit
  function settled([first, end], shown) {
    if (Math.abs(end - first - shown.end + shown.first) < 0.5) {
      const from = nearest(first, shown.step),
        months = MONTHS[shown.step];
      if (!months) return { first: from, end: from + shown.end - shown.first, kept: true };
      const [a, b] = [date(shown.first), date(shown.end)],
        many = 12 * (b.getUTCFullYear() - a.getUTCFullYear()) + b.getUTCMonth() - a.getUTCMonth();
      return { first: from, end: begins(from, "month", many), kept: true };
    }
    let one = "";
    for (let tries = 0; tries < 4 && one !== unit(end - first); tries += 1) {
      // rounding may make it too short or long for its unit
      one = unit(end - first);
      first = nearest(first, one);
      end = Math.max(nearest(end, one), begins(first, one, 1));
    }
    return { first, end: Math.min(end, begins(first, "month", 60)), kept: false };
  }

  const english = document.documentElement.lang.startsWith("en");
  function words(first, end) {
    // as the server writes them, while nothing is asked of it
    const near = end - first <= 119,
      how = { month: "long", year: "numeric", timeZone: "UTC", ...(near ? { day: "numeric" } : {}) };
    const form = new Intl.DateTimeFormat(english ? "en-GB" : "nb-NO", how);
    const said = `${form.format(date(first))} – ${form.format(date(end - 1))}`;
    return said.charAt(0).toUpperCase() + said.slice(1);
  }

  window.akintDays = { read, write, unit, begins, within, settled, words, BEYOND };
})();
