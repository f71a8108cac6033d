// Every chart as SVG, PNG and CSV, with its title, its source and its address inside. What is drawn is read off the page
// (its lines of text, its shapes, the signs of its modalities) and written anew: no picture is loaded, so that it works
// from disk and under the site's policy. Without this script the chart and its list stand, with nothing to press.
(() => {
  "use strict";
  const {source, svg: asSvg, png: asPng, csv: asCsv} = document.currentScript.dataset, language = document.documentElement.lang;
  const MARGIN = 24, SCALE = 2, SKIPPED = "script, title, .unseen, .take, [hidden]";
  if (globalThis.briefingCharts) return;
  globalThis.briefingCharts = true;

  const number = value => Math.round(value * 100) / 100;
  const circle = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  const length = (shape, name) => shape[name].baseVal.value;
  const OUTLINES = {
    circle: shape => circle(length(shape, "cx"), length(shape, "cy"), length(shape, "r")),
    ellipse: shape => { const [x, y, rx, ry] = ["cx", "cy", "rx", "ry"].map(name => length(shape, name)); return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`; },
    line: shape => `M${length(shape, "x1")} ${length(shape, "y1")}L${length(shape, "x2")} ${length(shape, "y2")}`,
    path: shape => shape.getAttribute("d"),
    rect: shape => {
      const [x, y, width, height] = ["x", "y", "width", "height"].map(name => length(shape, name)), r = Math.min(length(shape, "rx"), width / 2, height / 2);
      return `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}Z`;
    },
  };

  const shapesOf = (figure, from) => [...figure.querySelectorAll("circle, ellipse, line, path, rect")].filter(shape => shape.getClientRects().length).map(shape => {
    const style = getComputedStyle(shape), {a, b, c, d, e, f} = shape.getScreenCTM();
    return {d: OUTLINES[shape.localName](shape), at: [a, b, c, d, e - from.left, f - from.top], fill: style.fill, stroke: style.stroke, width: parseFloat(style.strokeWidth), dash: style.strokeDasharray};
  });

  // The sign before the word of a modality is a shape of its box.
  const signsOf = (figure, from) => [...figure.querySelectorAll(".modality")].flatMap(word => {
    const sign = getComputedStyle(word, "::before"), size = parseFloat(sign.width), box = word.getClientRects()[0];
    if (!box || !size) return [];
    const points = [...sign.clipPath.matchAll(/([\d.]+)% ([\d.]+)%/g)].map(([, x, y]) => `${size * x / 100} ${size * y / 100}`);
    const d = points.length > 2 ? `M${points.join("L")}Z` : circle(size / 2, size / 2, size * .38);
    return [{d, at: [1, 0, 0, 1, box.left - from.left, box.top + (box.height - size) / 2 - from.top], fill: sign.backgroundColor, stroke: "none", width: 0, dash: "none"}];
  });

  // A text node, line by line as the page breaks it.
  const linesOf = node => {
    const range = document.createRange(), lines = [];
    for (const {index, 0: word} of node.data.matchAll(/\S+\s*/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.trimEnd().length);
      const box = range.getBoundingClientRect(), last = lines.at(-1);
      if (!box.width) continue;
      if (last && Math.abs(last.box.top - box.top) < 4) last.words += word;
      else lines.push({words: word, box});
    }
    return lines;
  };
  const textsOf = (figure, from) => {
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT), found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest(SKIPPED)) continue;
      const style = getComputedStyle(parent), size = parseFloat(style.fontSize);
      for (const {words, box} of linesOf(node)) found.push({words: words.trimEnd(), x: box.left - from.left, y: box.top - from.top + (box.height + size * .68) / 2, size, weight: style.fontWeight, family: style.fontFamily, colour: parent.closest("svg") ? style.fill : style.color});
    }
    return found;
  };

  const wrapped = (words, width, size) => words.split(" ").reduce((lines, word) => {
    if ((lines.at(-1).length + word.length) * size * .5 > width) lines.push(word); else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    return lines;
  }, [""]);
  const text = selector => element => element?.querySelector(selector)?.textContent.trim();
  // The heading above a chart names it; one that is a link to elsewhere leads to where the chart's subject stands.
  const headingOf = figure => figure.closest(".question, section")?.querySelector("h2, h3");
  const titleOf = figure => [figure.matches("table") && text("h1")(document), headingOf(figure)?.textContent.trim() ?? text("h1")(document)].filter(Boolean).join(" – ");
  const placeOf = heading => heading?.id ? `#${heading.id}` : heading?.querySelector("a")?.getAttribute("href") ?? "#";
  const addressOf = figure => new URL(placeOf(headingOf(figure)), document.querySelector("link[rel=canonical]")?.href ?? location.href).href;

  const drawingOf = figure => {
    const from = figure.getBoundingClientRect(), page = getComputedStyle(document.body), width = from.width;
    const lines = (words, size, weight) => wrapped(words, width, size).map(line => ({words: line, x: 0, size, weight, family: page.fontFamily, colour: getComputedStyle(figure).color}));
    const head = lines(titleOf(figure), 20, 600), foot = [...lines(source, 12, 400), ...lines(addressOf(figure), 12, 400)];
    const top = head.length * 26 + 10, bottom = top + from.height + 14;
    head.forEach((line, i) => { line.y = 20 + 26 * i; });
    foot.forEach((line, i) => { line.y = bottom + 14 + 16 * i; });
    const moved = ({at: [a, b, c, d, e, f], ...shape}) => ({...shape, at: [a, b, c, d, e, f + top]});
    return {
      width: width + 2 * MARGIN, height: bottom + 16 * foot.length + 2 * MARGIN, paper: page.backgroundColor,
      shapes: [...shapesOf(figure, from), ...signsOf(figure, from)].map(moved),
      texts: [...head, ...textsOf(figure, from).map(text => ({...text, y: text.y + top})), ...foot],
    };
  };

  const escaped = text => String(text).replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);
  const svgOf = (figure, {width, height, paper, shapes, texts}) => [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="${-MARGIN} ${-MARGIN} ${number(width)} ${number(height)}" lang="${language}">`,
    `<title>${escaped(titleOf(figure))}</title><desc>${escaped(`${source} ${addressOf(figure)}`)}</desc>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="100%" height="100%" fill="${paper}"/>`,
    ...shapes.map(({d, at, fill, stroke, width: line, dash}) => `<path d="${escaped(d)}" transform="matrix(${at.map(number)})" fill="${fill}" fill-rule="evenodd" stroke="${stroke}" stroke-width="${line}" stroke-dasharray="${dash}" vector-effect="non-scaling-stroke"/>`),
    ...texts.map(({words, x, y, size, weight, family, colour}) => `<text x="${number(x)}" y="${number(y)}" font-size="${size}" font-weight="${weight}" font-family="${escaped(family)}" fill="${colour}">${escaped(words)}</text>`),
    "</svg>\n",
  ].join("\n");

  const pngOf = ({width, height, paper, shapes, texts}) => {
    const canvas = Object.assign(document.createElement("canvas"), {width: Math.ceil(width * SCALE), height: Math.ceil(height * SCALE)}), pen = canvas.getContext("2d");
    pen.fillStyle = paper;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.setTransform(SCALE, 0, 0, SCALE, MARGIN * SCALE, MARGIN * SCALE);
    for (const {d, at, fill, stroke, width: line, dash} of shapes) {
      const path = new Path2D();
      path.addPath(new Path2D(d), new DOMMatrix(at));
      if (fill !== "none") { pen.fillStyle = fill; pen.fill(path, "evenodd"); }
      if (stroke === "none" || !line) continue;
      Object.assign(pen, {strokeStyle: stroke, lineWidth: line});
      pen.setLineDash(dash === "none" ? [] : dash.split(",").map(parseFloat));
      pen.stroke(path);
    }
    for (const {words, x, y, size, weight, family, colour} of texts) {
      Object.assign(pen, {font: `${weight} ${size}px ${family}`, fillStyle: colour});
      pen.fillText(words, x, y);
    }
    return new Promise(resolve => { canvas.toBlob(resolve, "image/png"); });
  };

  // Of signs side by side each one's own words.
  const wordsOf = cell => [...cell.querySelectorAll(".says")].map(sign => sign.textContent).join(" ; ") || cell.textContent;

  // The table beside the chart, or what `data-rows` names: a line each, with what heads it and where it leads.
  const rowsOf = figure => {
    const table = figure.matches("table") ? figure : !figure.closest(".question") && figure.closest("section")?.querySelector(".as-table table");
    if (table) return [...table.rows].map(row => [...row.cells].map(wordsOf).concat((row.querySelector("a.cite") ?? row.querySelector("a"))?.href ?? ""));
    return [...document.querySelectorAll(figure.dataset.rows ?? ".chart li")].filter(row => figure.dataset.rows || figure.contains(row)).map(row => {
      const parts = [...row.children].filter(part => part.localName !== "svg").map(part => part.textContent);
      const head = figure.dataset.rows ? row.closest("li")?.querySelector(".date, .place") : null;
      return [...(head ? [head.textContent] : []), ...parts, row.querySelector("a")?.href ?? ""];
    });
  };
  const csvOf = figure => {
    const sign = new Intl.NumberFormat(language).formatToParts(1.5).find(({type}) => type === "decimal").value === "," ? ";" : ",";
    const cell = text => `"${text.replace(/\s+/g, " ").trim().replace(/^(?=[=+\-@])/, "'").replaceAll('"', '""')}"`;
    const rows = [[titleOf(figure)], [source], [addressOf(figure)], [], ...rowsOf(figure)];
    return `\ufeff${rows.map(row => row.map(cell).join(sign)).join("\r\n")}\r\n`;
  };

  const save = (content, type, name) => {
    const link = Object.assign(document.createElement("a"), {href: URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type})), download: name});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const button = (words, act) => {
    const made = Object.assign(document.createElement("button"), {type: "button", className: "take", textContent: words});
    made.addEventListener("click", act);
    return made;
  };
  for (const figure of document.querySelectorAll("figure.chart, table:is(.chain, .answers, .who-says)")) {
    const name = titleOf(figure).normalize("NFD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").toLowerCase().slice(0, 60) || "figure";
    const bar = Object.assign(document.createElement("p"), {className: "takes"});
    bar.append(
      button(asSvg, () => save(svgOf(figure, drawingOf(figure)), "image/svg+xml", `${name}.svg`)),
      button(asPng, async () => save(await pngOf(drawingOf(figure)), "image/png", `${name}.png`)),
      button(asCsv, () => save(csvOf(figure), "text/csv", `${name}.csv`)));
    figure.after(bar);
  }
})();
