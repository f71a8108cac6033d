// An article with its claims marked in it; of claims one within the other, the shorter one shows.
"use strict";

const drawText = (place, claim) => {
  const article = desk.articles.get(claim.article);
  const outlet = [article.outlet, article.published].filter(Boolean).join(" · ");
  place.replaceChildren(
    make("header", {}, make("h2", {}, article.url ? make("a", {href: article.url, rel: "noreferrer", target: "_blank"}, article.title) : article.title), make("p", {class: "over"}, outlet)),
    ...(article.text ? paragraphs(article, claim) : [make("p", {class: "para", lang: article.language}, make("mark", {class: `now m-${claim.modality}`}, claim.exact))]),
  );
};

const paragraphs = (article, claim) => {
  const marks = ofArticle(article.id).filter(one => one.end > one.start);
  const cuts = new Set([0, points(article).length]);
  for (const {start, end} of [...marks, ...(desk.chosen ? [desk.chosen] : [])]) cuts.add(start).add(end);
  points(article).forEach((point, place) => { if (point === "\n") cuts.add(place).add(place + 1); });
  const places = [...cuts].sort((one, other) => one - other), found = [];
  let line = [];
  for (let number = 0; number + 1 < places.length; number += 1) {
    const [start, end] = [places[number], places[number + 1]], text = points(article).slice(start, end).join("");
    if (text === "\n") { found.push(line); line = []; } else line.push(piece(text, start, end, marks, claim));
  }
  found.push(line);
  return found.filter(pieces => pieces.length).map(pieces => make("p", {class: "para", lang: article.language}, pieces));
};

const piece = (text, start, end, marks, claim) => {
  const holding = marks.filter(one => one.start <= start && end <= one.end).sort((one, other) => (one.end - one.start) - (other.end - other.start));
  const isChosen = desk.chosen && desk.chosen.start <= start && end <= desk.chosen.end;
  const owner = holding.includes(claim) ? claim : holding[0];
  if (!owner && !isChosen) return make("span", {"data-start": start}, text);
  const state = [owner ? `m-${owner.modality} is-${owner.status}` : "", owner === claim ? "now" : "", isChosen ? "chosen" : ""].join(" ");
  return make("mark", {class: state, "data-start": start, "aria-current": owner === claim ? "true" : false, onclick: () => { if (owner && getSelection().isCollapsed && owner !== claim) { show(owner.id); draw(); } }}, text);
};

// Words and signs, each with where it stands, by which a passage is made longer or shorter.
const tokens = article => {
  if (article.tokens) return article.tokens;
  const all = points(article), isWord = point => /[\p{L}\p{N}’'-]/u.test(point);
  article.tokens = [];
  for (let start = 0; start < all.length;) {
    let end = start + 1;
    if (/\s/u.test(all[start])) { start = end; continue; }
    while (isWord(all[start]) && end < all.length && isWord(all[end])) end += 1;
    article.tokens.push({start, end});
    start = end;
  }
  return article.tokens;
};

const choose = (article, start, end, then) => {
  desk.chosen = {start, end, article, then};
  desk.menu = {title: words.choose_words, options: []};
  draw();
};

const moveChosen = (isStart, step) => {
  const {chosen} = desk, all = tokens(chosen.article);
  if (isStart) {
    const at = all.findIndex(token => token.end > chosen.start);
    const next = all[at + step];
    if (next && next.start < chosen.end) chosen.start = next.start;
  } else {
    const at = all.findLastIndex(token => token.start < chosen.end);
    const next = all[at + step];
    if (next && next.end > chosen.start) chosen.end = next.end;
  }
  draw();
};

const wordsOf = ({article, start, end}) => points(article).slice(start, end).join("");

// Which of equal words in the article, from 1; 0 where they stand once.
const numberOf = ({article, start, end}) => {
  const wanted = wordsOf({article, start, end}), before = points(article).slice(0, start).join("");
  const count = (text, from = 0) => { const found = text.indexOf(wanted, from); return found < 0 ? 0 : 1 + count(text, found + 1); };
  return count(article.text) > 1 ? 1 + count(before + wanted.slice(0, -1)) : 0;
};

// What the mouse selected in the text, without the space around it; null where it selected nothing there.
const selected = () => {
  const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
  if (!range || range.collapsed || !document.getElementById("text").contains(range.commonAncestorContainer)) return null;
  const at = (node, offset) => {
    const holder = node.parentElement?.closest("[data-start]");
    return holder ? Number(holder.dataset.start) + Array.from(node.textContent.slice(0, offset)).length : null;
  };
  const article = desk.articles.get(current().article), all = points(article);
  let [start, end] = [at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset)];
  if (start === null || end === null) return null;
  while (start < end && /\s/u.test(all[start])) start += 1;
  while (start < end && /\s/u.test(all[end - 1])) end -= 1;
  return start < end ? {article, start, end} : null;
};
