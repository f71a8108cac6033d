// One key a decision. Keys with Ctrl, Alt or Meta are the browser's, and a field that is written in keeps its own.
"use strict";

const keys = {a: accept, r: reject, e: edit, u: undo, n: () => go(1), p: () => go(-1), c: add, k: answer, l: () => turn(desk.view === "claims" ? "links" : "claims"),
  "?": () => { const fold = root.querySelector(".help"); fold.open = !fold.open; }};

const typed = event => {
  if (event.key === "Escape") { event.stopPropagation(); return close(); }
  if (event.key !== "Enter") return;
  event.preventDefault();
  event.stopPropagation();
  desk.menu.input.run(event.target.value);
};

const inChosen = event => {
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  if (step) moveChosen(event.shiftKey, step);
  else if (event.key === "Enter") desk.chosen.then(desk.chosen);
  else return false;
  return true;
};

const inMenu = event => {
  const option = desk.menu.options.find(one => one.key === event.key);
  if (option) { option.run(); return true; }
  const field = document.getElementById("given");
  if (field && event.key.length === 1) { field.focus(); field.select(); }
  return false;
};

const alone = event => {
  if (!desk.hasKeys || !keys[event.key]) return false;
  keys[event.key]();
  return true;
};

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target.closest?.("input:not([type=checkbox]), select, textarea")) return;
  if (event.key === "Escape" && desk.menu) return close();
  const isPressed = ["Enter", " "].includes(event.key) && event.target.closest?.("button, summary, a, input");
  if (!isPressed && (desk.chosen ? inChosen : desk.menu ? inMenu : alone)(event)) event.preventDefault();
});

(async () => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const tint = () => document.documentElement.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
  dark.addEventListener("change", tint);
  tint();
  shell();
  say(words.loading);
  try {
    fill(isServed ? await asked("content") : structuredClone(window.briefingDesk));
    if (!isServed) { mine.decisions.forEach(replayed); arrange(); }
  } catch {
    return say(words.lost, true);
  }
  desk.began = performance.now();
  drawFilters();
  draw();
  say("");
  root.dataset.ready = "yes";
})();
