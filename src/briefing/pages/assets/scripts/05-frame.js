// The frame of the theme: its header names the page that scrolled under it, its table of contents follows the reader, and
// who turns back is offered the way to the top.
(() => {
  "use strict";
  const LINE = 100, BACK = 400;
  document.documentElement.classList.replace("no-js", "js");
  const name = document.querySelector(".md-header__title"), heading = document.querySelector("h1");
  const top = document.querySelector(".md-top"), contents = document.querySelector("[data-md-component=toc]");
  const links = [...contents?.querySelectorAll("a.md-nav__link") ?? []]
    .map(link => ({link, place: document.getElementById(decodeURIComponent(link.hash.slice(1)))})).filter(({place}) => place);
  let last = scrollY, marked = -1, waiting = false;

  const follow = () => {
    const here = links.findLastIndex(({place}) => place.getBoundingClientRect().top < LINE);
    if (here === marked) return;
    marked = here;
    links.forEach(({link}, i) => {
      link.classList.toggle("md-nav__link--passed", i < here);
      link.classList.toggle("md-nav__link--active", i === here);
    });
    const scrolled = contents.closest(".md-sidebar__scrollwrap"), at = links[here]?.link.offsetTop ?? 0;
    if (scrolled.scrollHeight > scrolled.clientHeight) scrolled.scrollTop = at - scrolled.clientHeight / 2;
  };
  const look = () => {
    waiting = false;
    if (heading) name?.classList.toggle("md-header__title--active", heading.getBoundingClientRect().bottom < LINE / 2);
    if (links.length) follow();
    if (top && scrollY !== last) top.hidden = scrollY > last || scrollY < BACK;
    last = scrollY;
  };
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(look);
  }, {passive: true});
  top?.addEventListener("click", () => { scrollTo({top: 0}); document.querySelector(".md-skip")?.focus({preventScroll: true}); });
  look();
})();
