// Brings the parts of the index when they are asked for, each a script: index.py writes them.
(() => {
  "use strict";
  const {learn} = briefingSearch.words;

  // Absolute from the start: pages may change under the script (Material's instant navigation).
  const box = document.querySelector("[data-search-index]");
  if (!box) return;
  const where = new URL(box.dataset.searchIndex, location.href);
  // Without its host, so that no other can be asked; a path that begins with two slashes would name one.
  const path = address => address.pathname.replace(/^\/+/, "/");
  const parts = new Map();

  const part = key => {
    if (!parts.has(key)) {
      const made = {asked: false};
      made.here = new Promise((resolve, reject) => Object.assign(made, {resolve, reject}));
      parts.set(key, made);
    }
    return parts.get(key);
  };

  // A script instead of fetch: it loads from disk, and under `script-src 'self'`. `where` names the folder of the others,
  // so that no page changes when they do; as a browser kept it, it may name one that is gone, and is asked for anew.
  // `index` may hold all the others.
  let anew = "";
  const load = async key => {
    const folder = key === "where" ? "" : await load("where"), wanted = part(key);
    if (key !== "where" && key !== "index") await load("index");
    if (!wanted.asked) {
      wanted.asked = true;
      const script = document.createElement("script");
      script.src = key === "where" ? path(where) + anew : path(new URL(`${folder}/${key}.js`, where));
      script.onerror = () => {
        parts.delete(key);
        if (key !== "index" || anew) return wanted.reject(new Error(`no ${script.src}`));
        anew = `?${Date.now()}`;
        parts.delete("where");
        load(key).then(wanted.resolve, wanted.reject);
      };
      document.head.append(script);
    }
    return wanted.here;
  };

  const add = (key, data) => {
    const given = part(key);
    given.asked = true;
    if (key === "index") learn(data.languages);
    if (key === "forms") data = data.split(" ");
    if (key === "ids") data = data.split(" ");
    given.resolve(data);
  };

  Object.assign(briefingSearch, {add, load});
})();
