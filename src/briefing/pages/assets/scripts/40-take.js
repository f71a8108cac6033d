// What a reader takes along: one click copies a sentence with its source, another puts the claim into the basket, which
// this browser keeps. The buttons stand in each card, and are made here because nothing but a script can do what they say.
(() => {
  "use strict";
  const box = document.querySelector("[data-added]");
  if (!box) return;
  const {copy, copied, add, added} = box.dataset;
  const root = new URL(box.dataset.searchRoot.replace(/\/?$/, "/"), location.href), key = `${root.pathname}.__basket`;

  // A browser may refuse the store; the basket then lasts as long as the page.
  let held = [];
  const kept = () => { try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return held; } };
  const keep = ids => { held = ids; try { localStorage.setItem(key, JSON.stringify(ids)); } catch { /* for this page only */ } };

  const written = async text => {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = Object.assign(document.createElement("textarea"), {value: text, className: "unseen"});
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  const button = (words, act) => {
    const made = Object.assign(document.createElement("button"), {type: "button", textContent: words, className: "take"});
    made.addEventListener("click", event => { event.stopPropagation(); act(made); });
    return made;
  };
  const copying = text => button(copy, async made => {
    await written(text());
    made.textContent = copied;
    setTimeout(() => { made.textContent = copy; }, 2500);
  });
  const keeping = id => {
    const tell = made => { const has = kept().includes(id); made.textContent = has ? added : add; made.setAttribute("aria-pressed", String(has)); };
    const made = button("", () => { const ids = kept(); keep(ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id]); tell(made); });
    tell(made);
    return made;
  };

  // The buttons of a claim: `text` gives the sentence with its source.
  const taking = (id, text) => [copying(text), keeping(id)];
  globalThis.briefingTaking = Object.assign(taking, {kept, keep, root, written});

  for (const note of document.querySelectorAll(".briefing details.note")) {
    const reference = note.querySelector(".reference"), steps = note.querySelector(".steps");
    const address = new URL(`#${note.querySelector(".body").id.slice(2)}`, location.href).href;
    if (reference && steps) steps.append(...taking(note.querySelector(".body").id.slice(2), () => [reference.textContent.trim(), reference.textContent.includes(location.host || "\0") ? "" : address].filter(Boolean).join(" ")));
  }
})();
