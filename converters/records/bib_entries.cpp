#include "converters/records/bib_entries.h"

#include <algorithm>
#include <array>
#include <optional>

#include "converters/records/records.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::records {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// BibTeX's name characters (bibtex.web, 7.4): all but white space and what divides.
bool is_name_character(char c) {
  return static_cast<unsigned char>(c) > 0x20 &&
         std::string_view("\"#%'(),={}").find(c) == std::string_view::npos;
}

class Parser {
 public:
  Parser(std::string_view text, Context& context) : text_(text), context_(context) {
    for (const char* month :
         {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}) {
      macros_[month] = month;
    }
  }

  Result<std::vector<BibEntry>> parse() {
    while (!too_large_) {
      at_ = text_.find('@', at_);
      if (at_ == std::string_view::npos) break;
      ++at_;
      entry();
    }
    if (too_large_) return grown_error();
    if (entries_.empty()) {
      return Error(ErrorKind::unrecognised, "this text has no BibTeX entry");
    }
    if (!inherit()) return grown_error();
    return std::move(entries_);
  }

 private:
  static Error grown_error() {
    return Error(ErrorKind::limit, "the macros of the BibTeX file make too much text",
                 "raise --max-input-bytes if the file is to be trusted");
  }

  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  bool take(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::string name() {
    skip_space();
    const std::size_t start = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    return ascii::to_lower(text_.substr(start, at_ - start));
  }

  void damaged(std::string_view what) { context_.diagnostics.report(damaged_entry, what); }

  void entry() {
    const std::string type = name();
    // "a@b.example" between entries, and @comment, which has no end of its own.
    if (type.empty() || type == "comment") return;
    char close = '}';
    if (!take('{')) {
      if (!take('(')) return;
      close = ')';
    }
    if (type == "string") return macro(close);
    if (type == "preamble") {
      (void)value();
      return;
    }
    BibEntry made;
    made.type = type;
    made.key = key(close);
    const bool whole = fields(made, close);
    if (!whole) damaged(made.key.empty() ? type : made.key);
    if (!made.fields.empty()) entries_.push_back(std::move(made));
  }

  void macro(char close) {
    const std::string macro_name = name();
    std::optional<std::string> content;
    if (take('=')) content = value();
    if (content && !macro_name.empty()) macros_[macro_name] = std::move(*content);
    if (!take(close)) damaged(macro_name);
  }

  std::string key(char close) {
    skip_space();
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != close && text_[at_] != '\n') {
      ++at_;
    }
    std::string_view found = text_.substr(start, at_ - start);
    while (!found.empty() && is_space(found.back())) found.remove_suffix(1);
    return std::string(found);
  }

  bool fields(BibEntry& made, char close) {
    for (;;) {
      if (take(close)) return true;
      if (!take(',')) return false;
      if (take(close)) return true;
      const std::string field_name = name();
      if (field_name.empty() || !take('=')) return false;
      std::optional<std::string> content = value();
      if (!content) return false;
      made.fields.try_emplace(field_name, std::move(*content));
    }
  }

  // Pieces joined by "#"; absent where there is none, or one has no end.
  std::optional<std::string> value() {
    std::string all;
    do {
      std::optional<std::string> next = piece();
      if (!next) return {};
      all += *next;
      if (all.size() > context_.limits.input_bytes) too_large_ = true;
      if (too_large_) return {};
    } while (take('#'));
    grow(all.size());
    return all;
  }

  std::optional<std::string> piece() {
    skip_space();
    if (at_ >= text_.size()) return {};
    if (text_[at_] == '{') return delimited('}');
    if (text_[at_] == '"') return delimited('"');
    const std::string word = name();
    if (word.empty()) return {};
    if (std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) return word;
    const auto found = macros_.find(word);
    if (found != macros_.end()) return found->second;
    damaged(word);
    return word;
  }

  // Braces inside must balance, whatever the delimiter; a backslash does not hide them (BibTeX).
  std::optional<std::string> delimited(char close) {
    const std::size_t start = ++at_;
    std::size_t open = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == close && open == 0) {
        ++at_;
        return std::string(text_.substr(start, at_ - 1 - start));
      }
      if (c == '{') ++open;
      if (c == '}') {
        if (open == 0) return {};
        --open;
      }
    }
    return {};
  }

  void grow(std::size_t octets) {
    made_ += octets;
    if (made_ > 2 * context_.limits.input_bytes) too_large_ = true;
  }

  // Whether what the references make stays within the limit.
  bool inherit() {
    std::map<std::string, std::size_t> by_key;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      by_key.try_emplace(ascii::to_lower(entries_[i].key), i);
    }
    const std::vector<BibEntry> own = entries_;
    for (BibEntry& child : entries_) {
      for (const bool crossref : {false, true}) {
        const std::string key = ascii::to_lower(child.field(crossref ? "crossref" : "xdata"));
        const auto parent = key.empty() ? by_key.end() : by_key.find(key);
        if (parent == by_key.end() || &entries_[parent->second] == &child) continue;
        take_fields(child, own[parent->second], crossref);
        if (too_large_) return false;
      }
    }
    std::erase_if(entries_, [](const BibEntry& made) { return made.type == "xdata"; });
    return true;
  }

  void take_fields(BibEntry& child, const BibEntry& parent, bool crossref) {
    constexpr std::array<std::string_view, 8> never = {
        "crossref", "xref", "xdata", "entryset", "ids", "shorttitle", "label", "sortkey"};
    const bool journal = child.type == "article";
    for (const auto& [field, content] : parent.fields) {
      if (std::ranges::find(never, field) != never.end()) continue;
      std::string target = field;
      // biblatex, appendix B: a container's title is not its part's.
      if (crossref && field == "title") target = journal ? "journaltitle" : "booktitle";
      if (crossref && field == "subtitle") target = journal ? "journalsubtitle" : "booksubtitle";
      if (crossref && field == "author") target = parent.type == "book" ? "bookauthor" : field;
      if (crossref && (field == "doi" || field == "url")) continue;
      if (child.fields.try_emplace(target, content).second) grow(content.size());
      if (too_large_) return;
    }
  }

  std::string_view text_;
  Context& context_;
  std::size_t at_ = 0;
  std::map<std::string, std::string> macros_;
  std::vector<BibEntry> entries_;
  std::size_t made_ = 0;  // octets of all values
  bool too_large_ = false;
};

}  // namespace

const std::string& BibEntry::field(std::string_view name) const {
  static const std::string none;
  const auto found = fields.find(name);
  return found == fields.end() ? none : found->second;
}

Result<std::vector<BibEntry>> read_bib_entries(std::string_view text, Context& context) {
  if (text.size() > context.limits.input_bytes) {
    return Error(ErrorKind::limit, "the BibTeX file is too large",
                 "raise --max-input-bytes if it is to be read");
  }
  const std::string clean = utf8::to_text(text);
  return Parser(clean, context).parse();
}

}  // namespace pressmark::records
