#include "cli/command_line.h"

namespace pressmark::cli {

const std::vector<OptionRow>& option_rows() {
  using enum OptionKind;
  static const std::vector<OptionRow> rows = {
      {"from", 'f', "", value, "FORMAT",
       "Format of the input; without it the file name's extension tells, then the content."},
      {"to-format", 't', "", value, "FORMAT[,...]",
       "Format of the output, or several with commas between them."},
      {"output", 'o', "", value, "FILE|DIR|-",
       "Where to write; without --to-format its extension tells the format. '-' is standard "
       "output, which is also the default for one format."},
      {"to", '\0', "", value, "DIR", "The folder to write into, made if need be."},
      {"url", '\0', "", value, "URL",
       "Address that the input was saved from (http or https): the base of its links."},
      {"encoding", '\0', "", value, "NAME", "Character encoding of the input (an IANA name)."},
      {"lang", '\0', "", value, "TAG", "Language of the input (a BCP 47 tag)."},
      {"captured", '\0', "", value, "DATE",
       "When the input was captured: 2026-10-12 or 2026-10-12T08:30:00Z."},
      {"fetch", '\0', "", flag, "",
       "Read from the network: an input that is an http or https address, and the images of a "
       "page. Nothing is sent but the requests."},
      {"allow-private", '\0', "", flag, "",
       "With --fetch: allow addresses of this machine and of private networks, and proxies."},
      {"option", 'O', "", list, "[FORMAT.]KEY=VALUE",
       "An option of a format; 'pressmark formats NAME' shows those that it has."},
      {"metadata", '\0', "", value, "FILE",
       "Take the citation record of FILE over the input's own: CSL-JSON, BibTeX, RIS, MODS, "
       "schema.org JSON-LD, or YAML or TOML front matter. --set wins over it."},
      {"set", '\0', "", list, "VARIABLE=VALUE",
       "Set a value of the citation record: title=..., issued=2026-10-12, author='Doe, Jane'."},
      {"strict", '\0', "warnings-as-errors", flag, "",
       "Treat warnings as a failure: exit code 7, and nothing is written."},
      {"report", '\0', "", value, "FILE",
       "Write every diagnostic to FILE, one JSON object a line."},
      {"force", '\0', "", flag, "", "Replace files that are there already."},
      {"no-clobber", '\0', "", flag, "", "Never replace a file, not even the one --output names."},
      {"from-dir", '\0', "", list, "DIR",
       "Take the articles of a folder, sorted by name, into one output."},
      {"title", '\0', "", value, "TEXT",
       "Title of an output of several articles, or of a catalogue."},
      {"order", '\0', "", value, "list|name|date",
       "Order of several articles: as given (default), by file name, or by the day of issue."},
      {"explain", '\0', "", flag, "", "Show where each value comes from, and those not taken."},
      {"style", '\0', "", value, "NAME|FILE.csl",
       "Citation style: apa, chicago, mla, vancouver, gost, iso690, din, the name of a style of "
       "the package citation-style-language-styles, or a file."},
      {"locale", '\0', "", value, "TAG",
       "Language of the citations' own words (default: the style's, else en-US)."},
      {"format", '\0', "", value, "text|html|markdown",
       "How formatted citations are written (default: text)."},
      {"in-text", '\0', "", flag, "",
       "Write what stands in the text for each record instead of the bibliography."},
      {"csl-folder", '\0', "", value, "DIR",
       "Folder with styles/ and locales/ (default: /usr/share/citation-style-language)."},
      {"id", '\0', "", value, "URI",
       "Identifier of the article in the archive, instead of one made of its address or text."},
      {"message", '\0', "", value, "TEXT", "Why this version is archived, for its history."},
      {"at", '\0', "", value, "N",
       "Version of the article: 2 or v2 (default: the newest); for export also 'all'."},
      {"pack", '\0', "", value, "folder|zip|tgz",
       "How each exported article is packed (default: a folder)."},
      {"base-url", '\0', "", value, "URL",
       "Address of an OAI-PMH static repository: the gateway's, with the file's behind it."},
      {"admin-email", '\0', "", value, "ADDRESS", "Who answers for an OAI-PMH static repository."},
      {"limit", '\0', "", value, "N", "Show at most N articles (default: 100)."},
      {"json", '\0', "", flag, "", "Print JSON objects, one a line; write a catalogue as JSON."},
      {"jobs", 'j', "", value, "N|auto",
       "Number of items worked on at a time (default: one for each processor)."},
      {"recursive", 'r', "", flag, "", "Take the files of folders below a folder, too."},
      {"keep-dirs", '\0', "", flag, "",
       "Make the folders of the inputs in the output folder, too."},
      {"list", '\0', "", list, "FILE|-",
       "A list of inputs: one path, or one JSON object, a line; '-' is standard input."},
      {"null", '0', "", flag, "", "Entries of lists end with a NUL octet and are paths."},
      {"glob", '\0', "", list, "PATTERN",
       "Which files of folders to take, whatever their extension: '*.html', 'news/*', or with '!' "
       "before it which not to take."},
      {"watch", '\0', "", flag, "",
       "Go on with files that are finished in the folders later, until SIGINT or SIGTERM."},
      {"archive", '\0', "", value, "ROOT",
       "Store each article in this archive instead of writing files; made if need be."},
      {"name", '\0', "", value, "TEMPLATE",
       "Names of the outputs: '{date}-{name}', of {name}, {id}, {title}, {key}, {date}, {year} and "
       "{lang}; '/' makes folders."},
      {"journal", '\0', "", value, "FILE",
       "Journal of finished items (default: pressmark-journal.ndjson in the output folder, "
       "ROOT.journal.ndjson beside an archive)."},
      {"no-resume", '\0', "", flag, "", "Do items again that the journal says are done."},
      {"retry-failed", '\0', "", flag, "", "Do only the items that the journal says failed."},
      {"shard", '\0', "", value, "I/N",
       "Do the I-th of N parts of the items, chosen by their ids, with a journal of its own."},
      {"merge-journals", '\0', "", value, "FILE|-",
       "Only merge the journals that the operands name into FILE."},
      {"isolate", '\0', "", value, "process|thread",
       "Work in processes, of which a crash ends one and costs one item, or in threads (default, "
       "unless there is a limit of time or memory)."},
      {"time-limit", '\0', "", value, "SECONDS",
       "End an item that takes longer; works in processes."},
      {"memory-limit", '\0', "", value, "BYTES",
       "Data that one worker process may hold; an item that needs more fails."},
      {"progress", '\0', "", value, "auto|never|json",
       "A progress line on a terminal, none, or one JSON object a second on standard error."},
      {"fail-fast", '\0', "", flag, "", "Start no further item after the first failure."},
      {"max-failures", '\0', "", value, "N", "Start no further item after N failures."},
      {"timings", '\0', "", flag, "", "Add each item's milliseconds to its line."},
      {"max-input-bytes", '\0', "", value, "N", "Refuse a larger input (default: 134217728)."},
      {"config", '\0', "", value, "FILE", "Configuration file to use instead of pressmark.toml."},
      {"no-config", '\0', "", flag, "", "Read no configuration file."},
      {"quiet", 'q', "", flag, "", "No messages but errors."},
      {"verbose", 'v', "", flag, "", "Show notes too, and every warning."},
      {"help", 'h', "", flag, "", "Show this help."},
      {"version", '\0', "", flag, "", "Show the version."},
  };
  return rows;
}

const std::vector<std::string_view>& common_options() {
  static const std::vector<std::string_view> names = {"config", "no-config", "quiet", "verbose",
                                                      "help"};
  return names;
}

const std::vector<CommandRow>& command_rows() {
  using Operands = CommandRow::Operands;
  static const std::vector<CommandRow> rows = {
      {"archive",
       "Store one article in an archive",
       "IN",
       "The article: a file, '-' for standard input, or with --fetch an http or https address.",
       Operands::one,
       {"to", "id", "message", "from", "url", "encoding", "lang", "captured", "fetch",
        "allow-private", "option", "metadata", "set", "strict", "report", "max-input-bytes"},
       "Stores the source as received, TEI, EPUB, PDF and citation files as one version of an "
       "object in an OCFL 1.1 storage root. The same article with the same content is stored once; "
       "changed content makes the next version."},
      {"batch",
       "Convert many articles",
       "IN|DIR",
       "An article, a folder of articles, a WARC or ZIP file of them, or '-' for a list on "
       "standard "
       "input.",
       Operands::any,
       {"list",           "glob",      "recursive",    "null",
        "watch",          "to",        "to-format",    "name",
        "keep-dirs",      "force",     "archive",      "message",
        "jobs",           "isolate",   "time-limit",   "memory-limit",
        "journal",        "no-resume", "retry-failed", "shard",
        "merge-journals", "fail-fast", "max-failures", "timings",
        "progress",       "from",      "url",          "encoding",
        "lang",           "captured",  "fetch",        "allow-private",
        "option",         "metadata",  "set",          "strict",
        "max-input-bytes"},
       "Writes one JSON object a line to standard output for each item, in the order in which they "
       "are done. A failed item never stops the others. Items that the journal has with the same "
       "content and options are skipped."},
      {"check",
       "Check finished files against their standards",
       "FILE",
       "A file, or '-' for standard input: PDF or TEI.",
       Operands::any,
       {"json", "max-input-bytes"},
       "Checks PDF for the parts of PDF/A and PDF/UA that it claims, TEI for the grammar that "
       "Pressmark writes by. Prints one line for each finding: the file, the rule, the place and "
       "what is wrong. The exit code is 1 where there are findings."},
      {"cite",
       "Cite many articles",
       "IN",
       "An article, or a file of citation records (CSL-JSON, BibTeX, RIS, MODS, JSON-LD, YAML or "
       "TOML); '-' for standard input.",
       Operands::any,
       {"style",     "locale",   "format", "in-text",       "csl-folder",
        "to-format", "output",   "from",   "url",           "encoding",
        "lang",      "captured", "fetch",  "allow-private", "option",
        "metadata",  "set",      "strict", "no-clobber",    "max-input-bytes"},
       "With --style, writes the bibliography of all inputs. With --to-format, writes their "
       "records to one file (all citation formats but dc and cff), in their order, each with a "
       "key of its own."},
      {"convert",
       "Convert one article, or several into one book",
       "IN",
       "The article: a file, '-' for standard input, or with --fetch an http or https address.",
       Operands::any,
       {"to-format", "output", "from",          "url",        "encoding",       "lang",
        "captured",  "fetch",  "allow-private", "option",     "metadata",       "set",
        "from-dir",  "list",   "null",          "recursive",  "order",          "title",
        "strict",    "report", "force",         "no-clobber", "max-input-bytes"},
       "Writes the article in each format of --to-format. Several inputs, --from-dir or --list "
       "make one output of many articles, with contents of two levels. The file that --output "
       "names is replaced; file names that Pressmark makes itself (several formats, or --output "
       "DIR) are not, unless --force is given or the content is the same."},
      {"inspect",
       "Show how an article is understood",
       "IN",
       "The article: a file, '-' for standard input, or with --fetch an http or https address.",
       Operands::one,
       {"from", "url", "encoding", "lang", "captured", "fetch", "allow-private", "option",
        "metadata", "set", "max-input-bytes"},
       "Prints the source and its encoding; for a web page which parts were taken for the article, "
       "with the verdict on each block of text; the outline of the article with the lines of the "
       "source; and the citation record with where each value comes from and what was not taken."},
      {"meta",
       "Show the citation record of one article",
       "IN",
       "The article: a file, '-' for standard input, or with --fetch an http or https address.",
       Operands::one,
       {"explain", "to-format", "output", "from", "url", "encoding", "lang", "captured", "fetch",
        "allow-private", "option", "metadata", "set", "strict", "report", "force", "no-clobber",
        "max-input-bytes"},
       "Prints a table, or the format that --to-format names (csljson, bibtex, ris)."},
      {"opds",
       "Write a catalogue of a folder of books",
       "DIR",
       "The folder of EPUB files.",
       Operands::one,
       {"recursive", "title", "json", "strict", "report", "max-input-bytes"},
       "Reads the metadata of each book and writes DIR/catalog.atom, an OPDS 1.2 feed that reading "
       "programs browse (with --json DIR/catalog.json, OPDS 2.0), and the covers into "
       "DIR/catalog-covers. All addresses are relative. A book that cannot be read is a warning, "
       "and left out. Prints the path of the catalogue."},
      {"export",
       "Hand articles of an archive on to other systems",
       "ROOT [ID...]",
       "The archive's folder, then identifiers or addresses of articles (default: all).",
       Operands::any,
       {"to-format", "to", "pack", "at", "force", "base-url", "admin-email", "title"},
       "Writes each article below --to in the form that -t names: 'bag' (BagIt 1.0), 'saf' "
       "(DSpace's Simple Archive Format) or 'mets' (METS with MODS and PREMIS inside, beside the "
       "files), or with 'oai' one OAI-PMH static repository of all of them, repository.xml. Prints "
       "the path of each. Equal versions give equal octets."},
      {"import",
       "Take bags and earlier outputs into an archive",
       "ROOT BAG|DIR...",
       "The archive's folder, made if need be; then bags (folders, ZIP, tar or tar.gz files) and "
       "folders of outputs.",
       Operands::any,
       {"message", "recursive", "option", "max-input-bytes"},
       "A bag that 'pressmark export' made brings its version back: the same identifier, files and "
       "time; one that the archive has is not stored again. The articles in any other valid bag, "
       "and "
       "the documents in JSON or TEI of a folder, are archived as sources. A bag that is not valid "
       "is refused with the code of what is wrong."},
      {"find",
       "Find articles in an archive",
       "ROOT QUERY",
       "The archive's folder, then words to look for.",
       Operands::any,
       {"to-format", "limit"},
       "All words must be there; \"two words\" follow each other; word* is a beginning. title:, "
       "author:, publisher:, place: and agency: look there only; date:2020..2022-06 and lang:de "
       "narrow the list. --to-format is table, ndjson or csljson. The exit code is 1 where nothing "
       "was found."},
      {"list",
       "List the articles of an archive",
       "ROOT",
       "The archive's folder.",
       Operands::one,
       {"json"},
       "In the order of identifiers."},
      {"show",
       "Show the record and the files of an archived article",
       "ROOT ID",
       "The archive's folder, then the article's identifier or address.",
       Operands::any,
       {"at"},
       ""},
      {"versions",
       "List the versions of an archived article",
       "ROOT ID",
       "The archive's folder, then the article's identifier or address.",
       Operands::any,
       {"json"},
       ""},
      {"diff",
       "Show what changed in the text of an archived article",
       "ROOT ID [OLD [NEW]]",
       "The archive's folder, the article's identifier or address, and two versions.",
       Operands::any,
       {},
       "Without versions: the newest and the one before. The output has the form of diff -u, one "
       "line for each paragraph."},
      {"get",
       "Copy a file out of an archive",
       "ROOT ID PATH",
       "The archive's folder, the article's identifier or address, and the file: "
       "epub/article.epub.",
       Operands::any,
       {"at", "output"},
       "The digest of what is given was checked. 'pressmark show' lists the files."},
      {"formats",
       "List the formats that are read and written",
       "[NAME]",
       "A format whose options and diagnostics to list.",
       Operands::optional_one,
       {},
       ""},
      {"reindex",
       "Make the catalogue of an archive anew",
       "ROOT",
       "The archive's folder.",
       Operands::one,
       {},
       "Reads every article of the archive. The catalogue, ROOT.catalogue.sqlite beside the "
       "archive, is only a cache for 'find' and 'list'. The exit code is 1 where damaged articles "
       "are left out."},
      {"repair",
       "Bring a damaged archive back to order",
       "ROOT",
       "The archive's folder.",
       Operands::one,
       {"json"},
       "Brings back inventories, rolls complete versions forward, and moves what belongs nowhere "
       "to extensions/pressmark-quarantine, where log.ndjson tells each action. Nothing is "
       "deleted. The exit code is 1 where errors remain: content that is gone."},
      {"verify",
       "Check an archive or a bag",
       "ROOT|BAG",
       "The archive's folder, or a bag: a folder, or a ZIP, tar or tar.gz file.",
       Operands::one,
       {"jobs", "json"},
       "Checks OCFL's rules, all digests, and that no file is missing or too many. Prints one line "
       "for each finding, with its OCFL validation code. A bag is checked by the rules of BagIt "
       "1.0 "
       "(RFC 8493) and of the drafts before it. The exit code is 1 where there are errors."},
  };
  return rows;
}

}  // namespace pressmark::cli
