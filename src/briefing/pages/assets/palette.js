// Before the page is drawn: the colours that the reader chose here, else those that their system asks for.
(() => {
  "use strict";
  const {body, currentScript, documentElement} = document;
  documentElement.classList.replace("no-js", "js");
  const form = document.querySelector("form[data-md-component=palette]");
  if (!form) return;
  const key = `${new URL("../..", currentScript.src).pathname}.__palette`;
  const choices = [...form.querySelectorAll("input")], labels = [...form.querySelectorAll("label")];
  const system = () => choices.findIndex(choice => choice.dataset.mdColorMedia && matchMedia(choice.dataset.mdColorMedia).matches);

  // A browser may refuse the store, or hold what another version wrote.
  const kept = () => { try { return JSON.parse(localStorage.getItem(key)).index; } catch { return null; } };
  const keep = index => { try { localStorage.setItem(key, JSON.stringify({index})); } catch { /* for this page only */ } };

  const show = choice => {
    choice.checked = true;
    for (const name of ["scheme", "primary", "accent"]) body.setAttribute(`data-md-color-${name}`, choice.getAttribute(`data-md-color-${name}`));
    for (const label of labels) label.hidden = label.previousElementSibling !== choice;
  };
  const asked = () => show(choices[kept()] ?? choices[system()] ?? choices[0]);
  const choose = index => { keep(index); asked(); };

  form.addEventListener("change", event => choose(choices.indexOf(event.target)));
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    choose((choices.indexOf(event.target) + 1) % choices.length);
    form.querySelector("input:checked").focus();
  });
  for (const {dataset: {mdColorMedia}} of choices) if (mdColorMedia) matchMedia(mdColorMedia).addEventListener("change", asked);
  asked();
})();
