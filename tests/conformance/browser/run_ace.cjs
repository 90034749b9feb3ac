// Checks books by Ace by DAISY, many in one process with one browser, which is several times faster
// than its command for each.
//
//     node run_ace.cjs BOOK.epub...
//
// Prints a JSON object for each book on a line of its own: its violations, by rule and file. Exits 1
// where a book cannot be checked. PRESSMARK_CHROMIUM names the browser, PRESSMARK_NODE_MODULES the folder with Ace.
const path = require("path");
const fs = require("fs");
process.env.PUPPETEER_EXECUTABLE_PATH = process.env.PRESSMARK_CHROMIUM;
// Ace's own five seconds are too short for a browser on a busy machine.
process.env.ACE_TIMEOUT_INITIAL = "60000";
const daisy = path.join(process.env.PRESSMARK_NODE_MODULES, "@daisy");
const runner = require(path.join(daisy, "ace-axe-runner-puppeteer"));
const checker = require(path.join(daisy, "ace-core", "lib", "checker", "checker.js"));
const {EPUB} = require(path.join(daisy, "epub-utils"));
const {Report} = require(path.join(daisy, "ace-report"));
const winston = require(require.resolve("winston", {paths: [path.join(daisy, "ace-core")]}));
winston.configure({transports: [new winston.transports.Console({level: "error", stderrLevels: ["error"]})]});

// One browser for all books: they neither start nor end it.
const shared = {...runner, launch: async () => {}, close: async () => {}};

async function check(book) {
  const epub = new EPUB(path.resolve(book));
  await epub.extract();
  await epub.parse();
  const report = await checker.check(epub, await new Report(epub, undefined, "en").init(), "en", true, shared);
  const violations = [];
  for (const subject of report.json.assertions) {
    for (const {"earl:test": test, "earl:result": result} of subject.assertions) {
      violations.push({rule: test["dct:title"], file: subject["earl:testSubject"].url, html: (result.html || "").slice(0, 300),
                       text: (result["dct:description"] || "").slice(0, 300)});
    }
  }
  fs.rmSync(epub.basedir, {recursive: true, force: true});
  return {book: path.basename(book), documents: epub.contentDocs.length, violations};
}

async function main(books) {
  await runner.launch();
  let status = 0;
  for (const book of books) {
    try {
      console.log(JSON.stringify(await check(book)));
    } catch (error) {
      console.log(JSON.stringify({book: path.basename(book), error: String(error)}));
      status = 1;
    }
  }
  await runner.close();
  process.exit(status);
}

main(process.argv.slice(2));
