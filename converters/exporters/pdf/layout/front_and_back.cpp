#include "converters/exporters/pdf/layout/front_and_back.h"

#include <algorithm>

#include "converters/common/citation_line.h"
#include "converters/common/title_block.h"
#include "core/model/walk.h"

namespace pressmark::pdf {
namespace {

bool has_source(const Document& article) {
  const Metadata& record = article.metadata;
  return !source_line(record).empty() || !record.text(Variable::url).empty() ||
         !article.provenance.source_url.empty() || !article.provenance.sha256.empty();
}

}  // namespace

void set_title_block(BlockSetter& blocks, const Place& place, Sink& sink) {
  Workshop& shop = blocks.shop();
  const FrontMatter& front = shop.article.front;
  const Length size = place.style.size;
  const std::size_t first = sink.size();
  Place line = place;
  line.setting = ParagraphShape::Setting::start;
  if (!front.kicker.empty()) {
    line.style.face = {Genre::sans, Weight::bold, Slant::upright};
    line.style.size = size * 82 / 100;
    line.style.colour = Colour::muted;
    blocks.set_line(front.kicker, Tag::paragraph, line, sink, Sink::Keep::together);
    sink.keep_with_next();
    sink.space(place.leading / 3);
  }
  std::string title = title_of(shop.article);
  std::replace(title.begin(), title.end(), '\n', ' ');
  if (title.find_first_not_of(' ') != std::string::npos) {
    line = place;
    line.setting = ParagraphShape::Setting::start;
    line.style.face.weight = Weight::bold;
    line.style.size = size * 205 / 100;
    line.leading = line.style.size * 118 / 100;
    shop.structure.set_has_headline();
    const auto element = static_cast<ElementId>(shop.layout.elements.size());
    sink.anchor_next({0, "section:0", element});
    const bool has_headline = !text_of(front.headline).empty();
    blocks.set_headline(has_headline ? front.headline : Inlines{text(title)}, line, sink);
    OutlineEntry entry;
    entry.title = title;
    entry.destination.name = "section:0";
    entry.destination.element = element;
    shop.layout.outline.push_back(std::move(entry));
    sink.keep_with_next();
  }
  if (!front.deck.empty()) {
    line = place;
    line.setting = ParagraphShape::Setting::start;
    line.style.face.slant = Slant::italic;
    line.style.size = size * 122 / 100;
    line.leading = line.style.size * 132 / 100;
    sink.space(place.leading / 2);
    blocks.set_line(front.deck, Tag::paragraph, line, sink, Sink::Keep::together);
    sink.keep_with_next();
  }
  line = place;
  line.setting = ParagraphShape::Setting::start;
  line.style.face.genre = Genre::sans;
  line.style.size = size * 86 / 100;
  sink.space(place.leading * 2 / 3);
  for (const Inlines& byline : front.bylines) {
    blocks.set_line(byline, Tag::paragraph, line, sink, Sink::Keep::together);
    sink.keep_with_next();
  }
  if (const std::string authors = byline_of_authors(shop.article); !authors.empty()) {
    blocks.set_words(authors, line, sink);
    sink.keep_with_next();
  }
  const std::string source = source_line(shop.article.metadata);
  if (!source.empty()) {
    line.style.colour = Colour::muted;
    blocks.set_words(source, line, sink);
    sink.keep_with_next();
  }
  if (sink.size() > first) {
    sink.snap(first, place.leading);
    sink.space(place.leading);
  }
}

void set_colophon(BlockSetter& blocks, const Place& place, Sink& sink) {
  const Document& article = blocks.shop().article;
  if (!has_source(article)) return;
  const Metadata& record = article.metadata;
  Place line = place;
  line.parent = blocks.shop().structure.add(Tag::section, place.parent, place.language);
  line.setting = ParagraphShape::Setting::start;
  line.style.face.genre = Genre::sans;
  line.style.size = place.style.size * 72 / 100;
  line.style.figures = Figures::lining;
  line.leading = line.style.size * 136 / 100;
  line.style.colour = Colour::muted;
  sink.space(place.leading * 2);
  FlowItem rule;
  rule.height = place.leading / 2;
  rule.items.emplace_back(
      FilledRectangle{place.left, 0, place.width, point / 2, Colour::rule, artifact});
  sink.add(std::move(rule));
  const auto add = [&](const std::string& words) {
    sink.keep_with_next();
    blocks.set_words(words, line, sink);
  };
  add(citation_line(record));
  std::string url = record.text(Variable::url);
  if (url.empty()) url = article.provenance.source_url;
  if (!url.empty()) {
    sink.keep_with_next();
    blocks.set_line({Inline{Link{url, {text(url)}}}}, Tag::paragraph, line, sink);
  }
  if (!record.text(Variable::doi).empty()) {
    const std::string doi = "https://doi.org/" + record.text(Variable::doi);
    sink.keep_with_next();
    blocks.set_line({Inline{Link{doi, {text(doi)}}}}, Tag::paragraph, line, sink);
  }
  const Date& retrieved = article.provenance.retrieved.empty() ? record.date(DateVariable::accessed)
                                                               : article.provenance.retrieved;
  if (!retrieved.empty()) add("Captured " + day_string(retrieved) + ".");
  if (!article.provenance.sha256.empty()) add("SHA-256 " + article.provenance.sha256);
}

}  // namespace pressmark::pdf
