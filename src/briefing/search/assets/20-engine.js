// Finds claims: index.py writes the scripts that this asks for, and says what stands in them.
(() => {
  "use strict";
  const {parse, stem, stems, irregular, tokens, contains} = briefingSearch.words;
  const FEWEST_LETTERS = 3, NEAREST = 8, BATCH = 30, FIRST_LETTER = 48;
  const WEIGHT = {exact: 1, family: 0.8, begun: 0.6, near: 0.4, title: 0.3}, SUBJECT = 1.5;

  if (!briefingSearch.load) return;
  const {load} = briefingSearch;

  // The shard that holds `number`, and its place in it, when shards begin at `starts`.
  const place = (starts, number) => {
    let shard = starts.length - 1;
    while (starts[shard] > number) shard -= 1;
    return [shard, number - starts[shard]];
  };

  // Damerau and Levenshtein's distance, given up beyond `most`.
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], above = Array.from({length: other.length + 1}, (_, j) => j);
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, above] = [above, row];
    }
    return above[other.length];
  };

  // The forms of the index that a word may mean, by their number, with a weight: itself, its family, what it begins.
  const meant = (forms, language, {word, open, exact}) => {
    const found = new Map(), roots = stems(word), begun = [];
    // Forms of one word begin alike, unless they are irregular.
    const starts = new Set([word, ...roots].map(known => known.slice(0, 2)));
    forms.forEach((form, number) => {
      if (form === word) found.set(number, WEIGHT.exact);
      else if (exact || !(starts.has(form.slice(0, 2)) || irregular(form))) return;
      else if (stem(form, language(number)) === roots[language(number)]) found.set(number, WEIGHT.family);
      else if (open && form.startsWith(word)) begun.push(number);
    });
    const long = word.length >= FEWEST_LETTERS && !/\p{Nd}/u.test(word);
    if (long || !found.size) for (const number of begun) found.set(number, WEIGHT.begun);
    return found;
  };

  // For a word that nothing in the index has: it written apart (« antiaérien »), or the nearest spellings.
  const apart = (forms, languages, word) => {
    const known = new Set(forms);
    for (let cut = 3; cut <= word.length - 2; cut += 1) {
      const halves = [word.slice(0, cut), word.slice(cut)];
      if (known.has(halves[0]) && halves[1].length > 2 && meant(forms, languages, {word: halves[1]}).size) return halves;
    }
    return null;
  };

  // Two words that the index writes as one, where it has not both (« pyong yang »).
  const joined = (forms, words) => {
    const known = new Set(forms), found = [];
    for (const asked of words) {
      const before = found.at(-1), both = before && !before.exact && !asked.exact && before.word + asked.word;
      if (both && known.has(both) && !(known.has(before.word) && known.has(asked.word))) found[found.length - 1] = {...asked, word: both};
      else found.push(asked);
    }
    return found;
  };

  const near = (forms, word) => {
    let most = word.length < 4 || /\p{Nd}/u.test(word) ? 0 : word.length < 8 ? 1 : 2, nearest = [];
    if (!most) return new Map();
    forms.forEach((form, number) => {
      const far = distance(word, form, most);
      if (far < most) nearest = [];
      if (far <= most) { most = far; nearest.push(number); }
    });
    return new Map(nearest.slice(0, NEAREST).map(number => [number, WEIGHT.near]));
  };

  // The claims under these forms, each with the greatest weight.
  const claimsOf = async numbers => {
    const {p: starts} = await load("index"), claims = new Map();
    await Promise.all([...numbers].map(async ([number, weight]) => {
      const [shard, row] = place(starts, number);
      let claim = 0;
      for (const gap of (await load(`p${shard}`))[row]) {
        claim += gap;
        claims.set(claim, Math.max(weight, claims.get(claim) ?? 0));
      }
    }));
    return claims;
  };

  // The language of a form, by its place; most sites have one.
  const spoken = async () => {
    const {languages} = await load("index");
    if (languages.length < 2) return () => 0;
    const letters = await load("spoken");
    return number => letters.charCodeAt(number) - FIRST_LETTER;
  };

  const look = async asked => {
    const [forms, language] = await Promise.all([load("forms"), spoken()]);
    let numbers = meant(forms, language, asked), read = [];
    if (!numbers.size && !asked.exact) {
      const halves = apart(forms, language, asked.word);
      if (halves) return together(asked.word, await Promise.all(halves.map(word => look({word}))));
      numbers = near(forms, asked.word);
      read = [...new Set([...numbers.keys()].map(number => forms[number]))];
    }
    return {...asked, read, claims: await claimsOf(numbers), forms: [...numbers.keys()].map(number => forms[number])};
  };

  const together = (word, [left, right]) => ({
    word, read: [`${left.word} ${right.word}`], forms: [...left.forms, ...right.forms],
    claims: new Map([...left.claims].filter(([claim]) => right.claims.has(claim))),
  });

  // The same looks with the claims of the articles whose titles have the word; a title's word needs no correction.
  const withTitles = async (looks, total) => {
    const titles = (await load("titles")).map(([title, start]) => [tokens(title), start]);
    return looks.map(found => {
      const {word, open, read} = found;
      const roots = stems(word);
      const meant = form => form === word || stems(form).some((root, place) => root === roots[place]) || (open && form.startsWith(word));
      const claims = new Map(), forms = [];
      titles.forEach(([words, start], i) => {
        const here = words.filter(meant), end = titles[i + 1]?.[1] ?? total;
        forms.push(...here);
        if (here.length) for (let claim = start; claim < end; claim += 1) claims.set(claim, WEIGHT.title);
      });
      if (!forms.length) return found;
      if (read.length) return {...found, read: [], forms, claims};
      return {...found, forms: [...found.forms, ...forms], claims: new Map([...claims, ...found.claims])};
    });
  };

  // Claims with the most of the words, what has a page of its own before them, the rarest words first, then the newest.
  const ranked = (looks, total, subjects) => {
    const counts = new Uint8Array(total), scores = new Float64Array(total);
    for (const {claims} of looks) {
      const rarity = Math.log(1 + total / claims.size);
      for (const [claim, weight] of claims) { counts[claim] += 1; scores[claim] += weight * rarity * (claim < subjects ? 1 : SUBJECT); }
    }
    const words = counts.reduce((most, count) => Math.max(most, count), 0), found = [];
    if (words) counts.forEach((count, claim) => { if (count === words) found.push(claim); });
    return {words, claims: found.sort((a, b) => scores[b] - scores[a] || a - b)};
  };

  const texts = async claims => {
    const {t: starts} = await load("index");
    return Promise.all(claims.map(async number => {
      const [shard, row] = place(starts, number), articles = await load(`t${shard}`);
      let left = row;
      for (const [title, path, date, language, rows] of articles) {
        if (left < rows.length) {
          const [id, passage, speakers, modality] = rows[left];
          return {id, passage, speakers, modality, title, path, date, language};
        }
        left -= rows.length;
      }
      throw new Error(`no claim ${number}`);
    }));
  };

  // The claims that have each phrase word for word, in batches: texts may have to be asked for.
  const withPhrases = async (claims, phrases, {found, read}) => {
    const kept = [];
    let at = 0;
    for (; at < Math.min(claims.length, read) && kept.length < found; at += BATCH) {
      const batch = claims.slice(at, at + BATCH), said = await texts(batch);
      kept.push(...batch.filter((_, i) => phrases.every(phrase => contains(said[i].passage, phrase) || contains(said[i].speakers, phrase))));
    }
    return [kept, at < claims.length];
  };

  // The claims that answer a text, by their numbers, best first. `partial`: none has all the words; `corrected`: what
  // was read instead of a word that no claim has; `limited`: there may be more; `forms`: the words to mark. For phrases,
  // the search ends when so many claims are `found` or so many texts `read`.
  const find = async (text, patience = {found: Infinity, read: Infinity}) => {
    const {all: total, subjects} = await load("index"), {words: typed, phrases} = parse(text), words = joined(await load("forms"), typed);
    let looks = await Promise.all(words.map(look)), best = ranked(looks, total, subjects);
    if (best.words < words.length || looks.some(({read}) => read.length)) {
      const titled = await withTitles(looks, total), better = ranked(titled, total, subjects);
      if (better.words === words.length) [looks, best] = [titled, better];
    }
    const [claims, limited] = phrases.length ? await withPhrases(best.claims, phrases, patience) : [best.claims, false];
    return {
      claims,
      limited,
      partial: best.words < words.length,
      corrected: looks.filter(({read}) => read.length).map(({word, read}) => [word, read]),
      forms: new Set(looks.flatMap(({forms}) => forms)),
    };
  };

  // The ids of the claims that have all the words of a text, best first; for other scripts.
  const query = async text => {
    const [{claims, partial}, ids, {claims: total}] = await Promise.all([find(text), load("ids"), load("index")]);
    return partial ? [] : claims.filter(claim => claim < total).map(claim => ids[claim]);
  };

  // One claim as the index shows it, with the interface's words; for the cards of other links.
  const claim = async id => {
    const [{words}, ids] = await Promise.all([load("index"), load("ids")]), number = ids.indexOf(id);
    return number < 0 ? null : {...(await texts([number]))[0], words};
  };

  Object.assign(briefingSearch, {find, texts, query, claim, about: () => load("index")});
})();
