// The basket: claims that the reader chose on any page, kept by this browser, in the reader's order, and written out as
// Markdown and DOCX with notes that are notes, BibTeX and CSL-JSON. Nothing leaves the machine; what a claim says comes from
// the search index, what its article is from `sources.js`.
addEventListener("DOMContentLoaded", () => { // the site's own script, which keeps the choice, runs after this one
  "use strict";
  const {kept, keep, root} = globalThis.briefingTaking ?? {}, list = document.querySelector(".basket");
  if (!list || !kept) return;
  const words = JSON.parse(list.dataset.words), language = document.documentElement.lang;
  const bar = document.querySelector(".basket-files"), empty = document.querySelector(".basket-empty");
  const base = new URL(document.querySelector("link[rel=canonical]")?.href ?? location.href);
  const site = base.href === location.href ? root : new URL(list.dataset.up, base);
  const element = (tag, attributes = {}, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  };
  const capital = text => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

  const entryOf = async id => {
    const claim = await globalThis.briefingSearch?.claim?.(id).catch(() => null);
    if (!claim) return {id, gone: true, address: new URL(`${list.dataset.claims}/${id}.html`, site).href};
    const article = claim.path.match(/([^/]+?)(?:\.html|\/)?$/)[1], source = globalThis.briefingSources?.[article] ?? null;
    const modality = claim.words.modality[claim.modality], said = claim.passage || claim.words.not_shown;
    return {id, said, modality, kind: claim.modality, speakers: capital(claim.speakers), title: claim.title, date: claim.date, language: claim.language,
      source, here: new URL(`${claim.path}#${id}`, root).href, address: new URL(`${claim.path}#${id}`, site).href};
  };
  const noteOf = ({speakers, modality, title, date, source, address, id}) => `${speakers} (${modality}). ${source?.text ?? [title, date].filter(Boolean).join(", ")} ${list.dataset.site}, ${words.claim.replace("{id}", id)}, ${address}`;

  const markdown = entries => {
    const plain = text => text.replace(/([\\`*_[\]<>#|])/g, "\\$1").replace(/\s+/g, " ").trim();
    const notes = entries.map((entry, i) => `[^${i + 1}]: ${plain(noteOf(entry))}`);
    return [`# ${plain(list.dataset.site)}`, ...entries.map((entry, i) => `${plain(entry.said)}[^${i + 1}]`), notes.join("\n")].join("\n\n") + "\n";
  };

  // BibTeX counts braces even behind a backslash, so a brace of the text becomes a command.
  const COMMANDS = {"\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "&": "\\&", "%": "\\%", $: "\\$", "#": "\\#", _: "\\_", "\u00a0": " ", "\u202f": " "};
  const bibtex = entries => entries.filter(({source}) => source).map(entry => {
    const note = `${entry.said}, ${noteOf(entry)}`.replace(/[\\{}~^&%$#_\u00a0\u202f]/g, char => COMMANDS[char]);
    return entry.source.bibtex.replace(/^(@\w+)\{[^,]*,/, (_, kind) => `${kind}{${entry.id},`).replace(/^ {2}note = .*\n/m, "").replace(/\}\s*$/, () => `  note = {${note}},\n}\n`);
  }).join("\n");
  const csl = entries => `${JSON.stringify(entries.filter(({source}) => source).map(entry => ({...entry.source.csl, id: entry.id, note: `${entry.said}, ${noteOf(entry)}`})), null, 1)}\n`;

  // An Office Open XML document (ECMA-376): a paragraph a passage, each with a footnote.
  const xml = text => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, "").replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"', HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const run = (text, style = "") => `<w:r>${style && `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
  const RAISED = '<w:rStyle w:val="FootnoteReference"/>';
  const partsOf = entries => ({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="${TYPE}.footnotes+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "word/styles.xml": `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="${xml(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style><w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`,
    "word/document.xml": `<w:document ${W}><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run(list.dataset.site)}</w:p>${entries.map(({said}, i) => `<w:p>${run(said)}<w:r><w:rPr>${RAISED}</w:rPr><w:footnoteReference w:id="${i + 1}"/></w:r></w:p>`).join("")}<w:sectPr/></w:body></w:document>`,
    "word/footnotes.xml": `<w:footnotes ${W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>${entries.map((entry, i) => `<w:footnote w:id="${i + 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>${RAISED}</w:rPr><w:footnoteRef/></w:r>${run(` ${noteOf(entry)}`)}</w:p></w:footnote>`).join("")}</w:footnotes>`,
  });

  // A ZIP archive whose files are stored as they are (APPNOTE 6.3), without the hour: the same choice, the same bytes.
  const checksum = bytes => {
    let sum = ~0;
    for (const byte of bytes) { sum ^= byte; for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1)); }
    return ~sum >>> 0;
  };
  const little = (...fields) => new Uint8Array(fields.flatMap(([value, size]) => Array.from({length: size}, (_, i) => (value >>> (8 * i)) & 255)));
  const zipped = parts => {
    const encoder = new TextEncoder(), bodies = [], index = [];
    let offset = 0, listed = 0;
    for (const [name, text] of Object.entries(parts)) {
      const [path, bytes] = [name, HEAD + text].map(value => encoder.encode(value));
      const common = [[20, 2], [0x800, 2], [0, 2], [0, 2], [33, 2], [checksum(bytes), 4], [bytes.length, 4], [bytes.length, 4], [path.length, 2], [0, 2]];
      const head = little([0x04034b50, 4], ...common), entry = little([0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
      bodies.push(head, path, bytes);
      index.push(entry, path);
      offset += head.length + path.length + bytes.length;
      listed += entry.length + path.length;
    }
    const count = index.length / 2;
    return new Blob([...bodies, ...index, little([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [listed, 4], [offset, 4], [0, 2])], {type: `${TYPE}.document`});
  };

  const save = (content, type, ending) => {
    const link = element("a", {href: URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type})), download: `${list.dataset.name}.${ending}`});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const FILES = {
    Markdown: entries => save(markdown(entries), "text/markdown", "md"),
    DOCX: entries => save(zipped(partsOf(entries)), "", "docx"),
    BibTeX: entries => save(bibtex(entries), "application/x-bibtex", "bib"),
    "CSL-JSON": entries => save(csl(entries), "application/json", "csl.json"),
  };

  const button = (label, act, name) => {
    const made = element("button", {type: "button", class: "take", "aria-label": name}, label);
    made.addEventListener("click", act);
    return made;
  };
  const change = (ids, focus) => { keep(ids); show().then(() => (list.querySelector(focus) ?? document.querySelector("h1")).focus?.()); };
  const moved = (ids, from, to) => { const next = [...ids]; next.splice(to, 0, ...next.splice(from, 1)); return next; };
  const row = (entry, i, ids) => {
    const actions = [button(words.remove, () => change(ids.filter(id => id !== entry.id), "button"))];
    if (i) actions.unshift(button("↑", () => change(moved(ids, i, i - 1), `li:nth-child(${i}) button`), words.up));
    const said = entry.gone ? [element("p", {}, words.gone, " ", element("a", {href: entry.address}, entry.id))]
      : [element("p", {lang: entry.language}, element("a", {href: entry.here}, entry.said)), element("p", {class: "labels"}, element("span", {class: `modality m-${entry.kind}`}, entry.modality), " ", element("span", {}, entry.speakers), " ", element("span", {}, [entry.title, entry.date].filter(Boolean).join(", ")))];
    return element("li", {}, ...said, element("p", {class: "takes"}, ...actions));
  };
  const show = async () => {
    const ids = kept(), entries = await Promise.all(ids.map(entryOf)), here = entries.filter(({gone}) => !gone);
    list.replaceChildren(...entries.map((entry, i) => row(entry, i, ids)));
    empty.hidden = ids.length > 0;
    bar.replaceChildren(...here.length ? [words.save, " ", ...Object.entries(FILES).flatMap(([name, act]) => [button(name, () => act(here)), " "])] : []);
    if (ids.length) bar.append(button(words.clear, () => change([], "button")));
  };
  addEventListener("storage", show);
  show();
});
