#include "converters/importers/html/markup_guard.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "converters/importers/html/words.h"
#include "core/base/ascii.h"

namespace pressmark::html {
namespace {

// Names are compared by hash only: a collision costs a little precision of the estimate.
using NameHash = std::uint32_t;

constexpr NameHash hash_of(std::string_view name) {
  NameHash hash = 2166136261U;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(ascii::to_lower(c))) * 16777619U;
  }
  return hash;
}

template <std::size_t N>
constexpr std::array<NameHash, N> sorted_hashes(const std::string_view (&names)[N]) {
  std::array<NameHash, N> hashes{};
  for (std::size_t i = 0; i < N; ++i) hashes[i] = hash_of(names[i]);
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

template <std::size_t N>
bool is_among(const std::array<NameHash, N>& hashes, NameHash name) {
  return std::binary_search(hashes.begin(), hashes.end(), name);
}

// Elements without content (WHATWG HTML, 13.1.2) and those that the tree builder drops or merges.
constexpr auto void_elements =
    sorted_hashes({"area",    "base",  "br",     "col",    "embed", "hr",  "img",   "input",
                   "link",    "meta",  "param",  "source", "track", "wbr", "image", "basefont",
                   "bgsound", "frame", "keygen", "html",   "head",  "body"});
// Elements whose end is implied: they never nest without another element between them, unless
// they stand in SVG or MathML.
constexpr auto implied_end_elements =
    sorted_hashes({"p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody",
                   "tfoot", "caption", "colgroup", "rp", "rt", "rb", "rtc"});
constexpr auto raw_text_elements =
    sorted_hashes({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"});
constexpr auto formatting_elements =
    sorted_hashes({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike",
                   "strong", "tt", "u"});
constexpr auto cell_elements = sorted_hashes({"td", "th", "caption"});
constexpr NameHash frame_name = hash_of("iframe");
constexpr std::string_view stand_in_for_frame = "embed";
constexpr NameHash table_name = hash_of("table");
constexpr NameHash svg_name = hash_of("svg");
constexpr NameHash math_name = hash_of("math");
constexpr NameHash body_name = hash_of("body");
constexpr NameHash html_name = hash_of("html");

// How far back an end tag looks for its start tag.
constexpr std::size_t most_steps_back = 300;
// The tree builder merges the attributes of each further html and body tag into the first one.
constexpr int most_root_tags = 20;

// Whether a page says at its beginning that it is XHTML: then "<script src="a.js"/>" is whole, as
// no author would have published a page that shows nothing.
bool is_written_as_xml(std::string_view text) {
  constexpr std::size_t beginning = 600;
  const std::string_view head = text.substr(0, beginning);
  return head.find("<?xml") != std::string_view::npos ||
         head.find("//DTD XHTML") != std::string_view::npos ||
         head.find("http://www.w3.org/1999/xhtml") != std::string_view::npos;
}

class MarkupScan {
 public:
  MarkupScan(std::string_view text, const MarkupBounds& bounds)
      : text_(text), bounds_(bounds), xml_(is_written_as_xml(text)) {}

  Result<GuardedMarkup> run() {
    while (at_ < text_.size()) {
      const std::size_t open = text_.find('<', at_);
      if (open == std::string_view::npos || open + 1 >= text_.size()) break;
      at_ = open;
      markup();
      if (cost_ > bounds_.elements) {
        return Error(ErrorKind::limit,
                     "the page has more than " + std::to_string(bounds_.elements) + " elements",
                     "split it, or remove what is no part of the article");
      }
    }
    return std::move(result_);
  }

 private:
  struct Open {
    NameHash name;
    bool blanked;
  };

  char character(std::size_t position) const {
    return position < text_.size() ? text_[position] : '\0';
  }

  void markup() {
    const char next = text_[at_ + 1];
    if (is_letter(next)) {
      start_tag();
    } else if (next == '/' && is_letter(character(at_ + 2))) {
      end_tag();
    } else if (text_.substr(at_, 4) == "<!--") {
      const std::size_t end = text_.find("-->", at_ + 4);
      at_ = end == std::string_view::npos ? text_.size() : end + 3;
      ++cost_;
    } else if (next == '!' || next == '?' || next == '/') {
      const std::size_t end = text_.find('>', at_ + 1);
      at_ = end == std::string_view::npos ? text_.size() : end + 1;
      ++cost_;
    } else {
      at_ += 1;
    }
  }

  std::size_t name_end(std::size_t from) const {
    while (from < text_.size() && !is_space(text_[from]) && text_[from] != '/' &&
           text_[from] != '>') {
      ++from;
    }
    return from;
  }

  // Reads attributes from `from` to the tag's end as the tokenizer does (13.2.5.32 to 13.2.5.40);
  // blanks those beyond the bound. Returns the position behind '>'.
  std::size_t attributes(std::size_t from) {
    int count = 0;
    std::size_t i = from;
    while (i < text_.size() && text_[i] != '>') {
      if (is_space(text_[i]) || text_[i] == '/') {
        ++i;
        continue;
      }
      const std::size_t start = i;
      i = attribute_end(i);
      if (++count > bounds_.attributes) {
        blank(start, i);
        ++result_.blanked_attributes;
      }
    }
    return std::min(i + 1, text_.size());
  }

  std::size_t attribute_end(std::size_t i) const {
    ++i;  // an '=' at the beginning is part of the name
    while (i < text_.size() && !is_space(text_[i]) && text_[i] != '/' && text_[i] != '>' &&
           text_[i] != '=') {
      ++i;
    }
    std::size_t value = i;
    while (is_space(character(value))) ++value;
    if (character(value) != '=') return i;
    ++value;
    while (is_space(character(value))) ++value;
    const char quote = character(value);
    if (quote == '"' || quote == '\'') {
      const std::size_t end = text_.find(quote, value + 1);
      return end == std::string_view::npos ? text_.size() : end + 1;
    }
    while (value < text_.size() && !is_space(text_[value]) && text_[value] != '>') ++value;
    return value;
  }

  void start_tag() {
    const std::size_t start = at_;
    const std::size_t end_of_name = name_end(at_ + 1);
    const NameHash name = hash_of(text_.substr(start + 1, end_of_name - start - 1));
    at_ = attributes(end_of_name);
    cost_ += 1 + active_.size();
    if (name == body_name || name == html_name) {
      if (++root_tags_ > most_root_tags) blank(start, at_);
      return;
    }
    if (is_among(void_elements, name)) return;
    if (is_among(raw_text_elements, name) && foreign_ == 0) {
      if (xml_ && text_[at_ - 1] == '>' && text_[at_ - 2] == '/') {
        close_raw_text(name, start, end_of_name);
        return;
      }
      skip_raw_text(text_.substr(start + 1, end_of_name - start - 1));
      return;
    }
    // Only in SVG and MathML an element can close itself.
    if (foreign_ > 0 && at_ >= 2 && text_[at_ - 2] == '/') return;
    if (is_among(cell_elements, name)) start_cell();
    if (is_among(implied_end_elements, name) && foreign_ == 0) return;
    bool blanked = static_cast<int>(open_.size()) >= bounds_.depth;
    if (is_among(formatting_elements, name)) blanked = !start_formatting(name, start) || blanked;
    if (name == table_name) active_.push_back({table_name, 0});
    if (name == svg_name || name == math_name) ++foreign_;
    if (blanked) {
      blank(start, at_);
      ++result_.blanked_tags;
    }
    open_.push_back({name, blanked});
  }

  void end_tag() {
    const std::size_t start = at_;
    const std::size_t end_of_name = name_end(at_ + 2);
    const NameHash name = hash_of(text_.substr(start + 2, end_of_name - start - 2));
    at_ = attributes(end_of_name);
    ++cost_;
    if (is_among(formatting_elements, name)) end_formatting(name);
    if (name == table_name) end_table();
    const std::size_t least =
        open_.size() > most_steps_back ? open_.size() - most_steps_back : std::size_t{0};
    for (std::size_t i = open_.size(); i > least; --i) {
      if (open_[i - 1].name != name) continue;
      if (open_[i - 1].blanked) blank(start, at_);
      while (open_.size() >= i) close_last();
      return;
    }
    // An end tag that looks beyond blanked ones for an element would close the wrong one.
    if (!open_.empty() && open_.back().blanked) blank(start, at_);
  }

  void close_last() {
    if (open_.back().name == svg_name || open_.back().name == math_name) {
      foreign_ = std::max(0, foreign_ - 1);
    }
    open_.pop_back();
  }

  // The list of active formatting elements, with a table as the place that cells clear it to.
  struct Active {
    NameHash name;
    NameHash tag;  // with its attributes
  };

  // Whether the element may stay.
  bool start_formatting(NameHash name, std::size_t start) {
    const NameHash tag = hash_of(text_.substr(start, at_ - start));
    // "Noah's Ark clause" (13.2.4.3): at most three equal ones.
    const auto equal = std::count_if(active_.begin(), active_.end(),
                                     [&](const Active& entry) { return entry.tag == tag; });
    if (equal >= 3) return true;
    if (static_cast<int>(active_.size()) >= bounds_.formatting) return false;
    active_.push_back({name, tag});
    return true;
  }
  void end_formatting(NameHash name) {
    for (std::size_t i = active_.size(); i > 0; --i) {
      if (active_[i - 1].name != name) continue;
      active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(i) - 1);
      return;
    }
  }
  void start_cell() {
    for (std::size_t i = active_.size(); i > 0; --i) {
      if (active_[i - 1].name != table_name) continue;
      active_.resize(i);
      return;
    }
  }
  void end_table() {
    for (std::size_t i = active_.size(); i > 0; --i) {
      if (active_[i - 1].name != table_name) continue;
      active_.resize(i - 1);
      return;
    }
  }

  // A raw text element that is whole: nothing is lost of it but the address of a script. A frame's
  // address leads to what it shows, so it becomes an element without content of a name that takes
  // no more room; TreeCopy gives it its own back.
  void close_raw_text(NameHash name, std::size_t start, std::size_t end_of_name) {
    if (name == frame_name) {
      if (result_.text.empty()) result_.text = text_;
      std::copy(stand_in_for_frame.begin(), stand_in_for_frame.end(),
                result_.text.begin() + static_cast<std::ptrdiff_t>(start) + 1);
      for (std::size_t i = start + 1 + stand_in_for_frame.size(); i < end_of_name; ++i)
        result_.text[i] = ' ';
      return;
    }
    blank(start, at_);
    ++result_.blanked_empty;
  }

  // To the end tag of a raw text element; to the end of the text where there is none.
  void skip_raw_text(std::string_view name) {
    for (std::size_t i = text_.find("</", at_); i != std::string_view::npos;
         i = text_.find("</", i + 2)) {
      const char after = character(i + 2 + name.size());
      if (equals_ignoring_case(text_.substr(i + 2, name.size()), name) &&
          (is_space(after) || after == '>' || after == '/')) {
        at_ = i;
        return;
      }
    }
    at_ = text_.size();
  }

  void blank(std::size_t from, std::size_t to) {
    if (result_.text.empty()) result_.text = text_;
    for (std::size_t i = from; i < to; ++i) {
      if (result_.text[i] != '\n') result_.text[i] = ' ';
    }
  }

  std::string_view text_;
  const MarkupBounds& bounds_;
  const bool xml_;  // an empty raw text element ends where it begins
  GuardedMarkup result_;
  std::size_t at_ = 0;
  std::size_t cost_ = 0;
  int foreign_ = 0;
  int root_tags_ = 0;
  std::vector<Open> open_;
  std::vector<Active> active_;
};

}  // namespace

Result<GuardedMarkup> guard_markup(std::string_view text, const MarkupBounds& bounds) {
  return MarkupScan(text, bounds).run();
}

}  // namespace pressmark::html
