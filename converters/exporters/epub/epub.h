// converters/exporters/epub/epub.h: writes one article, or many, as one EPUB 3.3 publication.
#pragma once

#include <array>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::epub {

struct Record {
  Bytes data;
  std::string media_type;
  std::string extension;  // of a file's name, without the full stop
};

// A font in a book: the characters of the book that it sets.
struct EmbeddedFont {
  Bytes data;
  std::string extension;   // of a file's name, without the full stop: "ttf", "otf"
  std::string media_type;  // "font/ttf", "font/otf"
  int family = 0;          // 0 that of the text; others have what it lacks
  bool bold = false;
  bool italic = false;
};

// What other formats do for a book; the table of formats, which knows them all, brings it along.
// What is empty cannot be asked for.
struct Services {
  // The front matter of `words` as an image for a cover. Fails where there is no font.
  std::function<Result<Bytes>(const Document& words, const std::string& font_folder,
                              Context& context)>
      draw_title_page = {};
  // The article's citation record in one of record_forms but ONIX.
  std::function<Result<Record>(const Document& article, const std::string& form, Context& context)>
      make_record = {};
  // Fonts with these characters, for a text in `language`. Fails where there are none, or where
  // they forbid embedding.
  std::function<Result<std::vector<EmbeddedFont>>(const std::set<char32_t>& characters,
                                                  const std::string& language,
                                                  const std::string& font_folder)>
      embed_fonts = {};
};

// The forms of records that a book can carry: citation records of each article, and ONIX, which
// describes the book.
inline constexpr std::string_view onix_form = "onix";
inline constexpr std::array<std::string_view, 4> record_forms = {"marcxml", "mods", "csljson",
                                                                 onix_form};

enum class Writing { horizontal, vertical };

// embedded: the book has the characters that it uses as fonts of its own.
enum class Fonts { of_the_reader, embedded };

// kobo: with the markup of Kobo's readers, in files that are valid by EPUB 3.3 as well.
enum class Variant { standard, kobo };

struct Options {
  // Deepest heading level shown in the navigation document, 1 (the headline alone) to 6.
  int toc_depth = 3;
  // Style sheet to use instead of the built-in one, by a reference the Environment reads.
  std::string stylesheet = {};
  // The cover image: "none", "generated" for the title set in type, "lead" for
  // the article's first large image, else a reference the Environment reads.
  std::string cover = "none";
  Fonts fonts = Fonts::of_the_reader;
  // The fonts of a generated cover and those to embed; empty: those of the machine.
  std::string font_folder = {};
  // The forms (of record_forms) in which each article's citation record, or the book's, is part of
  // the book, linked from its package.
  std::vector<std::string> records = {};
  Services services = {};
  // The longest side of an image in pixels; longer ones are scaled down. 0: images of more than
  // 5.6 million pixels are, since shops and small devices refuse them.
  int longest_image_side = 0;
  // vertical: columns from right to left, for Chinese and Japanese.
  Writing writing = Writing::horizontal;
  Variant variant = Variant::standard;
};

// Returns the bytes of the .epub file. Equal arguments give equal bytes: identifiers come from the
// content, times from the Environment or the record, ZIP entries have a fixed order and date.
//
// An image that is missing, or of a kind that can be neither shown nor decoded, becomes its
// alternative text with a diagnostic. Fails where a style sheet or cover cannot be read, where no
// font is found for a generated cover or for embedding, and where the ZIP library reports an error.
Result<Bytes> export_epub(const Document& article, const Options& options, Context& context);

// The same with many articles in one book, in their order: contents of two levels, each article
// with its own byline, notes and source, equal images once. `title` is that of the book; where it
// is empty, the first article's serves. Fails with ErrorKind::usage where there is no article.
Result<Bytes> export_anthology(const std::vector<Document>& articles, const std::string& title,
                               const Options& options, Context& context);

}  // namespace pressmark::epub
