// Opens pages (.html) and content documents of books (.xhtml) in Chromium: checks them by the rules of
// axe-core, and follows the first note and its way back.
//
//     node read_pages.cjs SCHEME FOLDER PAGE...
//
// All pages lie in one folder. SCHEME is light or dark; pictures of the pages go to FOLDER ("-": none).
// Prints one JSON object: what each page breaks, where its note led, and what was asked of the network.
const fs = require("fs");
const path = require("path");
const {open, address, modules} = require("./chromium.cjs");

const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");

// Runs in the page: whether the element of that id is in the window.
function is_in_window(id) {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.width > 0;
}

async function follow_note(page) {
  const mark = page.locator("a[role~=doc-noteref]").first();
  if (await mark.count() === 0) return null;
  const id = await mark.getAttribute("id");
  const target = (await mark.getAttribute("href")).slice(1);
  await mark.click();
  const at_note = await page.evaluate(is_in_window, target);
  await page.locator(`[id="${target}"] a[role~=doc-backlink]`).click();
  return {at_note, back: await page.evaluate(is_in_window, id)};
}

async function check(context, file, picture) {
  const page = await context.newPage();
  try {
    await page.goto(address("pages", file));
    if (picture) await page.screenshot({path: picture, fullPage: true});
    // axe takes a ground that no style sets for white; what the browser paints is the scheme's.
    await page.evaluate(() => { document.documentElement.style.backgroundColor = "canvas"; });
    await page.evaluate(axe);
    const {violations, passes} = await page.evaluate(() => axe.run(document, {resultTypes: ["violations"]}));
    const note = file.endsWith(".html") ? await follow_note(page) : null;
    return {note, passes: passes.length, violations: violations.map(({id, help, nodes}) => (
      {rule: id, help, count: nodes.length, first: nodes[0].html.slice(0, 300)}))};
  } finally {
    await page.close();
  }
}

async function main([scheme, shots, ...files]) {
  const browser = await open({folders: {pages: path.dirname(path.resolve(files[0]))}, scheme, width: 900, height: 900});
  const pages = {};
  for (const file of files) {
    const name = path.basename(file);
    pages[name] = await check(browser.context, file, shots !== "-" && path.join(shots, `${name}-${scheme}.png`));
  }
  await browser.close();
  console.log(JSON.stringify({pages, refused: browser.refused}));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
