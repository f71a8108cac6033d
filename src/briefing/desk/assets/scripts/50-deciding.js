// What a person does: each key or button is one of these.
"use strict";

// A claim as it is shown now: an answer may have come since its menu was opened.
const latest = claim => desk.claims.get(claim.id) ?? claim;
const onClaim = (claim, rest) => ({claim: claim.id, article: claim.article, seen: latest(claim).seen, ...rest});

const go = step => { desk.at = Math.max(0, Math.min(length(), desk.at + step)); close(); };
const turn = view => { desk.view = view; desk.at = 0; close(); };
const close = () => { desk.menu = desk.chosen = null; draw(); };
const open = menu => { desk.menu = menu; draw(); if (!menu.options.length) document.getElementById("given")?.focus(); };

// The next claim is there at once; where the decision could not be taken, one comes back to it and is told why.
const decide = (claim, rest, message) => {
  send(onClaim(claim, rest), answer => {
    if (answer.problems?.length) { show(claim.id); say(answer.problems.join(" "), true); } else say(message);
    draw();
  });
};

const ruled = (claim, rest, status, message) => {
  desk.claims.set(claim.id, {...latest(claim), status, kind: ""});
  desk.decided += 1;
  desk.menu = desk.chosen = null;
  decide(claim, rest, message);
  onward();
  draw();
};

const accept = () => {
  const now = current();
  if (!now) return;
  if (desk.view === "links") return judge(now, true);
  ruled(now, {do: "accept"}, "reviewed", words.accepted);
};

const reject = () => {
  const now = current();
  if (!now) return;
  if (desk.view === "links") return judge(now, false);
  const because = why => why.trim() && ruled(now, {do: "reject", why: why.trim()}, "rejected", words.rejected);
  open({title: words.why, options: words.reasons.map((text, place) => ({key: String(place + 1), text, run: () => because(text)})), input: {text: words.other, run: because}});
};

// A corrected claim stays in view: it is accepted by the next key.
const correct = (claim, field, value) => {
  close();
  decide(claim, {do: "edit", field, value}, words.corrected);
};

const edit = () => {
  const claim = current();
  if (!claim || desk.view === "links") return;
  const rows = [...claim.dates, ...claim.quantities, ...claim.entities].slice(0, 9);
  open({title: words.help.e, options: [
    {key: "m", text: words.fields.modality, run: () => editField("modality")},
    {key: "l", text: words.fields.speaker, run: () => editField(claim.speakers.length > 1 ? claim.speakers[0].field : "speaker")},
    {key: "p", text: words.fields.words, run: () => editField("words")},
    {key: "o", text: words.fields.note, run: () => editField("note")},
    ...rows.map((row, place) => ({key: String(place + 1), text: row.exact, run: () => editField(row.field)})),
  ]});
};

const editField = field => {
  const claim = current(), head = field.split(".")[0];
  const set = value => correct(claim, field, value);
  const numbered = options => options.slice(0, 9).map(([text, run], place) => ({key: String(place + 1), text, run}));
  const row = [...claim.dates, ...claim.quantities, ...claim.entities].find(one => one.field === field);
  const away = [words.take_away, () => correct(claim, field, "")];
  if (field === "modality") return open({title: words.fields.modality, options: numbered(Object.entries(modalities).map(([name, text]) => [text, () => set(name)]))});
  if (field === "note") return open({title: words.fields.note, options: [], input: {text: words.fields.note, value: claim.note, run: set}});
  if (field === "words") return editWords(claim);
  if (head === "dates") return open({title: row.exact, options: numbered([away, [words.no_value, () => correct(claim, `${field}.value`, "")]]), input: {text: words.other_value, value: row.value, run: value => correct(claim, `${field}.value`, value)}});
  if (head === "quantities") return open({title: row.exact, options: numbered([away, ...Object.entries(words.bound).filter(([name]) => name !== "range").map(([name, text]) => [text, () => correct(claim, `${field}.bound`, name)])]), input: {text: words.other_value, value: "", run: value => correct(claim, `${field}.value`, value)}});
  if (head === "entities") return editName(claim, row);
  return editSpeaker(claim, field);
};

const editSpeaker = (claim, field) => {
  const set = value => correct(claim, field, value);
  const names = [...new Set([...claim.entities.map(row => row.exact), ...ofArticle(claim.article).flatMap(voicesOf)])].slice(0, 8);
  const options = [[words.nobody, () => set("")], ...names.map(name => [name, () => set(name)])];
  open({title: words.fields.speaker, options: options.map(([text, run], place) => ({key: String(place + 1), text, run})), input: {text: words.other_value, list: desk.entities.map(entity => entity.name), run: set}});
};

const editWords = claim => {
  const article = desk.articles.get(claim.article);
  if (!article.text) return say(words.hidden, true);
  const choice = selected() ?? {article, start: claim.start, end: claim.end};
  choose(article, choice.start, choice.end, made => correct(claim, "words", wordsOf(made)));
};

// A name: here only, or once for all.
const editName = (claim, row) => {
  const all = decision => { close(); send(decision, answer => { draw(); say(answer.problems?.join(" ") || words.corrected, answer.problems?.length > 0); }); };
  const named = entity => desk.entities.find(one => one.name === entity)?.id ?? entity;
  const types = () => open({title: filled(words.retype, {name: row.exact}), options: Object.entries(words.type).map(([type, text], place) => ({key: String(place + 1), text, run: () => all({do: "type", entity: row.entity, type})}))});
  const merge = () => open({title: filled(words.everywhere, {name: row.exact}), options: [], input: {text: words.other_value, list: desk.entities.map(entity => entity.name), run: name => all({do: "merge", kept: named(name), other: row.entity})}});
  open({title: row.exact, options: [
    {key: "1", text: words.take_away, run: () => correct(claim, row.field, "")},
    {key: "2", text: filled(words.ignore, {name: row.exact}), run: () => all({do: "ignore", name: row.exact})},
    ...(row.entity ? [
      {key: "3", text: filled(words.everywhere, {name: row.exact}), run: merge},
      {key: "4", text: filled(words.split, {name: row.exact}), run: () => all({do: "split", entity: row.entity, name: row.exact})},
      {key: "5", text: filled(words.retype, {name: row.exact}), run: types},
    ] : []),
  ], input: {text: words.other_value, list: desk.entities.map(entity => entity.name), run: name => correct(claim, `${row.field}.entity`, named(name))}});
};

// Selected words make a claim; without a selection one begins with the sentence behind the current claim.
const add = () => {
  const claim = current();
  if (!claim || desk.view === "links" || !desk.articles.get(claim.article).text) return;
  const made = choice => {
    close();
    send({do: "add", article: claim.article, words: wordsOf(choice), nth: numberOf(choice)}, answer => {
      if (answer.problems?.length) { draw(); return say(answer.problems.join(" "), true); }
      show(answer.names[0]);
      draw();
      say(words.added);
    });
  };
  const choice = selected();
  if (choice) return made(choice);
  const article = desk.articles.get(claim.article), all = tokens(article);
  const from = all.findIndex(token => token.start >= claim.end && /[\p{L}\p{N}«“"]/u.test(points(article)[token.start]));
  if (from < 0) return;
  const stop = all.findIndex((token, place) => place >= from && /[.!?…\n]/u.test(points(article)[token.start]));
  choose(article, all[from].start, all[stop < 0 ? from : stop].end, made);
};

const askName = () => open({title: filled(words.kept, {n: mine.decisions.length}), options: [], input: {text: words.by, value: mine.by, run: by => { close(); saveFile(by.trim()); }}});
