// Links, their claims side by side.
"use strict";

const drawLink = () => {
  const link = current(), text = document.getElementById("text"), card = document.getElementById("card");
  if (!link) {
    text.replaceChildren(make("p", {class: "nothing"}, words.nothing));
    return card.replaceChildren(help());
  }
  text.replaceChildren(make("div", {class: "facing"}, link.claims.map(id => side(desk.claims.get(id)))));
  card.replaceChildren(
    make("p", {class: "over num"}, filled(words.place, {n: desk.at + 1, all: desk.facing.length}), make("code", {}, link.id)),
    make("h2", {}, `${words.link_kind[link.kind]} ?`, link.is_proposal ? make("small", {}, `${words.is_proposal} · ${percent(link.score)}`) : ""),
    link.why ? make("p", {class: "soft"}, `${words.link_field[link.field] ?? link.field} : ${link.why}`) : "",
    make("p", {class: "buttons"}, [["a", accept], ["r", reject], ["k", answer], ["p", () => go(-1)], ["n", () => go(1)], ["u", undo]].map(([name, run]) =>
      make("button", {type: "button", class: name === "a" ? "first" : "", onclick: run}, key(name), ` ${words.help[name]}`))),
    desk.menu ? drawMenu() : "", help());
  sayAloud(`${filled(words.place, {n: desk.at + 1, all: desk.facing.length})}. ${words.link_kind[link.kind]} ? ${link.claims.map(id => desk.claims.get(id).exact).join(" / ")}`);
};

const side = claim => {
  const article = desk.articles.get(claim.article);
  return make("div", {class: `m-${claim.modality}`},
    make("p", {class: "over"}, [article.title, article.outlet, article.published].filter(Boolean).join(" · ")),
    make("blockquote", {lang: article.language}, claim.exact),
    make("p", {class: "labels"}, make("span", {class: "modality"}, modalities[claim.modality]), make("span", {}, voicesOf(claim).join(", ") || words.article_voice),
      claim.dates.map(row => make("span", {}, `${row.exact} ${row.value ? `(${row.value})` : ""}`)), claim.quantities.map(row => make("span", {}, row.exact))));
};

const linksOf = claim => desk.links.filter(link => link.claims.includes(claim.id) && link.claims.every(id => desk.claims.has(id)));
const facingIn = (link, claim) => link.claims.filter(id => id !== claim.id).map(id => desk.claims.get(id));
const alike = ["corroboration", "akin"];

// The answers to a link, in a menu: also that claims go the same way without saying the same, which no rule says.
const answerTo = link => {
  const here = desk.view === "claims" ? facingIn(link, current()) : [];
  const kinds = [link.kind, ...(link.kind !== "akin" && (link.is_proposal || alike.includes(link.kind)) ? ["akin"] : [])];
  const options = [...kinds.map(kind => [words.link_kind[kind], () => judge(link, true, kind)]), [words.not_linked, () => judge(link, false)]];
  open({title: here.map(claim => `« ${claim.exact} »`).join(" ") || words.help.k, options: options.map(([text, run], place) => ({key: String(place + 1), text, run}))});
};

// The links of the claim that is shown, or the one that is.
const answer = () => {
  const now = current();
  const links = !now ? [] : desk.view === "links" ? [now] : linksOf(now);
  if (links.length < 2) return links.forEach(answerTo);
  open({title: words.help.k, options: links.slice(0, 9).map((link, place) => ({key: String(place + 1), text: facingIn(link, now)[0].exact, run: () => answerTo(link)}))});
};

// A difference that the rules only proposed is added with its field and its reason: readers will see them.
const judge = (link, isSo, kind = link.kind) => {
  const place = () => desk.view === "links" ? desk.at : desk.facing.length;
  const decided = more => {
    const rest = {do: "link", kind, claims: link.claims, is_so: isSo, is_proposal: link.is_proposal, ...more};
    const without = links => links.filter(one => one !== link);
    [desk.links, desk.facing] = [without(desk.links), without(desk.facing)];
    desk.decided += 1;
    desk.at = Math.min(desk.at, length());
    close();
    send(rest, answer => {
      if (answer.problems?.length) { desk.links.push(link); desk.facing.splice(place(), 0, link); draw(); say(answer.problems.join(" "), true); } else say(words.decided);
    });
  };
  if (!isSo || !link.is_proposal || alike.includes(kind)) return decided(link.field && !link.is_proposal ? {field: link.field} : {});
  const because = field => open({title: words.why, options: [], input: {text: words.why, run: why => why.trim() && decided({field, why: why.trim()})}});
  open({title: words.which_field, options: Object.entries(words.link_field).map(([field, text], place) => ({key: String(place + 1), text, run: () => because(field)}))});
};
