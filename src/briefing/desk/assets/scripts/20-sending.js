// Decisions leave one after the other: to the server, which writes them, or into this browser, from which a file is saved.
"use strict";

const kept = `briefing-desk ${location.pathname}`;
let line = Promise.resolve();

const asked = async (name, body) => {
  const answer = await fetch(name, body === undefined ? {} : {method: "POST", headers: {"Content-Type": "application/json"}, body});
  return answer.json();
};

// Each is timed from its key to the answer, which comes when it is on disk.
const sent = (name, body, then) => {
  const began = performance.now();
  line = line.then(async () => {
    try {
      const answer = await asked(name, body());
      root.dataset.took = `${root.dataset.took ?? ""} ${(performance.now() - began).toFixed(1)}`;
      if (answer.articles?.length) replaceClaims(answer.articles, answer.claims);
      then(answer);
    } catch {
      say(words.lost, true);
    }
    root.dataset.sent = Number(root.dataset.sent ?? 0) + 1;
  });
};

const memory = {
  read: () => { try { return JSON.parse(localStorage.getItem(kept)) ?? {by: "", decisions: []}; } catch { return {by: "", decisions: []}; } },
  write: value => { try { localStorage.setItem(kept, JSON.stringify(value)); } catch { /* for this page only */ } },
};
let mine = isServed ? null : memory.read();

// What a decision does to what is shown, where no server tells; the rest is known when the file is merged.
const replayed = decision => {
  const claim = desk.claims.get(decision.claim);
  if (!claim) return;
  const status = {accept: "reviewed", reject: "rejected"}[decision.do];
  if (status) desk.claims.set(claim.id, {...claim, status, kind: "", decided: decision.why ?? ""});
  if (decision.do === "edit" && decision.field === "modality") desk.claims.set(claim.id, {...claim, modality: decision.value});
};

// A claim of which an earlier decision is still on its way is known as that one leaves it.
const flying = new Map();

const send = (decision, then) => {
  if (isServed) {
    const id = decision.claim, before = flying.get(id) ?? 0;
    flying.set(id, before + 1);
    const now = () => before ? {...decision, seen: desk.claims.get(id)?.seen ?? decision.seen} : decision;
    const landed = answer => { flying.set(id, flying.get(id) - 1); then(answer); };
    return sent("decide", () => JSON.stringify({decisions: [now()]}), landed);
  }
  mine.decisions.push(decision);
  memory.write(mine);
  replayed(decision);
  then({names: [decision.claim], problems: []});
};

const undo = () => {
  if (isServed) return sent("undo", () => "{}", answer => tookBack(answer.said, answer.names ?? [], answer.problems));
  const last = mine.decisions.pop();
  memory.write(mine);
  fill(structuredClone(window.briefingDesk));
  mine.decisions.forEach(replayed);
  tookBack(last?.do ?? "", [last?.claim], last ? [] : [words.nothing]);
};

const tookBack = (said, names, problems) => {
  if (problems?.length) return say(problems.join(" "), true);
  desk.decided = Math.max(0, desk.decided - 1);
  const claim = names.find(name => desk.claims.has(name));
  if (claim) { desk.view = "claims"; show(claim); }
  draw();
  say(filled(words.took_back, {said}));
};

const saveFile = by => {
  mine.by = by;
  memory.write(mine);
  const today = new Date(), day = new Date(today - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const file = new Blob([JSON.stringify({by, on: day, decisions: mine.decisions}, null, 1)], {type: "application/json"});
  const link = make("a", {href: URL.createObjectURL(file), download: `decisions-${day}.json`});
  link.click();
  URL.revokeObjectURL(link.href);
};
