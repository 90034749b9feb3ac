// Debian's Chromium without a window and without a network: what it shows is served from folders of
// this machine, and every other request is refused and told.
//
// PRESSMARK_CHROMIUM names the browser, PRESSMARK_NODE_MODULES the folder with playwright-core.
const fs = require("fs");
const os = require("os");
const path = require("path");
const modules = process.env.PRESSMARK_NODE_MODULES;
const {chromium} = require(path.join(modules, "playwright-core"));

const origin = "http://localhost";
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
               "--disable-background-networking", "--disable-component-update"];
const types = {".html": "text/html", ".xhtml": "application/xhtml+xml", ".js": "text/javascript", ".css": "text/css",
               ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif",
               ".epub": "application/epub+zip"};

// Opens a browser with an empty profile of its own. `folders` names the folders served, by the first
// part of their addresses: {books: "/tmp/x"} serves http://localhost/books/.... `scheme` is light or
// dark. Returns the context, the addresses that were refused, and how to end it.
async function open({folders, scheme = "light", width = 600, height = 800}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "pressmark-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.PRESSMARK_CHROMIUM, headless: true, args: flags, colorScheme: scheme,
    viewport: {width, height}, timeout: 120000});
  context.setDefaultTimeout(60000);
  const refused = [];
  await context.route("**/*", async (route) => {
    const address = new URL(route.request().url());
    const [, first, ...rest] = decodeURIComponent(address.pathname).split("/");
    const folder = address.origin === origin ? folders[first] : undefined;
    const file = folder && path.join(folder, ...rest);
    if (!file || !fs.existsSync(file)) {
      refused.push(address.href);
      return route.abort();
    }
    return route.fulfill({body: fs.readFileSync(file),
                          contentType: types[path.extname(file)] || "application/octet-stream"});
  });
  const close = async () => {
    await context.close();
    fs.rmSync(profile, {recursive: true, force: true});
  };
  return {context, refused, close};
}

// Where the file, which lies in the folder served as `first`, is found in the browser.
function address(first, file) {
  return `${origin}/${first}/${encodeURIComponent(path.basename(file))}`;
}

module.exports = {open, address, modules, origin};
