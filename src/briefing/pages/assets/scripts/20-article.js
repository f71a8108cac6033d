// An article: the card of a claim that an address names stands open, cards stand beside their sentence where there is a
// margin, and one key or one link leads from claim to claim. On paper everything folded is unfolded.
(() => {
  "use strict";
  const GAP = 5, LINE = 120;

  const named = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const openTarget = () => {
    const target = named();
    const note = target?.matches("mark, .excerpts blockquote") ? document.getElementById(`n-${target.id}`) : target;
    for (let folded = note?.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  };
  addEventListener("hashchange", openTarget);
  openTarget();
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll(".briefing details:not(.cite, .more-filters)")) { folded.removeAttribute("name"); folded.open = true; }
  });

  const claims = [...document.querySelectorAll(".briefing details.note")]
    .map(note => ({note, passage: document.getElementById(note.querySelector(".body").id.slice(2))})).filter(({passage}) => passage);
  if (!claims.length) return;
  const top = element => element.getClientRects()[0].top;

  // Each card at the height of its passage, pushed down by those before it; the open one stands exactly there if it can.
  const source = document.querySelector(".briefing .source"), margin = matchMedia("(min-width: 68em)");
  const settle = () => {
    source.classList.toggle("settled", margin.matches);
    if (!margin.matches) return source.style.removeProperty("min-height");
    const from = source.getBoundingClientRect().top, heights = claims.map(({note}) => note.offsetHeight + GAP);
    const wanted = claims.map(({passage}) => Math.max(0, top(passage) - from)), places = [];
    const opened = claims.findIndex(({note}) => note.open);
    let free = 0;
    wanted.forEach((place, i) => {
      if (i === opened) free = Math.min(free, Math.max(place, heights.slice(0, i).reduce((sum, height) => sum + height, 0)));
      places.push(Math.max(place, free));
      free = places[i] + heights[i];
    });
    for (let i = opened - 1; i >= 0; i -= 1) places[i] = Math.min(places[i], places[i + 1] - heights[i]);
    claims.forEach(({note}, i) => { note.style.top = `${Math.round(places[i])}px`; });
    source.style.minHeight = `${Math.ceil(free)}px`;
  };
  if (source) {
    new ResizeObserver(settle).observe(source);
    source.addEventListener("toggle", settle, true);
    margin.addEventListener("change", settle);
    settle();
  }

  // From claim to claim: by the links, or Alt and an arrow.
  const bar = document.querySelector(".briefing .jump");
  if (!bar) return;
  const tally = bar.querySelector("output");
  const here = () => {
    const at = claims.findIndex(({passage}) => passage === named());
    if (at >= 0 && Math.abs(top(claims[at].passage) - LINE) < innerHeight) return at;
    return claims.findLastIndex(({passage}) => top(passage) < LINE);
  };
  const count = () => { tally.textContent = `${Math.max(1, here() + 1)} / ${claims.length}`; };
  const go = step => {
    const {passage} = claims[Math.min(claims.length - 1, Math.max(0, here() + step))];
    location.hash = passage.id;
    (document.querySelector(`.call[href="#n-${passage.id}"]`) ?? passage).focus({preventScroll: true});
    count();
  };
  bar.addEventListener("click", event => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    go(link.matches(".after") ? 1 : -1);
    if (event.detail) return;
    link.focus({preventScroll: true});
  });
  addEventListener("keydown", event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    go(step);
  });
  addEventListener("scroll", count, {passive: true});
  count();
  bar.hidden = false;
})();
