// What the desk holds: the content that its server or its folder gave, in which order it is shown, and where one is.
"use strict";

const words = window.briefingWords.desk;
const modalities = window.briefingWords.modality;
const root = document.getElementById("desk");
const isServed = root.dataset.mode === "served";

const desk = {
  articles: new Map(), claims: new Map(), links: [], facing: [], entities: [], names: new Map(),
  order: [], at: 0, view: "claims",
  filters: {article: "", outlet: "", speaker: "", show: "waiting", order: "text", link: "", likely: ""},
  chosen: null, menu: null, hasKeys: true, began: 0, decided: 0,
};

const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const fill = content => {
  desk.articles = new Map(content.articles.map((article, number) => [article.id, {...article, number}]));
  desk.claims = new Map(content.claims.map(claim => [claim.id, claim]));
  desk.links = content.links.filter(link => link.claims.every(id => desk.claims.has(id)));
  desk.entities = content.entities;
  desk.names = new Map(content.entities.map(({id, name}) => [id, name]));
  arrange();
};

// Code points of a text: the offsets of claims count them.
const points = article => article.points ??= Array.from(article.text);

const ofArticle = id => [...desk.claims.values()].filter(claim => claim.article === id);

// Who speaks in a claim, by the name of whom « elle » means where that is known. One word that means nobody known
// (« Il », « agence ») is nothing to filter by.
const called = voice => desk.names.get(voice.entity) ?? voice.name;
const voicesOf = claim => claim.voices.map(called);
const isSomebody = voice => voice.entity !== "" || /\s/.test(voice.name);

const isWaiting = claim => claim.kind !== "";

const isAsked = claim => {
  const {article, outlet, speaker} = desk.filters;
  return (!article || claim.article === article)
    && (!outlet || desk.articles.get(claim.article)?.outlet === outlet)
    && (!speaker || voicesOf(claim).includes(speaker));
};

const isShown = claim => isAsked(claim)
  && (desk.filters.show === "all" || (desk.filters.show === "waiting" ? isWaiting(claim) : claim.status !== "draft"));

// A link is looked for by any of its claims: all that a speaker says beside what others say.
const isFacing = link => (!desk.filters.link || link.kind === desk.filters.link)
  && link.score >= Number(desk.filters.likely)
  && link.claims.some(id => desk.claims.has(id) && isAsked(desk.claims.get(id)));

const inText = (one, other) =>
  desk.articles.get(one.article).number - desk.articles.get(other.article).number || one.start - other.start;

const byDoubt = (one, other) => other.doubts.length - one.doubts.length || inText(one, other);

// The order stays while one decides, so that « previous » finds what was decided; only filters make another.
const arrange = () => {
  const shown = [...desk.claims.values()].filter(claim => desk.articles.has(claim.article) && isShown(claim));
  desk.order = shown.sort(desk.filters.order === "doubt" ? byDoubt : inText).map(claim => claim.id);
  desk.facing = desk.links.filter(isFacing);
  desk.at = 0;
};

const length = () => desk.view === "claims" ? desk.order.length : desk.facing.length;
const current = () => desk.view === "claims" ? desk.claims.get(desk.order[desk.at]) : desk.facing[desk.at];

const onward = () => {
  const isOpen = id => isWaiting(desk.claims.get(id));
  const next = desk.order.findIndex((id, place) => place > desk.at && desk.claims.has(id) && isOpen(id));
  desk.at = next >= 0 ? next : Math.min(desk.at + 1, desk.order.length);
};

// The claims of some articles as they stand now: changed, added, gone.
const replaceClaims = (articles, claims) => {
  const there = new Set(claims.map(claim => claim.id));
  for (const claim of [...desk.claims.values()]) if (articles.includes(claim.article) && !there.has(claim.id)) desk.claims.delete(claim.id);
  for (const claim of claims) desk.claims.set(claim.id, claim);
  const now = desk.order[desk.at];
  desk.order = desk.order.filter(id => desk.claims.has(id));
  if (desk.claims.has(now)) desk.at = desk.order.indexOf(now);
};

const show = id => {
  if (!desk.claims.has(id)) return;
  if (!desk.order.includes(id)) desk.order.splice(desk.at + 1, 0, id);
  desk.at = desk.order.indexOf(id);
};
