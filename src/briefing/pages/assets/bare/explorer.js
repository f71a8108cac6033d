// The table of claims: filtered, sorted and paged by what the search index knows of every claim. The address holds the
// state, so that a choice can be sent, kept and undone; without this script the table stands, page by page.
addEventListener("DOMContentLoaded", () => { // the search, which knows the claims, runs after this script
  "use strict";
  const filters = document.querySelector(".filters"), search = globalThis.briefingSearch;
  if (!search?.load) { filters.remove(); return; }

  const OPTIONS = 300, AT_ONCE = 25;
  const table = document.getElementById("claims"), [body] = table.tBodies, caption = table.caption;
  const written = {rows: [...body.rows], caption: caption.textContent, tally: filters.querySelector("output").textContent};
  const writtenPager = document.querySelector(".pager"), nothing = document.querySelector(".nothing");
  const rowsOnPage = Number(filters.dataset.rows), language = document.documentElement.lang;
  const number = new Intl.NumberFormat(language), plural = new Intl.PluralRules(language);
  const collator = new Intl.Collator(language, {numeric: true, ignorePunctuation: true});
  const root = new URL(document.querySelector("[data-search-root]").dataset.searchRoot.replace(/\/?$/, "/"), location.href);
  const home = new URL(filters.dataset.home, location.href);
  const controls = [...filters.querySelectorAll("input, select")], named = Object.fromEntries(controls.map(control => [control.name, control]));
  const known = Promise.all(["facets", "titles", "index"].map(search.load));
  let asked = 0, columns = null, isWritten = true;

  const element = (tag, attributes = {}, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  };
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const counted = (forms, n) => filled(forms[plural.select(n)] ?? forms.other, {n: number.format(n)});
  const capital = text => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  const cell = value => value === undefined ? [] : [value].flat();

  // The first and the last day that a partial date allows.
  const days = date => {
    const [from, to = from] = date.split("/");
    return [from.padEnd(10, "-01"), to.length === 4 ? `${to}-12-31` : to.length === 7 ? `${to}-31` : to];
  };

  // For each claim the place of its article, so that a column of articles is as long as the others.
  const columnsOf = ([facets, titles, about]) => {
    const article = new Uint32Array(about.claims);
    facets.articles.forEach((_, place) => article.fill(place, titles[place][1], titles[place + 1]?.[1] ?? about.claims));
    return {...facets, titles: titles.map(([title]) => title), article, about, days: facets.articles.map(([, date]) => days(date))};
  };

  const KEYS = {
    modality: claim => [columns.modalities[columns.modality[claim]]],
    checkable: claim => [columns.checkable[claim] === "1" ? "" : "none", "all"],
    status: claim => [columns.statuses[columns.status[claim]]],
    speaker: claim => cell(columns.speaker[claim]).map(place => columns.speakers[place][0]),
    actor: claim => cell(columns.actor[claim]).map(place => columns.actors[place][0]),
    article: claim => [columns.articles[columns.article[claim]][0]],
  };
  const name = (list, cells) => cells.length ? list[cells[0]][1] : "\uffff";
  const byText = words => (a, b) => collator.compare(words(a), words(b)) || a - b;
  const byPlace = place => (a, b) => place(a) - place(b) || a - b;
  const ORDERS = {
    oldest: () => (a, b) => columns.article[b] - columns.article[a] || a - b,
    modality: () => byPlace(claim => Number(columns.modality[claim])),
    status: () => byPlace(claim => -Number(columns.status[claim])),
    speaker: () => byText(claim => name(columns.speakers, cell(columns.speaker[claim]))),
    actor: () => byText(claim => name(columns.actors, cell(columns.actor[claim]))),
    article: () => byText(claim => columns.titles[columns.article[claim]]),
    newest: () => (a, b) => a - b,
  };

  // What the address asks for: `wanted` are keys by column; an unknown column or an empty value asks for nothing.
  const asks = () => {
    const state = new URLSearchParams(location.search), wanted = {};
    for (const column of Object.keys(KEYS)) {
      const values = state.getAll(column).filter(Boolean);
      if (values.length) wanted[column] = new Set(values);
    }
    wanted.checkable ??= new Set([""]);  // what cannot be checked is shown when asked for
    const [words, from, to, sort] = ["words", "from", "to", "sort"].map(field => state.get(field)?.trim() ?? "");
    return {wanted, words, from, to, sort, page: Math.max(1, Number.parseInt(state.get("page"), 10) || 1), any: [...state.keys()].some(key => named[key] || key === "page")};
  };

  const inTime = (claim, {from, to}) => {
    const [first, last] = columns.days[columns.article[claim]];
    return (!from || last >= from) && (!to || (first && first <= to));
  };
  const fits = (claim, wanted, but) => Object.entries(wanted).every(([column, values]) => column === but || KEYS[column](claim).some(key => values.has(key)));

  // The claims that have the words (best first, nothing when none has them all), or all claims.
  const having = async words => {
    if (!words) return {claims: Array.from({length: columns.about.claims}, (_, claim) => claim), notes: []};
    const {claims, partial, corrected} = await search.find(words);
    const notes = partial ? [] : corrected.map(([typed, read]) => filled(columns.about.words.corrected, {typed, read: read.slice(0, 3).join(", ")}));
    return {claims: partial ? [] : claims.filter(claim => claim < columns.about.claims), notes};
  };

  // A claim's one corroboration or difference, or its card, which names them all.
  const linked = (value, forms, card, attributes) => value
    ? [element("a", {...attributes, href: typeof value === "string" ? new URL(value, root).href : card}, counted(forms, typeof value === "string" ? 1 : value))]
    : [];
  const linksOf = (claim, card) => {
    const [groups, differences] = columns.links[claim] ?? [0, 0];
    const made = [...linked(groups, columns.words.corroboration, card), ...linked(differences, columns.words.difference, card, {class: "differs"})];
    if (columns.rarer && KEYS.status(claim)[0] === columns.rarer) made.push(element("span", {class: "soft"}, columns.words.rarer));
    return made;
  };

  const row = (claim, {id, passage, speakers, modality, title, path, date, language: lang}) => element("tr", {},
    element("th", {scope: "row"}, element("a", {class: "cite", href: `${new URL(path, root).href}#${id}`, lang}, passage || columns.about.words.not_shown)),
    element("td", {class: "nowrap"}, element("span", {class: `modality m-${modality}`}, columns.about.words.modality[modality])),
    element("td", {}, capital(speakers)),
    element("td", {class: "of"}, element("span", {class: "nowrap"}, date), " ", element("span", {class: "title", lang}, title)),
    element("td", {class: "links"}, ...linksOf(claim, `${new URL(path, root).href}#n-${id}`).flatMap(link => [link, " "])));

  const address = changes => {
    const state = new URLSearchParams(location.search);
    for (const [field, value] of Object.entries(changes)) if (value) state.set(field, value); else state.delete(field);
    return `${home.pathname}${state.size ? `?${state}` : ""}`;
  };

  const pager = (page, total) => {
    if (total < 2) return "";
    const near = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, total])].filter(n => n > 0 && n <= total);
    const items = near.flatMap((n, i) => {
      const link = element("a", {href: address({page: n > 1 ? n : ""}), "aria-current": n === page && "page"}, number.format(n));
      return [...(i && n > near[i - 1] + 1 ? [element("li", {"aria-hidden": "true"}, "…")] : []), element("li", {}, link)];
    });
    return element("nav", {class: "pager chosen", "aria-label": filled(filters.dataset.page, {n: page, total})}, element("ol", {class: "bare"}, ...items));
  };

  // A few rows at a time, so that the page answers its reader meanwhile.
  const show = async (rows, {pages = "", own = false, tally, title}) => {
    const mine = asked;
    document.querySelector(".pager.chosen")?.remove();
    nothing.after(pages);
    if (writtenPager) writtenPager.hidden = !own;
    nothing.hidden = rows.length > 0;
    caption.textContent = title;
    filters.querySelector("output").textContent = tally;
    body.replaceChildren();
    for (let at = 0; at < rows.length && mine === asked; at += AT_ONCE) {
      if (at) await new Promise(done => { setTimeout(done); });
      if (mine === asked) body.append(...rows.slice(at, at + AT_ONCE).map(made => made()));
    }
    if (mine === asked) table.removeAttribute("aria-busy");
  };

  // Beside each modality, how many claims it would show.
  const countModalities = (claims, asking) => {
    const counts = {};
    for (const claim of claims) if (inTime(claim, asking) && fits(claim, asking.wanted, "modality")) for (const key of KEYS.modality(claim)) counts[key] = (counts[key] ?? 0) + 1;
    for (const box of filters.querySelectorAll("[name=modality]")) box.parentElement.querySelector(".n").textContent = number.format(counts[box.value] ?? 0);
  };

  const update = async () => {
    const mine = asked += 1, asking = asks();
    if (asking.any) table.setAttribute("aria-busy", "true");
    columns ??= columnsOf(await known);
    const {claims, notes} = await having(asking.words);
    if (mine !== asked) return;
    countModalities(claims, asking);
    markSorting(asking);
    if (isWritten && !asking.any) return table.removeAttribute("aria-busy");
    isWritten = !asking.any;
    if (isWritten) return show(written.rows.map(each => () => each), {own: true, tally: written.tally, title: written.caption});
    const found = claims.filter(claim => inTime(claim, asking) && fits(claim, asking.wanted));
    const order = ORDERS[asking.sort] ?? (asking.words ? null : ORDERS.newest);
    if (order) found.sort(order());
    const total = Math.ceil(found.length / rowsOnPage), page = Math.min(asking.page, total || 1);
    const shown = found.slice((page - 1) * rowsOnPage, page * rowsOnPage), texts = await search.texts(shown);
    if (mine !== asked) return;
    const tally = filled(filters.dataset[plural.select(found.length) === "one" ? "one" : "other"], {n: number.format(found.length)});
    const place = total > 1 ? filled(filters.dataset.page, {n: number.format(page), total: number.format(total)}) : "";
    return show(texts.map((text, i) => () => row(shown[i], text)), {pages: pager(page, total), tally: [tally, place, ...notes].filter(Boolean).join(" · "), title: filters.dataset.chosen});
  };
  const updated = () => update().catch(() => { filters.querySelector("output").textContent = document.querySelector("[data-search-failed]").dataset.searchFailed; table.removeAttribute("aria-busy"); });

  // The table's headings sort too; the list says the same on a telephone, where there are none.
  const sorting = named.sort;
  const markSorting = ({sort, words}) => {
    sorting.querySelector("[value=relevance]").toggleAttribute("hidden", !words);
    sorting.querySelector("[value=relevance]").toggleAttribute("disabled", !words);
    sorting.value = sort || (words ? "relevance" : "");
    const current = sort || (words ? "relevance" : "newest");
    for (const heading of table.querySelectorAll("th[data-sort]")) {
      const place = heading.dataset.sort.split(" ").indexOf(current);
      if (place < 0) heading.removeAttribute("aria-sort");
      else heading.setAttribute("aria-sort", current === "newest" ? "descending" : "ascending");
    }
  };
  for (const heading of table.querySelectorAll("th[data-sort]")) {
    const button = element("button", {type: "button"}, heading.textContent);
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const orders = heading.dataset.sort.split(" "), now = asks();
      const at = orders.indexOf(now.sort || (now.words ? "" : "newest"));
      const next = orders[(at + 1) % orders.length];
      go(address({sort: next === "newest" && !now.words ? "" : next, page: ""}));
    });
  }

  // The controls say what the address says; a choice that no list offers is put on it.
  const restore = () => {
    const state = new URLSearchParams(location.search);
    for (const control of controls) {
      if (control.type === "checkbox") { control.checked = state.getAll(control.name).includes(control.value); continue; }
      const value = state.get(control.name) ?? "";
      if (control.localName === "select" && value && ![...control.options].some(option => option.value === value)) control.append(element("option", {value}, value));
      if (control !== document.activeElement || control.value.trim() !== value) control.value = value;
    }
  };

  // From another page of the list, the first one is asked for: its links are written from its own place.
  const go = (target, replace = false) => {
    if (location.pathname !== home.pathname) return location.assign(target);
    history[replace ? "replaceState" : "pushState"](null, "", target);
    restore();
    return updated();
  };

  const offer = (control, list) => control.append(...list.slice(0, OPTIONS).map(([value, label, count]) => element("option", {value}, label.length > 60 ? `${label.slice(0, 59).trimEnd()}…` : capital(label), count ? ` (${number.format(count)})` : "")));
  known.then(([facets, titles]) => {
    offer(named.speaker, facets.speakers);
    offer(named.actor, facets.actors);
    offer(named.article, facets.articles.map(([id], place) => [id, titles[place][0]]));
    restore();
  }).catch(() => null);

  const chosen = () => {
    const state = new URLSearchParams();
    for (const control of controls)
      if (control.value.trim() && !control.disabled && (control.type !== "checkbox" || control.checked)) state.append(control.name, control.value.trim());
    if (state.get("sort") === "relevance") state.delete("sort");
    return `${home.pathname}${state.size ? `?${state}` : ""}`;
  };

  let typing = false;
  filters.addEventListener("input", event => {
    const words = event.target.name === "words";
    go(chosen(), words && typing);
    typing = words;
  });
  filters.addEventListener("change", () => { typing = false; });
  addEventListener("popstate", () => { typing = false; restore(); updated(); });
  document.addEventListener("click", event => {
    const link = event.target.closest(".filters a, .pager.chosen a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || (!link.closest(".pager") && location.pathname !== home.pathname)) return;
    event.preventDefault();
    go(link.href)?.then(() => { if (link.closest(".pager")) { filters.querySelector(".tally").scrollIntoView(); table.querySelector("tbody a")?.focus(); } });
  });

  filters.querySelector("details").open = matchMedia("(min-width: 45em)").matches || [...new URLSearchParams(location.search).keys()].some(key => key !== "words" && key !== "modality");
  restore();
  updated();
});
