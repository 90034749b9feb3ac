// Checks XML files by an ISO Schematron schema, pattern by pattern: the processor stops at functions
// that it lacks (two patterns of TEI's use current()), and those patterns are named and passed over.
//
//     node check_schematron.cjs SCHEMA FILE...
//
// PRESSMARK_TOOLS names the folder with node_modules. Exits 0 where no rule is broken, 1 otherwise.
const fs = require("fs");
const path = require("path");
const modules = path.join(process.env.PRESSMARK_TOOLS, "node_modules");
const {Schema} = require(path.join(modules, "node-schematron"));
const {sync} = require(path.join(modules, "slimdom-sax-parser"));

const [schemaFile, ...files] = process.argv.slice(2);
const whole = Schema.fromString(fs.readFileSync(schemaFile, "utf8"));
const parts = whole.patterns.map(
  (pattern) => new Schema(whole.title, null, whole.variables, [], [pattern], whole.namespaces));

const unusable = new Set();
let broken = 0;
for (const file of files) {
  const document = sync(fs.readFileSync(file, "utf8"));
  for (const part of parts) {
    const name = part.patterns[0].id;
    if (unusable.has(name)) continue;
    let results;
    try {
      results = part.validateDocument(document);
    } catch (error) {
      unusable.add(name);
      continue;
    }
    for (const result of results) {
      console.log(`${file}: ${name}: ${result.message.replace(/\s+/g, " ").trim()}`);
      ++broken;
    }
  }
}
if (unusable.size > 2) {
  console.log(`${unusable.size} patterns could not be run: ${[...unusable].join(", ")}`);
  ++broken;
}
process.exit(broken ? 1 : 0);
