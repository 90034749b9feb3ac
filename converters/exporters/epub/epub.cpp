#include "converters/exporters/epub/epub.h"

#include <optional>

#include "converters/common/language.h"
#include "converters/common/title_block.h"
#include "converters/common/zip.h"
#include "converters/exporters/epub/chapter.h"
#include "converters/exporters/epub/cover.h"
#include "converters/exporters/epub/fonts.h"
#include "converters/exporters/epub/identity.h"
#include "converters/exporters/epub/images.h"
#include "converters/exporters/epub/kobo.h"
#include "converters/exporters/epub/navigation.h"
#include "converters/exporters/epub/onix.h"
#include "converters/exporters/epub/package.h"
#include "converters/exporters/epub/style_sheet.h"

namespace pressmark::epub {
namespace {

constexpr std::string_view style_of_book = R"(body { margin: 0 4%; line-height: 1.4; }
nav ol { list-style: none; padding-inline-start: 1em; }
.colophon { font-size: 0.9em; margin-top: 2em; overflow-wrap: anywhere; }
a { color: inherit; }
)";

// Stands behind all other rules, since a style sheet of the user's may begin with @charset.
constexpr std::string_view cover_style = R"(.cover { margin: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 100vh; }
)";

constexpr std::string_view vertical_style = R"(html { writing-mode: vertical-rl; }
sup > a { text-combine-upright: all; }
)";

// The container file (EPUB 3.3, 4.2.6.3.1).
Bytes write_container() {
  XmlWriter out;
  out.start("container").attribute("version", "1.0");
  out.attribute("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
  out.line().start("rootfiles").line().start("rootfile");
  out.attribute("full-path", std::string(root_folder) + "package.opf");
  out.attribute("media-type", "application/oebps-package+xml").end();
  out.end_line().end_line();
  return out.finish();
}

Result<Bytes> read_style(const Options& options, Context& context) {
  if (options.stylesheet.empty()) {
    return std::string(xhtml::body_style()) + std::string(style_of_book) +
           std::string(options.writing == Writing::vertical ? vertical_style : "");
  }
  Result<Bytes> style = context.environment.read(options.stylesheet);
  if (!style) return style.error();
  if (const std::optional<std::string> problem = problem_of_style(*style)) {
    return Error(ErrorKind::usage,
                 "'" + options.stylesheet + "' is no style sheet for a book: " + *problem,
                 "take that out of it");
  }
  return style;
}

BookIdentity identity_of(const std::vector<const Document*>& articles, const std::string& title,
                         const Options& options, const Environment& environment) {
  const Document& first = *articles[0];
  BookIdentity book;
  book.title = title.empty() ? catalogued_title_of(first) : title;
  if (book.title.find_first_not_of(" \t\n") == std::string::npos) {
    book.title = label(Label::untitled, first.language);
  }
  book.identifier = identifier_of(articles, title);
  book.modified = modified_of(articles, environment.time());
  book.language = first.language.empty() ? "und" : first.language;
  book.direction = direction_of(first);
  book.vertical = options.writing == Writing::vertical;
  return book;
}

void add(xhtml::Counts& total, const xhtml::Counts& more) {
  total.formulas += more.formulas;
  total.images += more.images;
  total.images_described += more.images_described;
  total.notes += more.notes;
  total.tables += more.tables;
  total.pages += more.pages;
  total.ruby += more.ruby;
}

class BookWriter {
 public:
  BookWriter(std::vector<const Document*> articles, const Options& options, Context& context)
      : articles_(std::move(articles)),
        options_(options),
        context_(context),
        images_(options, context) {}

  Result<Bytes> write(const std::string& title) {
    Result<Bytes> style = read_style(options_, context_);
    if (!style) return style;
    const BookIdentity book = identity_of(articles_, title, options_, context_.environment);
    write_chapters();
    if (const Result<Done> done = choose_cover(book); !done) return done.error();
    if (!images_.cover().empty()) cover_page_ = write_cover_page(book, images_.cover());
    if (const Result<Done> done = make_records(book); !done) return done.error();
    const Contents contents = contents_of_book();
    Bytes navigation = write_navigation(book, contents);
    if (const Result<Done> done = embed_fonts(book, navigation); !done) return done.error();
    Package package = describe(book);
    package.page_list = !contents.pages.empty();
    std::vector<ZipEntry> entries;
    entries.push_back({"mimetype", "application/epub+zip", true});
    entries.push_back({"META-INF/container.xml", write_container()});
    const auto put = [&](const std::string& name, Bytes data, bool stored = false) {
      entries.push_back({std::string(root_folder) + name, std::move(data), stored});
    };
    put("package.opf", write_package(package));
    put("nav.xhtml", package.navigation_in_spine ? shown_text(std::move(navigation), book.language)
                                                 : std::move(navigation));
    put("toc.ncx", write_ncx(book, contents));
    put("style.css", *style + std::string(cover_page_ ? cover_style : "") +
                         std::string(options_.variant == Variant::kobo ? kobo_style() : "") +
                         (fonts_.empty() ? std::string{} : font_style(fonts_)));
    if (cover_page_)
      put(cover_page_->name, shown_text(std::move(cover_page_->data), book.language));
    for (std::size_t i = 0; i < chapters_.size(); ++i) {
      for (TextFile& file : chapters_[i].files) {
        put(file.name, shown_text(std::move(file.data), articles_[i]->language));
      }
    }
    for (const ImageFile& image : images_.files()) {
      put(image.name, image.data, image.media_type != "image/svg+xml");
    }
    for (FontFile& font : fonts_) put(font.name, std::move(font.data));
    for (RecordFile& record : records_) put(record.name, std::move(record.data));
    return write_zip(entries);
  }

 private:
  bool is_anthology() const { return articles_.size() > 1; }

  // A document of the spine in the form of the variant.
  Bytes shown_text(Bytes document, const std::string& language) const {
    if (options_.variant == Variant::standard) return document;
    return add_kobo_markup(document, language);
  }

  void write_chapters() {
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      const std::string name =
          is_anthology() ? "article-" + std::to_string(i + 1) + "-text" : std::string("article");
      chapters_.push_back(write_chapter(*articles_[i], name, images_, context_));
    }
  }

  Result<Done> choose_cover(const BookIdentity& book) {
    if (options_.cover == "generated") return generate_cover(book);
    if (options_.cover == "lead") images_.choose_lead_as_cover();
    if (options_.cover == "lead" || options_.cover == "none" || options_.cover.empty()) {
      return Done{};
    }
    const Result<Bytes> cover = context_.environment.read(options_.cover);
    if (!cover) return cover.error();
    if (!images_.add_cover(*cover, options_.cover)) {
      return Error(ErrorKind::unrecognised, "'" + options_.cover + "' is no image for a cover",
                   "give a JPEG or PNG file");
    }
    return Done{};
  }

  Result<Done> generate_cover(const BookIdentity& book) {
    if (!options_.services.draw_title_page) {
      return Error(ErrorKind::usage, "covers cannot be generated here",
                   "set cover to none, lead or an image file");
    }
    const Result<Bytes> cover = options_.services.draw_title_page(cover_words(articles_, book),
                                                                  options_.font_folder, context_);
    if (!cover) return cover.error();
    if (!images_.add_cover(*cover, "cover")) {
      return Error(ErrorKind::internal, "the generated cover is no image");
    }
    return Done{};
  }

  // Fonts with the characters of all documents that are shown.
  Result<Done> embed_fonts(const BookIdentity& book, const Bytes& navigation) {
    if (options_.fonts == Fonts::of_the_reader) return Done{};
    if (!options_.services.embed_fonts) {
      return Error(ErrorKind::usage, "fonts cannot be embedded here", "leave out the option fonts");
    }
    std::set<char32_t> characters;
    add_characters(navigation, characters);
    for (const Chapter& chapter : chapters_) {
      for (const TextFile& file : chapter.files) add_characters(file.data, characters);
    }
    Result<std::vector<EmbeddedFont>> fonts =
        options_.services.embed_fonts(characters, book.language, options_.font_folder);
    if (!fonts) return fonts.error();
    fonts_ = font_files(std::move(*fonts));
    return Done{};
  }

  Contents contents_of_book() const {
    Contents contents;
    if (cover_page_) contents.cover_page = cover_page_->name;
    contents.first_text = chapters_[0].files[0].name;
    for (const Chapter& chapter : chapters_) {
      for (const Entry& entry : chapter.entries) {
        if (entry.rank <= options_.toc_depth) contents.entries.push_back(entry);
      }
      contents.pages.insert(contents.pages.end(), chapter.pages.begin(), chapter.pages.end());
    }
    return contents;
  }

  Package describe(const BookIdentity& book) const {
    Package package;
    package.book = book;
    package.articles = articles_;
    package.images = &images_.files();
    package.cover = images_.cover();
    package.records = &records_;
    package.fonts = &fonts_;
    if (cover_page_) {
      package.cover_page = &*cover_page_;
      ++package.evidence.counts.images;
      ++package.evidence.counts.images_described;
    }
    package.navigation_in_spine = is_anthology();
    for (const Chapter& chapter : chapters_) {
      for (const TextFile& file : chapter.files) package.texts.push_back(&file);
      add(package.evidence.counts, chapter.counts);
      if (chapter.entries.size() > 1) package.evidence.headings = true;
    }
    for (const ImageFile& image : images_.files()) {
      if (image.animated) package.evidence.animated_images = true;
    }
    return package;
  }

  // The citation records of the articles, in their order, in each form that the options name, and
  // the book's as ONIX.
  Result<Done> make_records(const BookIdentity& book) {
    for (const std::string& form : options_.records) {
      if (form == onix_form) {
        records_.push_back(
            {"records/onix.xml", write_onix(articles_, book), "application/xml", "onix"});
      } else if (!options_.services.make_record) {
        return Error(ErrorKind::usage, "records cannot be made here",
                     "leave out the option records");
      } else if (auto made = make_records_of_articles(form); !made) {
        return made;
      }
    }
    return Done{};
  }

  Result<Done> make_records_of_articles(const std::string& form) {
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      Result<Record> record = options_.services.make_record(*articles_[i], form, context_);
      if (!record) return record.error();
      const std::string number = is_anthology() ? "-" + std::to_string(i + 1) : std::string{};
      records_.push_back({"records/article" + number + "." + record->extension,
                          std::move(record->data), std::move(record->media_type)});
    }
    return Done{};
  }

  std::vector<const Document*> articles_;
  const Options& options_;
  Context& context_;
  ImageStore images_;
  std::vector<Chapter> chapters_;
  std::optional<TextFile> cover_page_;
  std::vector<RecordFile> records_;
  std::vector<FontFile> fonts_;
};

}  // namespace

Result<Bytes> export_epub(const Document& article, const Options& options, Context& context) {
  return BookWriter({&article}, options, context).write({});
}

Result<Bytes> export_anthology(const std::vector<Document>& articles, const std::string& title,
                               const Options& options, Context& context) {
  if (articles.empty()) {
    return Error(ErrorKind::usage, "there is no article for the book", "name at least one");
  }
  std::vector<const Document*> pointers;
  for (const Document& article : articles) pointers.push_back(&article);
  return BookWriter(std::move(pointers), options, context).write(title);
}

}  // namespace pressmark::epub
