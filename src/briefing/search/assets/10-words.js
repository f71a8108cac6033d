// Words as the index has them: tokens.py says the same, and tests/search/vectors.yaml holds both to one result.
(() => {
  "use strict";
  const APART = {œ: "oe", æ: "ae", ø: "o", ß: "ss", ł: "l", đ: "d", ı: "i", ς: "σ", "’": "'", "‘": "'", ʼ: "'", "`": "'"};
  const GROUPED = /(?<!\p{Nd})\p{Nd}{1,3}(?:[ .,']\p{Nd}{3})+(?!\p{Nd})/gu;
  const WORD = /[\p{L}\p{Nl}\p{No}]+|\p{Nd}+/gu;
  // The same words in a text as it stands, marks included.
  const PIECE = /(?<!\p{Nd})\p{Nd}{1,3}(?:[ .,'’\u00a0\u2009\u202f]\p{Nd}{3})+(?!\p{Nd})|[\p{L}\p{Nl}\p{No}\p{M}\p{Cf}]+|\p{Nd}+/gu;
  let languages = [];

  const fold = text => text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase().replace(/[œæøßłđıς’‘ʼ`]/g, mark => APART[mark]);
  const tokens = text => fold(text).replace(GROUPED, number => number.replace(/\P{Nd}/gu, "")).match(WORD) ?? [];

  const ended = (word, {endings}) => {
    const ending = endings.find(([written]) => word.endsWith(written) && word.length > written.length);
    return ending && word.slice(0, -ending[0].length) + ending[1];
  };
  const singular = (word, language) => {
    const one = word.length > 3 && language.plurals.includes(word.at(-1)) ? word.slice(0, -1) : word;
    return ended(word, language) ?? (one === word ? word : ended(one, language) ?? one);
  };

  // What the forms of one word have in common in a language, by its place among those of the index.
  const stem = (word, place) => {
    const language = languages[place];
    const whole = singular(language.irregular.get(word) ?? word, language);
    if (whole.length < 3 || /\p{Nd}/u.test(whole)) return whole;
    const rest = language.suffixes
      .filter(([suffix, least]) => whole.endsWith(suffix) && whole.length >= suffix.length + least)
      .map(([suffix]) => whole.slice(0, -suffix.length))
      .find(left => /[aeiouy]/.test(left));
    return language.finals.reduce(
      (left, [ends, becomes, least]) => left.endsWith(ends) && left.length >= ends.length + least ? left.slice(0, -ends.length) + becomes : left,
      rest ?? whole,
    ).replace(/(..)(.)\2$/, "$1$2");
  };
  // Whether a form may begin otherwise than its word: « pourra » is a form of « pouvoir ».
  const irregular = word => languages.some(language => language.irregular.has(word));
  const stems = word => languages.map((_, place) => stem(word, place));

  // What the packs say of the languages of the articles; it comes with the index.
  const learn = known => {
    const forms = ({irregular, verbs}) => new Map([...Object.entries(irregular), ...verbs.flatMap(([infinitive, written]) => written.split(" ").map(form => [form, infinitive]))]);
    languages = known.map(rules => ({...rules, irregular: forms(rules), stop: new Set(rules.stop.split(" "))}));
  };

  // What a reader typed: expressions between quotation marks, and words; the last word may be unfinished. Words that
  // every sentence has need not be found, unless there are no others.
  const parse = text => {
    const phrases = [];
    const rest = text.replace(/["«»“”„]([^"«»“”„]+)["«»“”„]/g, (_, words) => {
      phrases.push(tokens(words));
      return " ; ";
    });
    const typed = tokens(rest), last = /[\p{L}\p{Nd}]$/u.test(rest) ? typed.at(-1) : null;
    const all = [...typed.map(word => ({word, open: word === last})), ...phrases.flat().map(word => ({word, exact: true}))];
    const telling = all.filter(({word}) => !languages.some(({stop}) => stop.has(word)));
    const once = new Map((telling.length ? telling : all).map(asked => [asked.word, asked]));
    return {words: [...once.values()].slice(0, 20), phrases: phrases.filter(words => words.length > 1)};
  };

  const contains = (text, phrase) => ` ${tokens(text).join(" ")} `.includes(` ${phrase.join(" ")} `);

  // A text in pieces, those that hold one of the words marked: [["les ", false], ["soldats", true], …].
  const marked = (text, words) => {
    const pieces = [];
    let end = 0;
    for (const found of text.matchAll(PIECE)) {
      if (!tokens(found[0]).some(word => words.has(word))) continue;
      pieces.push([text.slice(end, found.index), false], [found[0], true]);
      end = found.index + found[0].length;
    }
    return [...pieces, [text.slice(end), false]].filter(([part]) => part);
  };

  globalThis.briefingSearch = {words: {fold, tokens, stem, stems, irregular, learn, parse, contains, marked}};
})();
