#include "converters/exporters/epub/chapter.h"

#include "converters/common/citation_line.h"
#include "converters/common/language.h"
#include "converters/common/title_block.h"
#include "converters/exporters/epub/codes.h"
#include "converters/exporters/epub/content_document.h"
#include "converters/exporters/epub/split.h"

namespace pressmark::epub {
namespace {

// Old devices are slow to open larger files.
constexpr std::size_t most_octets_of_file = 250'000;

const DiagnosticCode& code_of(xhtml::Finding finding) {
  switch (finding) {
    case xhtml::Finding::cells_left_out:
      return cells_left_out;
    case xhtml::Finding::formula_repaired:
      return formula_repaired;
    case xhtml::Finding::formula_as_text:
      return formula_as_text;
    case xhtml::Finding::image_elsewhere:
      return image_elsewhere;
    case xhtml::Finding::image_as_text:
      return image_unusable;
    case xhtml::Finding::image_without_alt:
      return image_without_alt;
    case xhtml::Finding::link_as_text:
      break;
  }
  return link_as_text;
}

class ChapterWriter : public xhtml::Host {
 public:
  ChapterWriter(const Document& article, const std::string& name, ImageStore& images,
                Context& context)
      : article_(article),
        name_(name),
        images_(images),
        context_(context),
        division_(divide(article, most_octets_of_file)),
        body_(article, *this, xhtml::Flavour::publication) {}

  Chapter write() {
    for (file_ = 0; file_ < division_.files.size(); ++file_) write_file();
    chapter_.counts = body_.counts();
    return std::move(chapter_);
  }

  std::optional<xhtml::ShownImage> find_image(const Image& image, Location where) override {
    const Resource* resource = article_.resources.find(image.resource);
    if (resource == nullptr) return {};
    return images_.show(*resource, where);
  }

  std::optional<std::string> find_link(const std::string& target) override {
    if (!target.starts_with('#')) return xhtml::clean_href(target);
    const auto found = division_.ids.find(std::string_view(target).substr(1));
    if (found == division_.ids.end()) return {};
    return found->second == file_ ? target : file_name(found->second) + target;
  }

  void report(xhtml::Finding finding, Location where, std::string_view subject) override {
    context_.diagnostics.report(code_of(finding), where, subject);
  }

 private:
  std::string file_name(std::size_t file) const {
    const std::string number =
        division_.files.size() == 1 ? std::string{} : "-" + std::to_string(file + 1);
    return name_ + number + ".xhtml";
  }

  std::string title() const {
    const std::string title = title_of(article_);
    return title.empty() ? std::string(label(Label::untitled, article_.language)) : title;
  }

  void write_file() {
    XmlWriter out;
    begin_document(out, {title(), article_.language, direction_of(article_)});
    out.start("body").attribute("epub:type", "bodymatter").text("\n");
    body_.write_to(out);
    const std::size_t headings = body_.headings().size();
    const std::size_t pages = body_.page_marks().size();
    const int formulas = body_.counts().formulas;
    if (file_ == 0) {
      chapter_.entries.push_back({title(), file_name(0), 1});
      body_.title_block();
    }
    const Range range = division_.files[file_];
    body_.text(range.first, range.last);
    if (file_ + 1 == division_.files.size()) colophon(out);
    chapter_.files.push_back({file_name(file_), out.finish(), body_.counts().formulas > formulas});
    for (std::size_t i = headings; i < body_.headings().size(); ++i) {
      const xhtml::Anchor& heading = body_.headings()[i];
      chapter_.entries.push_back({heading.text, file_name(file_) + "#" + heading.id, heading.rank});
    }
    for (std::size_t i = pages; i < body_.page_marks().size(); ++i) {
      const xhtml::Anchor& page = body_.page_marks()[i];
      chapter_.pages.push_back({page.text, file_name(file_) + "#" + page.id});
    }
  }

  // How the article is cited, where it comes from, and whose it is.
  void colophon(XmlWriter& out) {
    const Metadata& record = article_.metadata;
    const std::optional<std::string> url = xhtml::clean_href(record.text(Variable::url));
    const std::string& doi = record.text(Variable::doi);
    const std::optional<std::string> doi_url =
        doi.empty() ? std::nullopt : xhtml::clean_href("https://doi.org/" + doi);
    const std::string& rights = record.text(Variable::rights);
    const std::optional<std::string> license = xhtml::clean_href(record.text(Variable::license));
    const bool cited = !source_line(record).empty();
    if (!cited && !url && !doi_url && rights.empty() && !license) return;
    const std::string source(label(Label::source, article_.language));
    out.start("section").attribute("class", "colophon").attribute("epub:type", "colophon");
    out.attribute("role", "doc-colophon").attribute("aria-label", source).text("\n");
    const auto line = [&](std::string_view name, const std::optional<std::string>& address,
                          const std::string& words) {
      if (!address && words.empty()) return;
      out.start("p").text(std::string(name) + ": ");
      if (address) out.start("a").attribute("href", *address);
      out.text(words.empty() ? *address : words);
      if (address) out.end();
      out.end().text("\n");
    };
    if (cited) {
      out.start("p").attribute("class", "citation").text(citation_line(record)).end().text("\n");
    }
    line(source, url, {});
    line("DOI", doi_url, doi);
    line(label(Label::rights, article_.language), license, rights);
    out.end().text("\n");
  }

  const Document& article_;
  const std::string& name_;
  ImageStore& images_;
  Context& context_;
  Division division_;
  xhtml::BodyWriter body_;
  std::size_t file_ = 0;
  Chapter chapter_;
};

}  // namespace

Chapter write_chapter(const Document& article, const std::string& name, ImageStore& images,
                      Context& context) {
  return ChapterWriter(article, name, images, context).write();
}

}  // namespace pressmark::epub
