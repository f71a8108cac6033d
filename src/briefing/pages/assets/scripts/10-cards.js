// The card of a citation: passage, speaker, modality, article. By mouse, by keyboard, by touch (a second tap follows the
// link). What it says stands in the page's list of references, or comes from the search index. Without it a link is a link.
(() => {
  "use strict";
  const SHOW = 90, HIDE = 250, GAP = 6;
  if (!("showPopover" in HTMLElement.prototype)) return;

  const card = document.createElement("div");
  Object.assign(card, {id: "cite-card", className: "cite-card", popover: "manual"});
  card.setAttribute("role", "group");
  let shown = null, timer = 0;

  const part = (name, text, language) => {
    const made = document.createElement("span");
    Object.assign(made, {className: name, textContent: text});
    if (language) made.lang = language;
    return made;
  };

  // From the list of references: its own words, without what leads back.
  const listed = entry => ["modality", "by", "passage", "because", "from"].map(name => entry.querySelector(`.${name}`)).filter(Boolean)
    .map(found => Object.assign(part(found.className, found.textContent, found.lang), {modality: found.className.split(" m-")[1]}));

  // From the index of all claims, which is loaded when the first card asks for it.
  const indexed = async id => {
    const claim = await globalThis.briefingSearch?.claim?.(id);
    if (!claim) return null;
    const modality = part(`modality m-${claim.modality}`, claim.words.modality[claim.modality]);
    return [Object.assign(modality, {modality: claim.modality}), part("by", claim.speakers.charAt(0).toUpperCase() + claim.speakers.slice(1)),
      part("passage", claim.passage || claim.words.not_shown, claim.language), part("from", [claim.title, claim.date].filter(Boolean).join(", "))];
  };

  const parts = async link => {
    const entry = link.dataset.reference && document.getElementById(link.dataset.reference);
    return entry ? listed(entry) : indexed(link.hash.slice(1)).catch(() => null);
  };

  const place = link => {
    const {left, right, top, bottom} = [...link.getClientRects()].at(-1), {offsetWidth: width, offsetHeight: height} = card;
    const below = bottom + GAP + height <= innerHeight || top < height + GAP;
    card.style.top = `${below ? bottom + GAP : top - GAP - height}px`;
    card.style.left = `${Math.max(12, Math.min((left + right - width) / 2, document.documentElement.clientWidth - width - 12))}px`;
  };

  const hide = () => {
    clearTimeout(timer);
    shown?.classList.remove("shown");
    shown = null;
    if (card.matches(":popover-open")) card.hidePopover();
  };

  const show = async (link, touched) => {
    const made = await parts(link);
    if (!made || !link.isConnected) return;
    hide();
    shown = link;
    card.className = `cite-card m-${made[0].modality}`;
    card.replaceChildren(made[0], " ", ...made.slice(1));
    const id = new URL(link.href).hash.replace(/^#(n-)?/, ""), said = made.map(each => each.textContent.trim()).join(" – ");
    const actions = part("actions", "");
    actions.append(...id.startsWith("c-") ? globalThis.briefingTaking?.(id, () => `${said}. ${link.href}`) ?? [] : []);
    if (actions.firstChild) card.append(actions);
    if (touched) card.append(part("read", document.querySelector("[data-read]")?.dataset.read ?? "→"));
    document.body.append(card);
    card.showPopover();
    place(link);
    link.classList.add("shown");
    if (!link.hasAttribute("aria-describedby")) link.setAttribute("aria-describedby", card.id);
  };

  const soon = (action, delay) => { clearTimeout(timer); timer = setTimeout(action, delay); };
  const cited = target => target.closest?.(".briefing a.cite");

  addEventListener("pointerover", event => {
    if (event.pointerType !== "mouse") return;
    const link = cited(event.target);
    if (link && link !== shown) soon(() => show(link), SHOW);
    else if (link || card.contains(event.target)) clearTimeout(timer);
    else if (shown) soon(hide, HIDE);
    else clearTimeout(timer);
  });
  addEventListener("focusin", event => {
    const link = cited(event.target);
    if (link?.matches(":focus-visible")) { if (link !== shown) show(link); }
    else if (shown && !card.contains(event.target)) hide();
  });
  addEventListener("click", event => {
    const link = cited(event.target);
    if (link && link !== shown && event.pointerType === "touch") {
      event.preventDefault();
      show(link, true);
    } else if (shown && card.contains(event.target)) { if (!event.target.closest("button")) shown.click(); }
    else if (!link) hide();
  });
  // Tab goes from the link through the buttons of its card, and on.
  addEventListener("keydown", event => {
    if (event.key === "Escape") { if (card.contains(document.activeElement)) shown.focus(); return hide(); }
    if (event.key !== "Tab" || !shown) return;
    const buttons = [...card.querySelectorAll("button")], at = buttons.indexOf(document.activeElement);
    const next = at + (event.shiftKey ? -1 : 1);
    if (at < 0 && (document.activeElement !== shown || event.shiftKey)) return;
    if (buttons[next]) { event.preventDefault(); buttons[next].focus(); } else shown.focus();
    if (next < 0) event.preventDefault();
  });
  addEventListener("scroll", () => { if (shown) place(shown); }, {passive: true});
})();
