#include "converters/importers/markdown/import_markdown.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "converters/common/encoding.h"
#include "converters/common/name_division.h"
#include "converters/importers/markdown/front_forms.h"
#include "converters/importers/markdown/stray_notes.h"
#include "converters/importers/markdown/to_html.h"
#include "core/model/validate.h"
#include "core/model/walk.h"

namespace pressmark::markdown {

const DiagnosticCode front_matter_as_text{
    "markdown.front-matter-as-text", Severity::warning,
    "The block between marks at the start is no record that can be read, and stays text"};
const DiagnosticCode front_matter_mended{
    "markdown.front-matter-mended", Severity::note,
    "Values of the block at the start are no YAML as they stand, and were read as text"};
const DiagnosticCode note_without_mark{
    "markdown.note-without-mark", Severity::note,
    "Nothing in the text refers to a footnote, which stays text"};
const DiagnosticCode encoding_guessed{"markdown.encoding-guessed", Severity::note,
                                      "The source does not say its encoding, it was guessed"};
const DiagnosticCode octets_replaced{
    "markdown.octets-replaced", Severity::warning,
    "Octets that are ill-formed in the encoding became U+FFFD, as many as"};

namespace {

// Marks of containers in one line, or of links and styles in one paragraph, which the parser
// follows one inside of the other.
constexpr std::size_t deepest = 500;

Evidence evidence(std::string_view source) {
  return Evidence{.source = std::string(source), .confidence = 1.0};
}

// Whether a line nests quotations and lists deeper than any text does.
bool is_too_deep(std::string_view text) {
  std::size_t marks = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool bullet = (c == '-' || c == '+' || c == '*') && i + 1 < text.size() &&
                        (text[i + 1] == ' ' || text[i + 1] == '\t');
    if (c == '>' || bullet) {
      if (++marks > deepest) return true;
    } else if (c != ' ' && c != '\t') {
      marks = 0;
    }
  }
  return false;
}

bool has_word(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80);
  });
}

// The words of a name.
std::vector<std::string_view> words_between_spaces(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// The names between words for "and", where each side is a name of two words or more.
std::vector<std::string_view> names_in(std::string_view text) {
  for (const std::string_view word : {" and ", " & ", " und ", " et ", " и ", " och ", " og "}) {
    const std::size_t at = text.find(word);
    if (at == text.npos) continue;
    const std::string_view left = text.substr(0, at);
    const std::string_view right = text.substr(at + word.size());
    if (words_between_spaces(left).size() < 2 || words_between_spaces(right).size() < 2) break;
    return {left, right};
  }
  return {text};
}

class Import {
 public:
  Import(const Source& source, const Readers& readers, Context& context)
      : source_(source), readers_(readers), context_(context) {}

  Result<Document> run(const DecodedText& decoded) {
    std::string text = decoded.text;
    Metadata record = take_record(text);
    text = keep_stray_notes(text, context_.diagnostics);
    Result<Document> document = readers_.html(source_, to_html(text), context_);
    if (!document) return document;
    document->provenance.media_type = "text/markdown";
    document->provenance.importer = "markdown";
    document->provenance.encoding = decoded.encoding;
    document->metadata = std::move(record);
    fill_front(*document);
    fill_language(*document);
    return document;
  }

 private:
  // The record at the start; in its place come as many blank lines, so that lines keep their
  // numbers.
  Metadata take_record(std::string& text) {
    auto found = readers_.front_record(text, context_);
    auto form = !found ? mend_yaml(text) : !*found ? find_front_form(text) : std::nullopt;
    if (form) {
      auto again = readers_.front_record(form->yaml, context_);
      if (again && *again) {
        if (!found) context_.diagnostics.report(front_matter_mended, Location{1, 1}, source_.name);
        (*again)->octets = form->octets;
        found = std::move(again);
      }
    }
    if (!found) {
      context_.diagnostics.report(front_matter_as_text, Location{1, 1}, found.error().message());
      return {};
    }
    if (!*found) return {};
    FrontRecord& front = **found;
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(front.octets);
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
    text.replace(0, front.octets, lines, '\n');
    return std::move(front.record);
  }

  // "Ada Example and Ben Sample" in one value, and names as wikis link them: "[[Ada Example]]".
  static void divide_authors(Metadata& record) {
    std::vector<Contributor> all;
    for (Contributor& contributor : record.contributors) {
      const std::string whole = display_name(contributor.name);
      std::string_view rest = whole;
      while (rest.starts_with("[[") && rest.ends_with("]]")) rest = rest.substr(2, rest.size() - 4);
      const std::vector<std::string_view> names = names_in(rest);
      if (names.size() < 2 && rest.size() == whole.size()) {
        all.push_back(std::move(contributor));
        continue;
      }
      for (const std::string_view name : names) {
        Contributor one = contributor;
        one.name = divide_name(words_between_spaces(name), record.text(Variable::language));
        all.push_back(std::move(one));
      }
    }
    record.contributors = std::move(all);
  }

  static void fill_front(Document& document) {
    Metadata& record = document.metadata;
    divide_authors(record);
    FrontMatter& front = document.front;
    for (const Variable variable : {Variable::title, Variable::subtitle}) {
      const auto* written = record.find(variable);
      if (written == nullptr) continue;
      Evidence because = written->evidence;
      const std::string words = words_of_line(written->value);
      if (words == written->value) continue;
      because.raw = written->value;
      record.set(variable, words, std::move(because));
    }
    if (!front.headline.empty()) {
      record.offer(Variable::title, text_of(front.headline), evidence("markdown:heading"));
    } else if (!record.text(Variable::title).empty()) {
      front.headline = {text(std::string(record.text(Variable::title)))};
    }
    if (!record.text(Variable::subtitle).empty()) {
      front.deck = {text(std::string(record.text(Variable::subtitle)))};
    }
  }

  void fill_language(Document& document) const {
    Metadata& record = document.metadata;
    if (!source_.language.empty()) {
      record.set(Variable::language, source_.language, evidence("caller"));
    }
    const std::string tag(record.text(Variable::language));
    if (!is_language_tag(tag)) return;
    document.language = tag;
  }

  const Source& source_;
  const Readers& readers_;
  Context& context_;
};

}  // namespace

Result<Document> import_markdown(const Source& source, const Readers& readers, Context& context) {
  if (const auto what = looks_binary(source.bytes); what && source.encoding.empty()) {
    return Error(ErrorKind::unrecognised,
                 "'" + source.name + "' is no text but looks like " + *what,
                 "name its format with --from, or its encoding with --encoding if it is text");
  }
  if (!source.encoding.empty() && !canonical_encoding(source.encoding)) {
    return Error(ErrorKind::usage, "unknown character encoding '" + source.encoding + "'",
                 "use a name such as utf-8, windows-1251, shift_jis or gb18030");
  }
  const DecodedText decoded = decode_text(source.bytes, source.encoding, "");
  if (decoded.evidence == EncodingEvidence::detection ||
      decoded.evidence == EncodingEvidence::fallback) {
    context.diagnostics.report(encoding_guessed, decoded.encoding);
  }
  if (decoded.replaced > 0) {
    context.diagnostics.report(octets_replaced, std::to_string(decoded.replaced));
  }
  if (!has_word(decoded.text)) {
    return Error(ErrorKind::no_article, "there is no text in '" + source.name + "'",
                 "see whether the file was saved to its end");
  }
  if (is_too_deep(decoded.text)) {
    return Error(ErrorKind::limit,
                 "'" + source.name + "' nests quotations or lists more than " +
                     std::to_string(deepest) + " deep",
                 "read it as text with -f text");
  }
  return Import(source, readers, context).run(decoded);
}

Format reader(Readers readers) {
  Format row;
  row.name = "markdown";
  row.title = "Markdown (CommonMark, pipe tables, footnotes)";
  row.media_type = "text/markdown";
  row.extensions = {"md", "markdown"};
  row.read = [readers = std::move(readers)](const Source& source, const OptionValues&,
                                            Context& context) {
    return import_markdown(source, readers, context);
  };
  row.codes = {&front_matter_as_text, &front_matter_mended, &note_without_mark, &encoding_guessed,
               &octets_replaced};
  return row;
}

}  // namespace pressmark::markdown
