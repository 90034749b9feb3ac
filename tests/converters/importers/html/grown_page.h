// tests/converters/importers/html/grown_page.h: a page of any size, all its blocks different, for
// measuring how the importer's time grows.
#pragma once

#include <random>
#include <string>

namespace pressmark::html {

// Writes words of a made-up language; the same ones for the same seed.
class WordSource {
 public:
  explicit WordSource(unsigned seed) : random_(seed) {}

  std::string words(int count) {
    static constexpr const char* syllables[] = {"ka",  "ro", "mi", "ten", "sul", "da",
                                                "vor", "el", "ni", "pas", "ug",  "be"};
    std::string text;
    for (int i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      for (unsigned length = 1 + random_() % 4; length > 0; --length)
        text += syllables[random_() % 12];
    }
    return text;
  }
  std::string sentence() { return "The " + words(8) + ", " + words(9) + ". "; }

 private:
  std::minstd_rand random_;
};

// One section with every kind of block; `number` keeps its ids apart.
inline std::string grown_section(WordSource& source, int number) {
  const std::string id = std::to_string(number);
  std::string html = "<h2 id=\"s" + id + "\">" + source.words(4) + "</h2>\n";
  for (int i = 0; i < 5; ++i) {
    html += "<p>" + source.sentence() + "<em>" + source.words(2) + "</em> <a href=\"#s" + id +
            "\">" + source.words(3) + "</a> " + source.sentence() + source.sentence() + "</p>\n";
  }
  html += "<p>" + source.sentence() + "<sup><a href=\"#fn" + id + "\" id=\"ref" + id + "\">" + id +
          "</a></sup></p>\n<ul>";
  for (int i = 0; i < 4; ++i) {
    html += "<li>" + source.words(6) + "<ol><li>" + source.words(5) + "</li></ol></li>";
  }
  html += "</ul>\n<table><tr><th>" + source.words(1) + "</th><th>" + source.words(1) + "</th></tr>";
  for (int i = 0; i < 4; ++i) {
    html += "<tr><td>" + source.words(2) + "</td><td>" + source.words(2) + "</td></tr>";
  }
  html += "</table>\n<blockquote><p>" + source.sentence() +
          "</p></blockquote>\n<figure><img src=\"" + "https://example.org/" + id + ".jpg\" alt=\"" +
          source.words(3) + "\"><figcaption>" + source.sentence() +
          "</figcaption></figure>\n<pre><code>" + source.words(6) + "\n" + source.words(6) +
          "</code></pre>\n<div class=\"share\"><a href=\"#\">" + source.words(2) + "</a></div>\n";
  return html;
}

// A page with `sections` sections, as many notes, entries of the menu, related links and comments.
inline std::string grown_page(int sections) {
  WordSource source(7);
  std::string menu, text, notes, related, comments;
  for (int i = 1; i <= sections; ++i) {
    const std::string id = std::to_string(i);
    menu += "<li><a href=\"/m" + id + "\">" + source.words(2) + "</a></li>";
    text += grown_section(source, i);
    notes +=
        "<li id=\"fn" + id + "\">" + source.sentence() + "<a href=\"#ref" + id + "\">↩</a></li>";
    related += "<li><a href=\"/r" + id + "\">" + source.words(6) + "</a></li>";
    comments += "<div class=\"comment\"><p>" + source.sentence() + source.sentence() + "</p></div>";
  }
  return "<!doctype html><html lang=\"en\"><head><title>" + source.words(5) +
         "</title></head><body>" + "<nav class=\"menu\"><ul>" + menu +
         "</ul></nav><main><article><h1>" + source.words(5) + "</h1><div class=\"entry-content\">" +
         text + "<ol class=\"footnotes\">" + notes +
         "</ol></div></article><aside class=\"related\"><ul>" + related +
         "</ul></aside><section class=\"comments\">" + comments + "</section></main></body></html>";
}

}  // namespace pressmark::html
