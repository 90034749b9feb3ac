#include "converters/citation/csl/output.h"

#include <array>
#include <string_view>
#include <vector>

#include "core/base/utf8.h"

namespace pressmark::csl {
namespace {

// What formatting is in force at a place.
struct State {
  FontStyle style = FontStyle::normal;
  FontVariant variant = FontVariant::normal;
  FontWeight weight = FontWeight::normal;
  Decoration decoration = Decoration::none;
  VerticalAlign align = VerticalAlign::baseline;
  int quotes = 0;
};

struct Pair {
  std::string open;
  std::string close;
};

struct Raised {
  std::string_view character;
  std::string_view letter;
};

// The letter that the raised character at `at` stands for ("1ʳᵉ", "nº"), which many fonts do not
// have; empty for any other.
std::string_view raised_at(std::string_view text, std::size_t at) {
  constexpr std::array<Raised, 18> all = {{{"ª", "a"},
                                           {"º", "o"},
                                           {"¹", "1"},
                                           {"²", "2"},
                                           {"³", "3"},
                                           {"⁰", "0"},
                                           {"⁴", "4"},
                                           {"⁵", "5"},
                                           {"⁶", "6"},
                                           {"⁷", "7"},
                                           {"⁸", "8"},
                                           {"⁹", "9"},
                                           {"ᵉ", "e"},
                                           {"ʳ", "r"},
                                           {"ᵈ", "d"},
                                           {"ᵗ", "t"},
                                           {"ˢ", "s"},
                                           {"ⁿ", "n"}}};
  if (static_cast<unsigned char>(text[at]) < 0x80) return {};
  for (const Raised& raised : all) {
    if (text.substr(at).starts_with(raised.character)) return raised.letter;
  }
  return {};
}

class Writer {
 public:
  Writer(Markup markup, const Locale& locale) : markup_(markup), locale_(locale) {}

  std::string write(const std::vector<Token>& tokens) {
    states_.push_back({});
    for (const Token& token : tokens) {
      if (token.kind == Token::Kind::text) {
        text(token.text);
      } else if (token.kind == Token::Kind::open) {
        open(token.span);
      } else {
        close();
      }
    }
    return std::move(output_);
  }

 private:
  void text(const std::string& text) {
    if (!text.empty()) end_line();
    for (std::size_t i = 0; i < text.size();) {
      const std::string_view raised = markup_ == Markup::text ? "" : raised_at(text, i);
      if (!raised.empty()) {
        output_.append("<sup>").append(raised).append("</sup>");
        i += static_cast<std::size_t>(utf8::decode(text, i).size);
        continue;
      }
      const char c = text[i++];
      switch (markup_) {
        case Markup::text:
          if (c != ' ' || !is_at_start()) output_ += c;
          break;
        case Markup::html:
          html(c);
          break;
        case Markup::markdown:
          markdown(c);
          break;
      }
    }
  }

  void html(char c) {
    if (c == '&') {
      output_ += "&amp;";
    } else if (c == '<') {
      output_ += "&lt;";
    } else if (c == '>') {
      output_ += "&gt;";
    } else {
      output_ += c;
    }
  }

  void markdown(char c) {
    constexpr std::string_view marks = "\\`*_[]<>#|~^$";
    if (c == ' ' && is_at_start()) return;
    if (marks.find(c) != std::string_view::npos) output_ += '\\';
    output_ += c;
  }

  // Whether nothing stands in the line yet: a blank there would be a code block of Markdown, and is
  // what a style sets between parts of which the first is empty.
  bool is_at_start() const { return output_.empty() || output_.back() == '\n'; }

  // Ends the line that text behind a block must not stand in. HTML has elements for that.
  void end_line() {
    if (!line_ends_) return;
    line_ends_ = false;
    if (markup_ == Markup::html || is_at_start()) return;
    while (output_.back() == ' ') output_.pop_back();
    output_ += markup_ == Markup::markdown ? "\\\n" : "\n";
  }

  void open(const Span& span) {
    State state = states_.back();
    std::vector<Pair> pairs;
    if (span.display != Display::unset) pairs.push_back(display(span.display));
    end_line();
    if (span.quotes) {
      pairs.push_back(quotes(state.quotes % 2 == 1));
      ++state.quotes;
    }
    align(span, state, pairs);
    if (span.decoration == Decoration::underline && state.decoration != Decoration::underline) {
      pairs.push_back(tag("<span style=\"text-decoration:underline;\">", "</span>", "<u>", "</u>"));
      state.decoration = Decoration::underline;
    } else if (state.decoration == Decoration::underline && span.decoration != Decoration::unset) {
      pairs.push_back(tag("<span style=\"text-decoration:none;\">", "</span>", "", ""));
      state.decoration = Decoration::none;
    }
    weight(span, state, pairs);
    variant(span, state, pairs);
    style(span, state, pairs);
    std::string closing;
    for (const Pair& pair : pairs) {
      output_ += pair.open;
      closing.insert(0, pair.close);
    }
    states_.push_back(state);
    closings_.push_back(std::move(closing));
    displays_.push_back(span.display);
  }

  void close() {
    if (closings_.empty()) return;
    output_ += closings_.back();
    line_ends_ = line_ends_ ||
                 (displays_.back() != Display::unset && displays_.back() != Display::left_margin);
    closings_.pop_back();
    displays_.pop_back();
    states_.pop_back();
  }

  Pair tag(std::string html_open, std::string html_close, std::string markdown_open,
           std::string markdown_close) const {
    if (markup_ == Markup::html) return {std::move(html_open), std::move(html_close)};
    if (markup_ == Markup::markdown) return {std::move(markdown_open), std::move(markdown_close)};
    return {};
  }

  Pair quotes(bool inner) const {
    const std::string open =
        locale_.text(inner ? "open-inner-quote" : "open-quote").value_or("\u201C");
    const std::string close =
        locale_.text(inner ? "close-inner-quote" : "close-quote").value_or("\u201D");
    return {open, close};
  }

  // The element of a display, or the end of the line before it: what stands right of a margin stays
  // in the margin's line (CSL 1.0.2, "display").
  Pair display(Display display) {
    std::string name;
    switch (display) {
      case Display::block:
        name = "csl-block";
        break;
      case Display::left_margin:
        name = "csl-left-margin";
        break;
      case Display::right_inline:
        name = "csl-right-inline";
        break;
      default:
        name = "csl-indent";
    }
    if (markup_ == Markup::html) return {"<div class=\"" + name + "\">", "</div>"};
    const bool behind_margin = last_display_ == Display::left_margin;
    last_display_ = display;
    line_ends_ = line_ends_ || display != Display::right_inline || !behind_margin;
    if (display == Display::left_margin) return {"", " "};
    return {};
  }

  void align(const Span& span, State& state, std::vector<Pair>& pairs) const {
    if (span.align == VerticalAlign::unset) return;
    if (span.align == VerticalAlign::sup && state.align != VerticalAlign::sup) {
      pairs.push_back(tag("<sup>", "</sup>", "<sup>", "</sup>"));
      state.align = VerticalAlign::sup;
    } else if (span.align == VerticalAlign::sub && state.align != VerticalAlign::sub) {
      pairs.push_back(tag("<sub>", "</sub>", "<sub>", "</sub>"));
      state.align = VerticalAlign::sub;
    } else if (state.align != VerticalAlign::baseline) {
      pairs.push_back(tag("<span style=\"baseline\">", "</span>", "", ""));
      state.align = VerticalAlign::baseline;
    }
  }

  void weight(const Span& span, State& state, std::vector<Pair>& pairs) const {
    if (span.weight == FontWeight::unset) return;
    if (span.weight == FontWeight::bold && state.weight != FontWeight::bold) {
      pairs.push_back(tag("<b>", "</b>", "**", "**"));
      state.weight = FontWeight::bold;
    } else if (state.weight == FontWeight::bold) {
      pairs.push_back(tag("<span style=\"font-weight:normal;\">", "</span>", "**", "**"));
      state.weight = FontWeight::normal;
    }
  }

  void variant(const Span& span, State& state, std::vector<Pair>& pairs) const {
    if (span.variant == FontVariant::unset) return;
    if (span.variant == FontVariant::small_caps && state.variant != FontVariant::small_caps) {
      pairs.push_back(tag("<span style=\"font-variant:small-caps;\">", "</span>",
                          "<span style=\"font-variant:small-caps;\">", "</span>"));
      state.variant = FontVariant::small_caps;
    } else if (state.variant == FontVariant::small_caps) {
      pairs.push_back(tag("<span style=\"font-variant:normal;\">", "</span>",
                          "<span style=\"font-variant:normal;\">", "</span>"));
      state.variant = FontVariant::normal;
    }
  }

  void style(const Span& span, State& state, std::vector<Pair>& pairs) const {
    if (span.style == FontStyle::unset) return;
    const bool slanted = span.style != FontStyle::normal;
    if (slanted && state.style == FontStyle::normal) {
      pairs.push_back(span.style == FontStyle::italic ? tag("<i>", "</i>", "*", "*")
                                                      : tag("<em>", "</em>", "*", "*"));
      state.style = span.style;
    } else if (state.style != FontStyle::normal) {
      pairs.push_back(tag("<span style=\"font-style:normal;\">", "</span>", "*", "*"));
      state.style = FontStyle::normal;
    }
  }

  Markup markup_;
  const Locale& locale_;
  std::string output_;
  std::vector<State> states_;
  std::vector<std::string> closings_;
  std::vector<Display> displays_;  // of the open spans
  Display last_display_ = Display::unset;
  bool line_ends_ = false;  // whether a line ends before the next text
};

}  // namespace

std::string write(RichText text, Markup markup, const Locale& locale) {
  if (locale.punctuation_in_quote.value_or(false)) move_punctuation_inside_quotes(text);
  return Writer(markup, locale).write(text.tokens());
}

}  // namespace pressmark::csl
