// What the scripts of the search say, without a browser: JSON in, JSON out. `node run.js script.js folder < asked.json`
"use strict";
const fs = require("node:fs"), path = require("node:path"), vm = require("node:vm");
const [script, folder] = process.argv.slice(2);
const asked = JSON.parse(fs.readFileSync(0, "utf8"));

// The little of a page that the engine touches.
global.location = {href: "file:///"};
global.document = {
  querySelector: () => ({dataset: {searchIndex: "file:///where.js"}}),
  createElement: () => ({}),
  head: {append: ({src}) => vm.runInThisContext(fs.readFileSync(path.join(folder, path.basename(src.split("?")[0])), "utf8"))},
};
vm.runInThisContext(fs.readFileSync(script, "utf8"));

const {words, about, find, query, texts} = briefingSearch;
const answer = async text => {
  const {claims, partial, corrected} = await find(text);
  const found = await texts(claims);
  return {ids: await query(text), found: found.map(({id}) => id), partial, corrected};
};

(async () => {
  await about();
  process.stdout.write(JSON.stringify({
    tokens: (asked.tokens ?? []).map(words.tokens),
    stems: (asked.stems ?? []).map(word => words.stem(word, 0)),
    marked: (asked.marked ?? []).map(([text, forms]) => words.marked(text, new Set(forms))),
    answers: await Promise.all((asked.queries ?? []).map(answer)),
  }));
})();
