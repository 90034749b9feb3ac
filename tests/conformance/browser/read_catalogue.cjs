// Reads an OPDS feed by the parser of a reader (foliate-js) in Chromium.
//
//     node read_catalogue.cjs CATALOG.atom
//
// Prints one JSON object with what it finds.
const fs = require("fs");
const {open, modules, origin} = require("./chromium.cjs");
const path = require("path");

async function main([file]) {
  const browser = await open({folders: {foliate: path.join(modules, "foliate-js"), test: __dirname}});
  const page = await browser.context.newPage();
  await page.goto(`${origin}/test/reader.html`);
  const seen = await page.evaluate(async (text) => {
    const {getFeed} = await import("/foliate/opds.js");
    const feed = getFeed(new DOMParser().parseFromString(text, "text/xml"));
    return {title: feed.metadata.title, publications: feed.publications.map((one) => (
      {title: one.metadata.title, links: one.links.length, images: one.images.length}))};
  }, fs.readFileSync(file, "utf8"));
  await browser.close();
  console.log(JSON.stringify(seen));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
