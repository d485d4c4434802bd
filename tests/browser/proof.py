"""What a card's picture looks like in a browser: whether each mark is as long as its value says, from one line."""

from __future__ import annotations

from typing import Final

FAULTS: Final = """() => {
  const faults = [], box = e => e.getBoundingClientRect(), seen = e => box(e).width > 0 && box(e).height > 0;
  for (const card of document.querySelectorAll('article.card')) {
    const say = words => faults.push(`${card.id}: ${words}`);
    const scales = {};
    for (const mark of card.querySelectorAll('.figure [data-value]'))
      if (seen(mark)) (scales[mark.dataset.of || ''] ||= []).push([Number(mark.dataset.value), box(mark).width]);
    for (const [scale, marks] of Object.entries(scales)) {
      const [top, longest] = marks.reduce((a, b) => b[0] > a[0] ? b : a);
      for (const [value, px] of marks)
        if (top > 0 && Math.abs(px - value * longest / top) > 1.5 && px > 2.5)
          say(`${scale} ${value} is ${px.toFixed(1)} px, ${top} is ${longest.toFixed(1)} px`);
    }
    const longest = Math.max(0, ...Object.values(scales).flat().map(one => one[1]));
    for (const gap of card.querySelectorAll('.figure .bar-missing'))
      if (seen(gap) && (box(gap).width > 48 || (longest > 48 && box(gap).width > longest)))
        say(`what is missing is ${box(gap).width} px long`);
    for (const list of card.querySelectorAll('.figure .bars')) {
      const starts = new Set([...list.querySelectorAll('.bar-track')].filter(seen).map(e => Math.round(box(e).left)));
      if (starts.size > 1) say(`bars begin at ${[...starts]}`);
    }
    for (const kind of ['.units rect', 'svg.cell']) {
      const marks = [...card.querySelectorAll(`.figure ${kind}`)].filter(seen);
      const sizes = new Set(marks.map(e => box(e).width.toFixed(0)));
      if (sizes.size > 1) say(`${kind} of ${[...sizes]} px`);
    }
  }
  return faults;
}"""
"""One scale a card, remainder included; missing is a short hatch; all bars from one line; a square is a square."""
