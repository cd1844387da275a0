// Gives the pictures on the page away as they stand: SVG as it is drawn, PNG painted from it, with the letters of
// the page inside, for outside of it there are others. Nothing is asked of the server but its own font.

const SCALE = 2; // PNG pixels for each on the screen

function chartsOnPage() {
  return [...document.querySelectorAll(".vega-embed")].filter((chart) => chart.querySelector("svg.marks"));
}

function embeddedAs(blob) {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });
}

function names(families) {
  return families.split(",").map((name) => name.trim().replaceAll(/['"]/g, ""));
}

function fontFaces(used) {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules];
    } catch {
      return []; // a sheet of another origin
    }
  });
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule);
  const wanted = new Set(used.flatMap((style) => names(style.fontFamily).map((name) => name + style.fontStyle)));
  return faces.filter(({ style }) => wanted.has(names(style.fontFamily)[0] + (style.fontStyle || "normal")));
}

async function letters(used) {
  const styles = fontFaces(used).map(async (rule) => {
    const [, path] = rule.style.src.match(/url\("?([^")]+)"?\)/) ?? [];
    if (!path) return "";
    const answer = await fetch(new URL(path, rule.parentStyleSheet.href ?? document.baseURI));
    const { fontFamily, fontWeight, fontStyle } = rule.style;
    const font = await embeddedAs(await answer.blob());
    const face = `font-family:${fontFamily};font-weight:${fontWeight};font-style:${fontStyle}`;
    return `@font-face{${face};src:url(${font})}`;
  });
  return (await Promise.all(styles)).join("");
}

async function drawing(chart) {
  const shown = chart.querySelector("svg.marks");
  const copy = shown.cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const used = [...shown.querySelectorAll("text")].map((text) => getComputedStyle(text));
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = await letters(used);
  copy.prepend(style);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}

async function painting(chart) {
  const { width, height } = chart.querySelector("svg.marks").getBoundingClientRect();
  const image = new Image();
  image.src = await embeddedAs(await drawing(chart));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(width * SCALE), Math.ceil(height * SCALE)];
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

const KINDS = { SVG: drawing, PNG: painting };

async function save(chart, kind, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await KINDS[kind](chart));
  link.download = `${name}.${kind.toLowerCase()}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function row(chart, place, count, name) {
  const line = document.createElement("div");
  const title = document.createElement("span");
  title.textContent = count > 1 ? `Picture ${place + 1}` : "Picture";
  title.title = chart.getAttribute("aria-label") ?? "";
  line.append(title);
  for (const kind of Object.keys(KINDS)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = kind;
    button.setAttribute("aria-label", `${title.textContent} as ${kind}`);
    button.onclick = () => save(chart, kind, count > 1 ? `${name}-${place + 1}` : name);
    line.append(button);
  }
  return line;
}

export default function ({ data, parentElement }) {
  const list = parentElement.querySelector("section");
  const charts = chartsOnPage();
  list.replaceChildren(...charts.map((chart, place) => row(chart, place, charts.length, data.name)));
}
