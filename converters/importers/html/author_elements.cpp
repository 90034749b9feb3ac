#include "converters/importers/html/author_elements.h"

#include <algorithm>
#include <array>

#include "converters/common/byline_words.h"
#include "converters/importers/html/plain_text.h"
#include "converters/importers/html/text_measure.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

constexpr std::size_t longest_attribute = 300;
constexpr std::size_t longest_line = 200;
constexpr int most_nodes = 300;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// The words of one class name: "td-postAuthor_name" has "td", "post", "author" and "name".
std::vector<std::string> words_of_class(std::string_view token) {
  std::vector<std::string> words;
  std::string word;
  char before = ' ';
  for (const char c : token) {
    const bool begins = is_upper(c) && is_lower(before);
    const bool belongs = is_upper(c) || is_lower(c);
    if ((begins || !belongs) && !word.empty()) words.push_back(std::exchange(word, {}));
    if (belongs) word += is_upper(c) ? static_cast<char>(c + 32) : c;
    before = c;
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

template <std::size_t size>
bool lists(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Words for authors in the languages of class names; English prevails on pages of all languages.
bool names_author(std::string_view word) {
  constexpr std::array<std::string_view, 22> words = {
      "autor",       "autora",    "autore",   "autoren", "autorin",    "auteur",
      "auteurs",     "autores",   "autori",   "writer",  "writers",    "verfasser",
      "redakteur",   "columnist", "reporter", "yazar",   "journalist", "penulis",
      "kirjoittaja", "forfatter", "skribent", "avtor"};
  if (lists(words, word)) return true;
  return word.starts_with("author") || word.ends_with("author") || word.ends_with("authors") ||
         word.starts_with("byline") || word.ends_with("byline") || word == "contributor" ||
         word == "contributors";
}

// Words that say that an element beside an author holds something else than the name.
bool names_other(std::string_view word) {
  constexpr std::array<std::string_view, 52> words = {"comment",
                                                      "comments",
                                                      "commentauthor",
                                                      "bio",
                                                      "biography",
                                                      "description",
                                                      "desc",
                                                      "related",
                                                      "posts",
                                                      "avatar",
                                                      "image",
                                                      "img",
                                                      "photo",
                                                      "picture",
                                                      "thumb",
                                                      "thumbnail",
                                                      "social",
                                                      "links",
                                                      "follow",
                                                      "count",
                                                      "date",
                                                      "time",
                                                      "job",
                                                      "role",
                                                      "position",
                                                      "location",
                                                      "email",
                                                      "twitter",
                                                      "icon",
                                                      "separator",
                                                      "label",
                                                      "prefix",
                                                      "excerpt",
                                                      "text",
                                                      "topics",
                                                      "more",
                                                      "articles",
                                                      "recent",
                                                      "popular",
                                                      "authorbio",
                                                      "authordescription",
                                                      "authordesc",
                                                      "jobtitle",
                                                      "website",
                                                      "designation",
                                                      "company",
                                                      "facebook",
                                                      "linkedin",
                                                      "instagram",
                                                      "caption",
                                                      "credit",
                                                      "share"};
  return lists(words, word);
}

bool names_name(std::string_view word) {
  return word == "name" || word == "fullname" || word == "fn" || word == "authorname" ||
         word == "link" || word == "authorlink" || word == "url" || word == "anchor";
}

AuthorMark mark_of_token(std::string_view token) {
  const auto words = words_of_class(token);
  const auto any = [&](bool (*names)(std::string_view)) {
    return std::ranges::any_of(words, [&](const std::string& word) { return names(word); });
  };
  if (!any(names_author) || any(names_other)) return AuthorMark::none;
  return any(names_name) ? AuthorMark::name : AuthorMark::byline;
}

// Whether the text goes on over the border of an element of this name.
bool is_phrasing(const Node& node) {
  constexpr std::array<std::string_view, 22> names = {
      "a",   "abbr", "b",    "bdi", "bdo", "big",   "cite", "data",   "em",  "font", "i",
      "img", "mark", "nobr", "q",   "s",   "small", "span", "strong", "sub", "sup",  "u"};
  return lists(names, node.name);
}

bool is_unread(const Node& node) {
  if (node.type == NodeType::comment || node.space != Namespace::html) return true;
  constexpr std::array<std::string_view, 9> names = {
      "script", "style", "template", "noscript", "button", "select", "svg", "iframe", "form"};
  return node.type == NodeType::element && lists(names, node.name);
}

class LineReader {
 public:
  explicit LineReader(std::size_t most) : most_(most) {}

  void visit(const Node& node) {
    if (lines_.size() >= most_ || ++visited_ > most_nodes || is_unread(node)) return;
    if (node.type == NodeType::text) {
      add(node.text);
      return;
    }
    const bool apart = node.type == NodeType::element && !is_phrasing(node);
    if (apart) end_line();
    border_ = true;
    // Two links side by side are two names.
    const bool follows_link = node.is("a") && node.previous != nullptr && node.previous->is("a");
    if (follows_link) end_line();
    for (const Node* child = node.first_child; child != nullptr; child = child->next) visit(*child);
    border_ = true;
    if (apart) end_line();
  }

  std::vector<std::string> finish() {
    end_line();
    return std::move(lines_);
  }

 private:
  void add(std::string_view text) {
    if (text.empty()) return;
    const auto is_word = [](char c) {
      return is_upper(c) || is_lower(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
    };
    if (border_ && !line_.empty() && is_word(line_.back()) && is_word(text.front())) line_ += ' ';
    border_ = false;
    if (line_.size() <= longest_line) line_ += utf8::prefix(text, 2 * longest_line);
  }

  void end_line() {
    const std::string line = plain_text(line_);
    line_.clear();
    if (line.size() > longest_line || lines_.size() >= most_) return;
    // A mark alone is no line: "-", "|".
    const bool says_something = std::ranges::any_of(line, [](char c) {
      return is_upper(c) || is_lower(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
    });
    if (says_something) lines_.push_back(line);
  }

  std::size_t most_;
  int visited_ = 0;
  bool border_ = false;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

AuthorMark author_mark(const Node& node) {
  AuthorMark mark = AuthorMark::none;
  for (const std::string_view attribute : {"class", "id", "data-testid", "data-component"}) {
    const std::string_view value = node.attribute(attribute).substr(0, longest_attribute);
    for (std::size_t i = 0; i < value.size() && mark != AuthorMark::name;) {
      const std::size_t end = std::min(value.find_first_of(" \n\t", i), value.size());
      const AuthorMark found = mark_of_token(value.substr(i, end - i));
      if (found != AuthorMark::none) mark = found;
      i = end + 1;
    }
  }
  return mark;
}

bool is_author_address(std::string_view address) {
  constexpr std::array<std::string_view, 34> folders = {
      "author",      "authors",      "autor",          "autora",  "autoren",    "autores",
      "autore",      "autori",       "auteur",         "auteurs", "by",         "byline",
      "profile",     "profiles",     "people",         "person",  "persons",    "staff",
      "contributor", "contributors", "writer",         "writers", "journalist", "journalists",
      "reporter",    "reporters",    "correspondents", "team",    "columnist",  "columnists",
      "blogger",     "instructor",   "user",           "users"};
  const std::string folded = fold_text(address.substr(0, address.find_first_of("#")));
  for (const std::string_view query : {"?author=", "&author=", "_author="}) {
    if (folded.find(query) != std::string::npos) return true;
  }
  const std::string path = folded.substr(0, folded.find('?'));
  std::size_t i = path.find("://");
  i = i == std::string::npos ? 0 : path.find('/', i + 3);
  while (i != std::string::npos && i < path.size()) {
    const std::size_t end = path.find('/', i + 1);
    if (end == std::string::npos) break;
    const std::string_view folder = std::string_view(path).substr(i + 1, end - i - 1);
    const bool listed = lists(folders, folder) || folder.ends_with("-authors") ||
                        folder.ends_with("-author") || folder.ends_with("-autoren");
    if (listed && end + 1 < path.size()) return true;
    i = end;
  }
  return false;
}

bool is_author_label(std::string_view line) {
  std::string folded = fold_text(line);
  while (folded.ends_with(':') || folded.ends_with(' ')) folded.pop_back();
  if (folded.ends_with("\uFF1A")) folded.resize(folded.size() - 3);
  return byline_openers().contains(folded);
}

std::vector<std::string> visible_lines(const Node& node, std::size_t most) {
  LineReader reader(most);
  reader.visit(node);
  return reader.finish();
}

}  // namespace pressmark::html
