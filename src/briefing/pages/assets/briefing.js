// Everything reads without this. Escape closes a citation's card (WCAG 1.4.13); the explorer filters its table and
// keeps its state in the address; a link to a claim opens its card.
(() => {
  "use strict";

  addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const ref of document.querySelectorAll(".ref:hover, .ref:focus-within")) {
      ref.classList.add("closed");
      for (const leaving of ["pointerleave", "focusout"])
        ref.addEventListener(leaving, () => ref.classList.remove("closed"), {once: true});
    }
  });

  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const note = target?.matches("mark") ? document.getElementById(`n-${target.id}`) : target;
    const details = note?.closest("details.note");
    if (details) details.open = true;
  };
  addEventListener("hashchange", openTarget);
  openTarget();

  const filters = document.querySelector(".filters");
  if (!filters) return;
  const controls = [...filters.querySelectorAll("input, select")];
  const fold = words => words.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/[’]/g, "'").replace(/\s+/g, " ");
  const rows = [...document.querySelectorAll("#claims tbody tr")].map(row => ({row, id: row.querySelector("a").hash.slice(1), text: fold(row.cells[0].textContent)}));
  const tally = filters.querySelector("output");
  const number = new Intl.NumberFormat(document.documentElement.lang);

  const fits = ({row}, wanted) => Object.entries(wanted).every(([field, values]) =>
    row.dataset[field].split(" ").some(key => values.includes(key)));

  // The search engine finds words in all their forms; without it they must stand in the passage.
  const having = async words => {
    const ids = await globalThis.briefingSearch?.query?.(words).catch(() => null);
    return ids ? ({id}) => ids.includes(id) : ({text}) => fold(words).trim().split(" ").every(word => text.includes(word));
  };

  let asked = 0;
  const apply = async () => {
    const chosen = controls.filter(control => (control.type === "checkbox" ? control.checked : control.value.trim()));
    const state = new URLSearchParams(chosen.map(control => [control.name, control.value]));
    const wanted = {};
    for (const [field, value] of state) (wanted[field] ??= []).push(value);
    history.replaceState(null, "", location.pathname + (state.size ? `?${state}` : "") + location.hash);
    const {words, ...rest} = wanted, mine = asked += 1, has = words ? await having(words[0]) : () => true;
    if (mine !== asked) return;
    let shown = 0;
    for (const entry of rows) {
      entry.row.hidden = !fits(entry, rest) || !has(entry);
      if (!entry.row.hidden) shown += 1;
    }
    tally.textContent = filters.dataset[shown === 1 || (shown === 0 && document.documentElement.lang === "fr") ? "one" : "other"].replace("{n}", number.format(shown));
    document.querySelector(".nothing").hidden = shown > 0;
  };

  const restore = () => {
    for (const [field, value] of new URLSearchParams(location.search))
      for (const control of controls.filter(control => control.name === field))
        if (control.type === "checkbox") control.checked ||= control.value === value;
        else control.value = value;
  };

  const clear = () => {
    for (const control of controls)
      if (control.type === "checkbox") control.checked = false;
      else control.value = "";
    apply();
  };

  filters.addEventListener("input", apply);
  filters.querySelector("button").addEventListener("click", clear);
  restore();
  filters.querySelector("details").open = matchMedia("(min-width: 45em)").matches || location.search.length > 1;
  filters.hidden = false;
  apply();
})();
