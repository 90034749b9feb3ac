#include "converters/exporters/html/html.h"
#include "converters/common/article_identifier.h"

#include "converters/common/digest.h"
#include "converters/common/image.h"
#include "converters/common/language.h"
#include "converters/common/resource_names.h"
#include "converters/common/schema_org.h"
#include "converters/common/title_block.h"
#include "converters/common/xhtml_body.h"
#include "core/base/utf8.h"
#include "core/model/node_names.h"
#include "core/model/walk.h"

namespace pressmark::html {
namespace {

constexpr std::string_view page_style = R"(body {
  max-width: 38rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5;
  font-family: serif; overflow-wrap: break-word;
}
table { display: block; overflow-x: auto; max-width: 100%; }
)";

const DiagnosticCode& code_of(xhtml::Finding finding) {
  switch (finding) {
    case xhtml::Finding::cells_left_out:
      return cells_left_out;
    case xhtml::Finding::formula_repaired:
      return formula_repaired;
    case xhtml::Finding::formula_as_text:
      return formula_as_text;
    case xhtml::Finding::image_elsewhere:
    case xhtml::Finding::image_as_text:
      return image_as_text;
    case xhtml::Finding::image_without_alt:
      return image_without_alt;
    case xhtml::Finding::link_as_text:
      break;
  }
  return link_as_text;
}

class PageHost : public xhtml::Host {
 public:
  PageHost(const Document& article, Images images, Diagnostics& diagnostics)
      : article_(article), images_(images), diagnostics_(diagnostics) {}

  std::optional<xhtml::ShownImage> find_image(const Image& image, Location) override {
    const Resource* resource = article_.resources.find(image.resource);
    if (resource == nullptr) {
      const std::optional<std::string> address = find_link(image.source);
      if (!address || image.source.empty()) return {};
      return xhtml::ShownImage{*address};
    }
    xhtml::ShownImage shown;
    shown.address =
        images_ == Images::beside
            ? std::string(image_folder) + resource_file_name(*resource)
            : "data:" + resource->media_type + ";base64," + base64_encode(resource->data);
    shown.width = resource->width;
    shown.height = resource->height;
    // Browsers turn the image by its EXIF orientation; the size is that of what they show.
    const std::optional<ImageInfo> info = inspect_image(resource->data);
    if (info && info->orientation >= 5) std::swap(shown.width, shown.height);
    return shown;
  }

  std::optional<std::string> find_link(const std::string& target) override {
    if (target.starts_with('#')) return target;
    if (std::optional<std::string> address = xhtml::clean_href(target)) return address;
    // A reference without a scheme is one into the place where the article came from.
    const std::size_t colon = target.find(':');
    const bool relative = colon == std::string::npos || target.find_first_of("/?#") < colon;
    return relative ? std::optional(target) : std::nullopt;
  }

  void report(xhtml::Finding finding, Location where, std::string_view subject) override {
    diagnostics_.report(code_of(finding), where, subject);
  }

 private:
  const Document& article_;
  Images images_;
  Diagnostics& diagnostics_;
};

void meta(XmlWriter& out, std::string_view name, std::string_view content) {
  if (content.empty()) return;
  out.line().start("meta").attribute("name", name).attribute("content", content).end();
}

void head(XmlWriter& out, const Document& article, const std::string& style) {
  const Metadata& record = article.metadata;
  const std::string title = catalogued_title_of(article);
  out.line().start("head");
  out.line().start("meta").attribute("charset", "utf-8").end();
  meta(out, "viewport", "width=device-width, initial-scale=1");
  out.line().element(
      "title", title.empty() ? label(Label::untitled, article.language) : std::string_view(title));
  for (const Contributor& author : record.with_role(Role::author)) {
    meta(out, "author", display_name(author.name));
  }
  meta(out, "description", text_of(article.front.deck));
  meta(out, "dcterms.identifier", article_identifier(article));
  if (const auto url = xhtml::clean_href(record.text(Variable::url))) {
    out.line().start("link").attribute("rel", "canonical").attribute("href", *url).end();
  }
  if (const auto license = xhtml::clean_href(record.text(Variable::license))) {
    out.line().start("link").attribute("rel", "license").attribute("href", *license).end();
  }
  out.line().start("style").raw("\n" + style).end_full();
  out.line().start("script").attribute("type", "application/ld+json");
  out.raw(schema_org_json_ld(article)).end_full();
  out.end_line();
}

Result<std::string> read_style(const PageOptions& options, Context& context) {
  if (options.stylesheet.empty()) {
    return std::string(xhtml::body_style()) + std::string(page_style);
  }
  Result<Bytes> style = context.environment.read(options.stylesheet);
  if (!style) return style.error();
  if (!utf8::is_text(*style) || style->find("</") != std::string::npos) {
    return Error(ErrorKind::usage, "'" + options.stylesheet + "' is no style sheet for a page",
                 "give a CSS file in UTF-8 without '</'");
  }
  return std::move(*style);
}

}  // namespace

Result<Bytes> export_html(const Document& article, const PageOptions& options, Context& context) {
  const Result<std::string> style = read_style(options, context);
  if (!style) return style.error();
  PageHost host(article, options.images, context.diagnostics);
  xhtml::BodyWriter body(article, host, xhtml::Flavour::page);
  XmlWriter out(XmlWriter::Declaration::no);
  out.doctype("html").start("html");
  // "und" says that the language is not known (BCP 47, 4.1); screen readers need some statement.
  out.attribute("lang", article.language.empty() ? "und" : article.language);
  out.attribute("dir", to_string(direction_of(article)));
  head(out, article, *style);
  out.line().start("body").text("\n").start("main").start("article").text("\n");
  body.write_to(out);
  if (options.front == Front::shown) body.title_block();
  body.text(0, article.body.size());
  return out.finish();
}

}  // namespace pressmark::html
