#include "converters/exporters/epub/kobo.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <vector>

namespace pressmark::epub {
namespace {

// Elements inside of which a paragraph goes on; every other one ends it.
constexpr std::array<std::string_view, 24> inline_elements = {
    "a",   "abbr", "b", "bdi",  "bdo",   "br",   "cite",   "code", "del", "em",   "i", "img",
    "ins", "mark", "q", "ruby", "small", "span", "strong", "sub",  "sup", "time", "u", "wbr"};

// Elements that are copied with all they hold: inside of a paragraph, and between paragraphs.
constexpr std::array<std::string_view, 3> kept_inline = {"math", "rt", "rp"};
constexpr std::array<std::string_view, 4> kept_blocks = {"head", "pre", "script", "style"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// "p" of "<p class='x'>" and of "</p>".
std::string_view name_of_tag(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return tag.substr(0, tag.find_first_of(" \t\n/>"));
}

// A formula that is shown as text ("formula" or "formula display"): it holds no elements.
bool is_formula(std::string_view tag) {
  return tag.find(" class=\"formula\"") != std::string_view::npos ||
         tag.find(" class=\"formula ") != std::string_view::npos;
}

// Text as XmlWriter escapes it, which is the only one to have written it.
struct Escape {
  std::string_view written;
  char character;
};
constexpr std::array<Escape, 3> escapes = {Escape{"&amp;", '&'}, Escape{"&lt;", '<'},
                                           Escape{"&gt;", '>'}};

// One step through escaped text: a character's octets as they are written, and what they say.
std::string_view next_character(std::string_view escaped, std::string& text) {
  for (const Escape& escape : escapes) {
    if (escaped.starts_with(escape.written)) {
      text += escape.character;
      return escaped.substr(0, escape.written.size());
    }
  }
  text += escaped[0];
  return escaped.substr(0, 1);
}

bool is_white(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class SentenceBreaks {
 public:
  explicit SentenceBreaks(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(language, status);
    status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createSentenceInstance(locale, status));
  }

  // Where sentences end in UTF-8 text, the end of the text last.
  std::vector<std::size_t> in(const std::string& text) {
    std::vector<std::size_t> ends;
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (iterator_ != nullptr && U_SUCCESS(status)) {
      iterator_->setText(&view, status);
      iterator_->first();
      for (int end = iterator_->next(); end != icu::BreakIterator::DONE; end = iterator_->next()) {
        ends.push_back(static_cast<std::size_t>(end));
      }
    }
    utext_close(&view);
    if (ends.empty() || ends.back() != text.size()) ends.push_back(text.size());
    return ends;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

// The greatest P of the ids kobo.P.S that a document has already; 0: none.
int last_own_paragraph(std::string_view document) {
  constexpr std::string_view beginning = "id=\"kobo.";
  int last = 0;
  for (std::size_t at = document.find(beginning); at != std::string_view::npos;
       at = document.find(beginning, at + 1)) {
    int number = 0;
    const char* digits = document.data() + at + beginning.size();
    std::from_chars(digits, document.data() + document.size(), number);
    // One that is out of range of all ids that we make does not matter.
    if (number < 1'000'000'000) last = std::max(last, number);
  }
  return last;
}

class KoboWriter {
 public:
  KoboWriter(std::string_view document, const std::string& language)
      : rest_(document), document_(document), breaks_(language) {
    paragraph_ = last_own_paragraph(document);
    out_.reserve(document.size() * 2);
  }

  Bytes write() {
    while (!rest_.empty()) {
      if (rest_[0] != '<') {
        pieces_.push_back({Piece::text, take(rest_.find('<'))});
      } else {
        tag(take(rest_.find('>') + 1));
      }
    }
    end_paragraph();
    return std::move(out_);
  }

 private:
  struct Piece {
    enum Kind { text, markup, line_break, image } kind;
    std::string_view octets;
  };

  std::string_view take(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  void tag(std::string_view tag) {
    const std::string_view name = name_of_tag(tag);
    const bool opens = tag[1] != '/' && !tag.ends_with("/>");
    const bool block = is_one_of(kept_blocks, name);
    if (opens && (block || is_one_of(kept_inline, name) || is_formula(tag))) {
      const std::string end = "</" + std::string(name) + ">";
      const std::size_t size = rest_.find(end);
      const std::string_view content =
          take(size == std::string_view::npos ? size : size + end.size());
      const std::string_view whole(tag.data(), tag.size() + content.size());
      if (block) end_paragraph();
      pieces_.push_back({Piece::markup, whole});
      return;
    }
    if (is_one_of(inline_elements, name)) {
      pieces_.push_back({name == "br"    ? Piece::line_break
                         : name == "img" ? Piece::image
                                         : Piece::markup,
                         tag});
      return;
    }
    end_paragraph();
    if (name == "body" && !opens) out_ += "</div></div>";
    out_ += tag;
    if (name == "body" && opens) {
      wrapper("book-columns");
      wrapper("book-inner");
    }
  }

  void wrapper(const std::string& id) {
    const std::string attribute = " id=\"" + id + "\"";
    const bool is_used = document_.find(attribute) != std::string_view::npos;
    out_ += "<div" + (is_used ? std::string{} : attribute) + ">";
  }

  void end_paragraph() {
    const bool says_something = std::ranges::any_of(pieces_, [](const Piece& piece) {
      return piece.kind == Piece::image || (piece.kind == Piece::text && !is_white(piece.octets));
    });
    if (says_something) {
      write_paragraph();
    } else {
      for (const Piece& piece : pieces_) out_ += piece.octets;
    }
    pieces_.clear();
  }

  void write_paragraph() {
    ++paragraph_;
    span_ = 0;
    std::string text;
    for (const Piece& piece : pieces_) {
      if (piece.kind == Piece::line_break) text += '\n';
      if (piece.kind != Piece::text) continue;
      for (std::string_view left = piece.octets; !left.empty();) {
        left.remove_prefix(next_character(left, text).size());
      }
    }
    ends_ = breaks_.in(text);
    next_end_ = 0;
    place_ = 0;
    for (const Piece& piece : pieces_) {
      if (piece.kind == Piece::text) {
        sentences(piece.octets);
      } else if (piece.kind == Piece::image) {
        span(piece.octets);
      } else {
        if (piece.kind == Piece::line_break) ++place_;
        out_ += piece.octets;
      }
    }
  }

  // Writes text, divided where sentences end.
  void sentences(std::string_view escaped) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < escaped.size();) {
      std::string character;
      at += next_character(escaped.substr(at), character).size();
      ++place_;
      while (next_end_ < ends_.size() && ends_[next_end_] < place_) ++next_end_;
      const bool ends_here = next_end_ < ends_.size() && ends_[next_end_] == place_;
      if (!ends_here && at < escaped.size()) continue;
      const std::string_view sentence = escaped.substr(begin, at - begin);
      if (is_white(sentence)) {
        out_ += sentence;
      } else {
        span(sentence);
      }
      begin = at;
    }
  }

  void span(std::string_view content) {
    out_ += "<span class=\"koboSpan\" id=\"kobo." + std::to_string(paragraph_) + "." +
            std::to_string(++span_) + "\">";
    out_ += content;
    out_ += "</span>";
  }

  std::string_view rest_;
  std::string_view document_;
  SentenceBreaks breaks_;
  Bytes out_;
  std::vector<Piece> pieces_;  // of the paragraph that has not ended
  int paragraph_ = 0;
  int span_ = 0;
  std::vector<std::size_t> ends_;  // of its sentences, in its text's octets
  std::size_t next_end_ = 0;
  std::size_t place_ = 0;  // in its text's octets
};

}  // namespace

Bytes add_kobo_markup(std::string_view document, const std::string& language) {
  return KoboWriter(document, language).write();
}

std::string_view kobo_style() {
  return R"(div#book-inner { margin-top: 0; margin-bottom: 0; }
figure > .koboSpan > img, figure > a > .koboSpan > img { display: block; margin: 0 auto; }
)";
}

}  // namespace pressmark::epub
