// What one sees. All text goes in as text, never as markup.
"use strict";

const make = (tag, given = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === false || value === undefined || value === null) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
};

const key = name => make("kbd", {}, name);

const shell = () => {
  root.replaceChildren(
    make("header", {class: "top"}, make("h1", {}, words.title), make("nav", {id: "tabs"}), make("form", {id: "filters", class: "filters"}), make("div", {id: "progress", class: "progress"})),
    make("main", {}, make("section", {id: "text", class: "text", tabindex: "0"}), make("section", {id: "card", class: "card"})),
    make("p", {id: "say", class: "say", role: "status", "aria-live": "polite"}),
    make("p", {id: "aloud", class: "unseen", "aria-live": "polite"}),
  );
};

const say = (text, isWrong = false) => {
  const place = document.getElementById("say");
  place.textContent = text;
  place.classList.toggle("wrong", isWrong);
};

// What is seen at a glance, for who listens: where one is, and what the claim says.
const sayAloud = text => {
  const place = document.getElementById("aloud");
  if (place.textContent !== text) place.textContent = text;
};

// Answers come while one writes: what stands in the field stays, and the cursor in it.
const draw = () => {
  const field = document.getElementById("given"), {menu} = desk;
  const written = field && field.menu === menu ? [field.value, field.selectionStart, document.activeElement === field] : null;
  drawTop();
  document.getElementById("filters").className = `filters of-${desk.view}`;
  desk.view === "claims" ? drawClaim() : drawLink();
  document.querySelector(".menu")?.scrollIntoView({block: "nearest"});
  const now = document.getElementById("given");
  if (now) now.menu = menu;
  if (!now || !written) return;
  [now.value] = written;
  if (written[2]) { now.focus(); now.setSelectionRange(written[1], written[1]); }
};

const drawTop = () => {
  const tab = (view, text) => make("button", {type: "button", "aria-pressed": String(desk.view === view), onclick: () => turn(view)}, text);
  const waiting = desk.links.length;
  document.getElementById("tabs").replaceChildren(tab("claims", words.claims), tab("links", `${words.links} ${waiting}`));
  const all = desk.claims.size, done = [...desk.claims.values()].filter(claim => claim.status !== "draft").length;
  const minutes = (performance.now() - desk.began) / 60000;
  const pace = desk.decided > 1 ? filled(words.pace, {n: (desk.decided / minutes).toFixed(1)}) : "";
  document.getElementById("progress").replaceChildren(
    make("progress", {max: all || 1, value: done, "aria-label": filled(words.progress, {done, all})}),
    make("span", {class: "num"}, filled(words.progress, {done, all})), make("span", {class: "num soft"}, pace),
    ...(!isServed && mine.decisions.length ? [make("button", {type: "button", onclick: askName}, words.export)] : []),
  );
};

const percent = share => share.toLocaleString(document.documentElement.lang, {style: "percent"});

const drawFilters = () => {
  const claims = [...desk.claims.values()], articles = [...desk.articles.values()];
  const choose = (name, options) => make("label", {class: `by-${name}`}, make("span", {}, words.filters[name]),
    make("select", {name, onchange: event => { desk.filters[name] = event.target.value; arrange(); draw(); event.target.blur(); }},
      options.map(([value, text]) => make("option", {value, selected: desk.filters[name] === value}, text))));
  const every = ["", words.filters.every];
  const listed = names => [every, ...[...new Set(names)].filter(Boolean).sort().map(name => [name, name])];
  document.getElementById("filters").replaceChildren(
    choose("show", Object.entries(words.show)), choose("order", Object.entries(words.order)),
    choose("link", [every, ...[...new Set(desk.links.map(link => link.kind))].map(kind => [kind, words.link_kind[kind]])]),
    choose("likely", [every, ...[[1, words.on_pages], ...[0.9, 0.7, 0.5].map(least => [least, filled(words.at_least, {n: percent(least)})])].map(([least, text]) => [String(least), text])]),
    choose("article", [every, ...articles.map(article => [article.id, article.title])]),
    choose("outlet", listed(articles.map(article => article.outlet))),
    choose("speaker", listed(claims.flatMap(claim => claim.voices.filter(isSomebody).map(called)))),
  );
};

const drawClaim = () => {
  const claim = current();
  const text = document.getElementById("text"), card = document.getElementById("card");
  if (!claim) {
    text.replaceChildren(make("p", {class: "nothing"}, words.nothing));
    return card.replaceChildren(help());
  }
  drawText(text, claim);
  card.replaceChildren(...heading(claim), chips(claim), told(claim), buttons(claim), desk.menu ? drawMenu() : "", help());
  text.querySelector(".now")?.scrollIntoView({block: "center"});
  sayAloud(`${filled(words.place, {n: desk.at + 1, all: desk.order.length})}. ${modalities[claim.modality]}, ${voicesOf(claim).join(", ") || words.article_voice} : ${claim.exact}`);
};

const heading = claim => [
  make("p", {class: "over num"}, filled(words.place, {n: desk.at + 1, all: desk.order.length}), make("code", {}, claim.id)),
  make("h2", {class: `sign m-${claim.modality}`}, words.status[claim.status], claim.kind && claim.kind !== "new" ? make("small", {}, words.kind[claim.kind]) : ""),
];

const chip = (field, name, text, extra, kind = "") => make("li", {},
  make("button", {type: "button", class: `chip ${kind}`, "data-field": field, onclick: () => editField(field)},
    make("span", {class: "what"}, name), make("span", {class: "value"}, text), extra ? make("span", {class: "soft"}, extra) : ""));

const chips = claim => make("ul", {class: "chips"},
  chip("modality", words.fields.modality, modalities[claim.modality], claim.cue && `« ${claim.cue} »`, `modality m-${claim.modality}`),
  claim.speakers.length
    ? claim.speakers.map(row => chip(claim.speakers.length > 1 ? row.field : "speaker", words.fields.speaker, row.exact || "—", row.entity || "?"))
    : chip("speaker", words.fields.speaker, words.article_voice, ""),
  claim.dates.map(row => chip(row.field, words.fields.dates, row.exact, row.value || "?")),
  claim.quantities.map(row => chip(row.field, words.fields.quantities, row.exact, `${words.bound[row.kind]} ${row.value}`)),
  claim.entities.map(row => chip(row.field, words.fields.entities, row.exact, `${row.entity || "?"} · ${words.type[row.kind]}`)),
  claim.note ? chip("note", words.fields.note, claim.note, "") : "",
  linksOf(claim).slice(0, 3).map(link => linkChip(link, facingIn(link, claim))));

const linkChip = (link, others) => make("li", {},
  make("button", {type: "button", class: "chip link", onclick: () => answerTo(link)},
    make("span", {class: "what"}, words.fields.link), make("span", {class: "value"}, `${words.link_kind[link.kind]} ?`),
    others.map(claim => make("span", {class: "soft"}, `${desk.articles.get(claim.article).outlet} : « ${claim.exact} »`))));

const told = claim => make("div", {class: "told"},
  claim.doubts.map(doubt => make("p", {class: "doubt"}, words.doubts[doubt])),
  claim.changes.map(change => make("p", {class: "doubt", lang: "en"}, change)),
  claim.decided ? make("p", {class: "soft"}, claim.decided) : "",
  desk.articles.get(claim.article).text ? "" : make("p", {class: "soft"}, words.hidden));

const buttons = () => make("p", {class: "buttons"},
  [["a", accept], ["r", reject], ["e", edit], ["p", () => go(-1)], ["n", () => go(1)], ["u", undo]].map(([name, run]) =>
    make("button", {type: "button", class: name === "a" ? "first" : "", onclick: run}, key(name), ` ${words.help[name]}`)));

const help = () => make("details", {class: "help"}, make("summary", {}, words.shortcuts),
  make("dl", {}, Object.entries(words.help).map(([name, text]) => make("div", {}, make("dt", {}, key(name)), make("dd", {}, text)))),
  make("label", {}, make("input", {type: "checkbox", checked: desk.hasKeys, onchange: event => { desk.hasKeys = event.target.checked; }}), ` ${words.shortcuts_on}`));

const drawMenu = () => {
  const {title, options, input} = desk.menu;
  return make("div", {class: "menu", role: "group", "aria-label": title}, make("p", {class: "over"}, title),
    make("ul", {}, options.map(option => make("li", {}, make("button", {type: "button", onclick: option.run}, key(option.key), ` ${option.text}`)))),
    input ? make("label", {}, make("span", {}, input.text),
      make("input", {id: "given", value: input.value ?? "", list: input.list ? "known" : false, autocomplete: "off", onkeydown: typed})) : "",
    input?.list ? make("datalist", {id: "known"}, input.list.map(name => make("option", {value: name}))) : "");
};
