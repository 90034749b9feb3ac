// Reads books in a reader (foliate-js in Chromium) as a person would: turns all pages and one back,
// follows a note and comes back, lets a note pop up.
//
//     node read_book.cjs SCHEME FOLDER BOOK.epub...
//
// SCHEME is light or dark; pictures of pages go to FOLDER. Prints one JSON object with what was seen
// of each book.
const path = require("path");
const {open, address, modules, origin} = require("./chromium.cjs");

const mostPages = 200;

async function read(context, book, shots) {
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.stack));
  page.on("console", (message) => { if (message.type() === "error") problems.push(message.text()); });
  try {
    await page.goto(`${origin}/test/reader.html`);
    await page.waitForFunction(() => window.reader);
    const seen = await page.evaluate((book) => reader.open(book), address("books", book));
    await page.screenshot({path: `${shots}-first.png`});
    seen.pages = await page.evaluate((most) => reader.turn_all_pages(most), mostPages);
    await page.screenshot({path: `${shots}-last.png`});
    seen.turned_back = await page.evaluate(() => reader.turn_back());
    seen.contrast = await page.evaluate(() => reader.contrast());
    seen.note = await page.evaluate(() => reader.follow_note());
    await page.screenshot({path: `${shots}-note.png`});
    if (seen.note) seen.pop_up = await page.evaluate(() => reader.pop_up_note());
    return {...seen, problems};
  } finally {
    await page.close();
  }
}

async function main([scheme, shots, ...books]) {
  const folders = {foliate: path.join(modules, "foliate-js"), test: __dirname, books: path.dirname(path.resolve(books[0]))};
  const browser = await open({folders, scheme});
  const seen = {};
  for (const book of books) {
    const name = path.basename(book, ".epub");
    seen[name] = await read(browser.context, book, path.join(shots, `${name}-${scheme}`));
  }
  await browser.close();
  console.log(JSON.stringify({books: seen, refused: browser.refused}));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
