// The search box: a combobox whose options are links to passages. Everything that comes from articles goes in as text.
(() => {
  "use strict";
  const {about, find, texts, words: {marked}} = briefingSearch;
  const AT_ONCE = 10, BEFORE_MARK = 100, PATIENCE = {found: 30, read: 300};
  const box = document.querySelector(".md-search[data-search-index]");
  if (!box) return;
  const [form, input, status, list] = ["form", "input", "[role=status]", "[role=listbox]"].map(part => box.querySelector(part));
  const toggle = document.getElementById("__search"), language = document.documentElement.lang;
  const root = new URL(box.dataset.searchRoot.replace(/\/?$/, "/"), location.href);
  const number = new Intl.NumberFormat(language), plural = new Intl.PluralRules(language);
  let asked = 0, answer = null, shown = 0, words = null, isClaim = () => true, growing = Promise.resolve();

  const unfold = wanted => { if (toggle.checked !== wanted) toggle.click(); };
  const element = (tag, className, ...inside) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...inside);
    return made;
  };
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const counted = (forms, n) => filled(forms[plural.select(n)] ?? forms.other, {n: number.format(n)});

  const withMarks = pieces => pieces.map(([text, mark]) => mark ? element("mark", "", text) : text);

  // The passage, from shortly before its first marked word where that stands far behind.
  const passage = claim => {
    const pieces = marked(claim.passage, answer.forms), [first, isMarked] = pieces[0];
    if (pieces.length > 1 && !isMarked && first.length > BEFORE_MARK)
      pieces[0] = [`${/^[«“]\s?/.exec(first)?.[0] ?? ""}… ${first.slice(-BEFORE_MARK).replace(/^\S*\s/, "")}`, false];
    return withMarks(pieces);
  };

  const option = (href, ...inside) => {
    const link = element("a", "found", ...inside);
    const attributes = {href, id: `found-${list.children.length}`, tabindex: -1, role: "option", "aria-selected": "false"};
    for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
    return link;
  };

  const result = claim => {
    const said = claim.passage ? passage(claim) : [words.not_shown];
    const quote = element("span", "found-passage", ...said);
    quote.lang = claim.passage ? claim.language : language;
    const [title, speakers] = [claim.title, claim.speakers].map(text => element("span", "", ...withMarks(marked(text, answer.forms))));
    title.lang = claim.language;
    // A page that people write claims nothing: its paragraph stands under its heading and its title.
    const kind = claim.modality ? element("span", `m modality m-${claim.modality}`, words.modality[claim.modality]) : element("span", "m page", words.page);
    const labels = [kind, ...(claim.speakers ? [speakers] : []), title];
    if (claim.date) labels.push(element("span", "", claim.date));
    return [new URL(claim.path, root).href + (claim.id && `#${claim.id}`), quote, element("span", "found-labels", ...labels.flatMap((label, i) => i ? [" · ", label] : [" ", label]))];
  };

  const select = chosen => {
    for (const each of list.children) each.setAttribute("aria-selected", String(each === chosen));
    if (chosen) {
      input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({block: "nearest"});
    } else input.removeAttribute("aria-activedescendant");
  };
  const selected = () => list.querySelector("[aria-selected=true]");

  const grow = async () => {
    if (!answer) return;
    const mine = asked, from = shown;
    shown += AT_ONCE;
    const claims = await texts(answer.claims.slice(from, shown));
    if (mine !== asked) return;
    list.querySelector(".found-all")?.remove();
    for (const claim of claims) list.append(option(...result(claim)));
    if (answer.partial || shown >= answer.claims.length) return;
    const inTable = answer.claims.filter(isClaim).length;
    if (!inTable) return;
    const all = option(addressed(input.value), counted(words.all, inTable));
    all.classList.add("found-all");
    list.append(all);
  };

  // The table of claims, asked for the same words.
  const addressed = text => {
    const address = new URL(form.action);
    address.searchParams.set(input.name, text);
    return address.href;
  };

  // One after the other, so that results keep their order.
  const more = () => growing = growing.catch(() => null).then(grow);

  const said = () => {
    const notes = answer.corrected.map(([typed, read]) => filled(words.corrected, {typed, read: read.slice(0, 3).join(", ")}));
    if (!answer.claims.length) return [...(answer.partial ? [] : notes), words.none].join(" ");
    if (answer.partial) return [...notes, words.partial].join(" ");
    const claims = answer.claims.filter(isClaim).length, pages = answer.claims.length - claims;
    const counts = [claims || !pages ? counted(answer.limited ? words.at_least : words.count, claims) : "", pages ? counted(words.pages, pages) : ""];
    return [...notes, counts.filter(Boolean).join(", ")].join(" ");
  };

  const show = async text => {
    const mine = asked += 1;
    select(null);
    const found = text.trim() ? await find(text, PATIENCE) : null;
    const known = await about();
    ({words} = known);
    isClaim = claim => claim < known.claims;
    if (mine !== asked) return;
    [answer, shown] = [found, 0];
    list.replaceChildren();
    status.textContent = answer ? said() : words.hint;
    if (answer) await more();
    if (mine !== asked) return;
    list.hidden = !list.children.length;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    select(list.firstElementChild);
  };
  const update = () => show(input.value).catch(() => { status.textContent = box.dataset.searchFailed; });

  const step = async by => {
    const at = [...list.children].indexOf(selected());
    if (by > 0 && at >= shown - 1 && shown < answer.claims.length) await more();
    const options = [...list.children];
    select(options[at + by] ?? options.at(by > 0 ? 0 : -1));
  };

  const KEYS = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: () => { unfold(false); input.blur(); },
    Enter: () => selected().click(),
  };

  input.addEventListener("keydown", event => {
    const act = KEYS[event.key], idle = event.key === "Enter" ? !selected() : event.key !== "Escape" && list.hidden;
    if (!act || idle || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  input.addEventListener("input", () => { unfold(true); update(); });
  input.addEventListener("focus", () => { unfold(true); update(); });
  toggle.addEventListener("change", () => {
    if (toggle.checked) input.focus();
    else input.setAttribute("aria-expanded", "false");
  });
  form.addEventListener("submit", event => {
    event.preventDefault(); // the site's policy lets no form leave the page
    location.assign(addressed(input.value));
  });
  list.addEventListener("click", event => {
    if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) unfold(false);
  });
  list.addEventListener("scroll", () => {
    if (answer && shown < answer.claims.length && list.scrollTop + 2 * list.clientHeight > list.scrollHeight) more();
  });
  box.addEventListener("focusout", event => { if (event.relatedTarget && !box.contains(event.relatedTarget)) unfold(false); });
  addEventListener("keydown", event => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
})();
