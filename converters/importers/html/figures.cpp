#include "converters/importers/html/figures.h"

#include <algorithm>
#include <iterator>

#include "converters/common/url.h"
#include "converters/importers/html/boxes.h"
#include "converters/importers/html/builder.h"
#include "converters/importers/html/codes.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"
#include "core/model/walk.h"

namespace pressmark::html {
namespace {

std::string media_source(const Node* node) {
  for (const std::string_view name : {"src", "data-src", "data", "data-lazy-src", "href"}) {
    const std::string_view value = trim(node->attribute(name));
    if (!value.empty() && !value.starts_with("about:")) return std::string(value);
  }
  for (const Node* at = node->first_child; at != nullptr; at = at->next) {
    if (!at->is("source")) continue;
    for (const std::string_view name : {"src", "data-src"}) {
      const std::string_view value = trim(at->attribute(name));
      if (!value.empty()) return std::string(value);
    }
  }
  return {};
}

// Frames with a player, a map, a post or the like, or that have a name of their own.
bool is_media_frame(const Node* node) {
  if (!is_blank(node->attribute("title")) || !is_blank(node->attribute("aria-label"))) return true;
  constexpr std::string_view words[] = {
      "youtube",    "youtu.be", "vimeo",      "video",    "player",      "embed",
      "soundcloud", "spotify",  "podcast",    "audio",    "dailymotion", "maps",
      "tweet",      "twitter",  "instagram",  "bandcamp", "datawrapper", "infogram",
      "flourish",   "codepen",  "slideshare", "ted.com",  "archive.org"};
  const std::string source = media_source(node);
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return contains_ignoring_case(source, word); });
}

std::string_view media_word(const Node* node) {
  if (node->is("audio")) return "Audio";
  if (node->is("video")) return "Video";
  const std::string source = media_source(node);
  const std::string path = to_lower(split_url(source).path);
  for (const std::string_view ending : {".mp4", ".mov", ".webm", ".m4v", ".avi", ".m3u8"}) {
    if (path.ends_with(ending)) return "Video";
  }
  for (const std::string_view ending : {".mp3", ".m4a", ".ogg", ".wav", ".flac"}) {
    if (path.ends_with(ending)) return "Audio";
  }
  for (const std::string_view part :
       {"youtube", "vimeo", "video", "dailymotion", "player", "ted.com"}) {
    if (contains_ignoring_case(source, part)) return "Video";
  }
  for (const std::string_view part : {"soundcloud", "spotify", "podcast", "audio", "bandcamp"}) {
    if (contains_ignoring_case(source, part)) return "Audio";
  }
  return "Embedded content";
}

// A word of its own, whatever stands directly before it: the texts of two images would run
// together.
void append_words(Inlines& out, std::string_view words, Spaces& spaces) {
  append_separator(out, spaces);
  append_text(out, words, spaces);
  append_separator(out, spaces);
}

// An icon font's element, an emoji image and the like are told from images by their alt text.
bool is_emoji_image(const Node* node) {
  const std::string_view alt = node->attribute("alt");
  if (alt.empty() || alt.size() > 32) return false;
  const bool symbol =
      static_cast<unsigned char>(alt.front()) >= 0x80 || alt.front() == ':' || alt.front() == ';';
  return symbol &&
         has_any_class(node, {"emoji", "wp-smiley", "emojione", "twemoji", "smiley", "smilies"});
}

// The image in a noscript element that follows the image, or its wrapper, directly; an image
// between them that has no address yet waits for a script as well.
const Node* find_noscript_twin(const Node* node) {
  for (int i = 0; i < 4 && node != nullptr && !node->is("figure"); ++i, node = node->parent) {
    const Node* next = next_visible(node);
    while (next != nullptr && next->is("img") && image_candidates(next).empty()) {
      next = next_visible(next);
    }
    if (next != nullptr && next->is("noscript")) return find_descendant(next, "img");
    if (next != nullptr) return nullptr;
  }
  return nullptr;
}

std::string file_name_of(std::string_view url) {
  const std::string path = split_url(url).path;
  return path.substr(path.rfind('/') + 1);
}

bool holds_image(const Blocks& blocks) {
  bool found = false;
  for_each_inline(blocks, [&](const Inline& item) {
    found = found || std::holds_alternative<Image>(item.node);
  });
  return found;
}

// The element of a caption that names who made the picture.
const Node* find_credit(const Node* caption) {
  for (const Node* at = next_in_order(caption, caption); at != nullptr;
       at = next_in_order(at, caption)) {
    if (at->type != NodeType::element) continue;
    if (has_any_class(
            at, {"credit", "photo-credit", "image-credit", "caption-credit", "credits",
                 "photocredit", "copyright", "photographer", "caption__credit", "wp-caption-credit",
                 "image__credit", "figure-credit", "media-credit", "img-credit"}) ||
        at->attribute("itemprop") == "copyrightHolder" ||
        at->attribute("itemprop") == "creditText") {
      return at;
    }
  }
  return nullptr;
}

enum class CaptionPart { none, caption, credit };

// What a class says of an element behind an image, outside any figure element.
CaptionPart caption_part(const Node* node) {
  if (node->type != NodeType::element || heading_level(node) > 0) return CaptionPart::none;
  CaptionPart part = CaptionPart::none;
  const std::string classes = to_lower(node->attribute("class"));
  for (const std::string_view name : split_tokens(classes)) {
    if (name.find("closed-caption") != std::string_view::npos) return CaptionPart::none;
    if (name.find("caption") != std::string_view::npos || name.find("bildunterschrift") == 0 ||
        name == "legende" || name == "legend") {
      return CaptionPart::caption;
    }
    if (name.find("credit") != std::string_view::npos ||
        name.find("copyright") != std::string_view::npos) {
      part = CaptionPart::credit;
    }
  }
  return part;
}

constexpr std::size_t longest_caption = 1500;

}  // namespace

bool is_hidden_frame(const Node* node) {
  if (is_spacer_image(node)) return true;
  const std::string style = style_property(node, "display");
  if (style == "none" || style_property(node, "visibility") == "hidden") return true;
  const std::string_view source = node->attribute("src");
  constexpr std::string_view words[] = {
      "googletagmanager",  "doubleclick",          "recaptcha",       "/ads/",     "adservice",
      "googlesyndication", "facebook.com/plugins", "facebook.com/tr", "safeframe", "disqus"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return contains_ignoring_case(source, word); });
}

// Takes an element that its class names a caption or credit into the figure directly before it;
// whether it did.
bool Builder::attach_caption(const Node* node, Flow& flow) {
  if (node->type != NodeType::element || node->attribute("class").empty()) return false;
  const CaptionPart part = caption_part(node);
  if (part == CaptionPart::none) return false;
  if (find_descendant(node, "img") != nullptr || find_descendant(node, "figure") != nullptr) {
    return false;
  }
  const std::size_t size = collapsed_text(node).size();
  if (size == 0 || size > longest_caption) return false;
  if (!flow.run.empty()) {
    if (!is_images_only(flow.run)) return false;
    close_run(flow);
  }
  auto* figure = flow.blocks.empty() ? nullptr : std::get_if<Figure>(&flow.blocks.back().node);
  if (figure == nullptr || !holds_image(figure->content)) return false;
  if (part == CaptionPart::credit && figure->credit.empty()) {
    figure->credit = inlines(node);
    return true;
  }
  if (!figure->caption.empty()) return false;
  Figure parts;
  read_caption(node, parts);
  figure->caption = std::move(parts.caption);
  if (figure->credit.empty()) figure->credit = std::move(parts.credit);
  return true;
}

void Builder::read_caption(const Node* caption, Figure& figure) {
  const Node* credit = find_credit(caption);
  if (credit != nullptr) figure.credit = inlines(credit);
  omitted_.push_back(credit);
  figure.caption = inlines(caption);
  omitted_.pop_back();
}

void Builder::add_image(const Node* node, Inlines& out, Spaces& spaces) {
  if (page_.images == ImageReading::none) return;
  const Node* image = node->is("picture") ? find_descendant(node, "img") : node;
  if (image == nullptr || is_spacer_image(image)) return;
  const std::string_view alt = image->attribute("alt");
  if (is_emoji_image(image)) {
    append_text(out, alt, spaces);
    return;
  }
  std::vector<std::string> candidates = image_candidates(image);
  const bool waits = candidates.empty();
  // The image for browsers without scripts is the real one, where this one waits for a script.
  if (const Node* twin = find_noscript_twin(node)) {
    std::vector<std::string> better = image_candidates(twin);
    if (!better.empty() &&
        (candidates.empty() || image_stem(better.front()) == image_stem(candidates.front()))) {
      candidates.insert(candidates.begin(), better.begin(), better.end());
    }
  }
  if (candidates.empty()) return;
  // The same image again: for browsers without scripts, or large for a script that shows it alone.
  const bool again = !last_image_.empty() &&
                     image_stem(candidates.front()) == image_stem(last_image_) &&
                     (waits || closest(node, "noscript") != nullptr ||
                      file_name_of(candidates.front()) != file_name_of(last_image_));
  if (again) return;
  last_image_ = candidates.front();
  std::optional<Image> loaded = images_.load(candidates, image->from);
  if (!loaded) {
    if (!is_blank(alt)) append_words(out, alt, spaces);
    return;
  }
  if (image->has_attribute("alt")) loaded->alt = collapse_space(alt);
  out.push_back(Inline{std::move(*loaded), {}, {}, {}, image->from});
  spaces.after_space = false;
}

void Builder::add_drawing(const Node* node, Inlines& out, Spaces& spaces) {
  // Drawings without a title are icons.
  const Node* title = find_descendant(node, "title");
  const std::string name =
      title != nullptr ? collapsed_text(title) : collapse_space(node->attribute("aria-label"));
  if (node->attribute("role") != "img" || name.empty()) return;
  context_.diagnostics.report(codes::dropped_drawing, node->from, name);
  append_text(out, name, spaces);
}

std::optional<Inline> Builder::embed_link(const Node* node) {
  if (is_hidden_frame(node)) return std::nullopt;
  const std::string source = media_source(node);
  if (node->is("iframe") && !is_media_frame(node)) {
    context_.diagnostics.report(codes::dropped_frame, node->from, source);
    return std::nullopt;
  }
  // An empty reference is the page itself.
  const std::optional<std::string> target =
      source.empty() ? std::nullopt : clean_link_target(page_.base, source);
  if (!target || !split_url(*target).scheme) {
    context_.diagnostics.report(codes::dropped_media, node->from,
                                source.empty() ? node->name : std::string_view(source));
    return std::nullopt;
  }
  std::string label = collapse_space(node->attribute("title"));
  if (label.empty()) label = collapse_space(node->attribute("aria-label"));
  const std::string host = host_of(*target);
  if (label.empty()) {
    label = std::string(media_word(node)) + (host.empty() ? "" : " (" + host + ")");
  }
  context_.diagnostics.report(codes::embed, node->from, *target);
  return Inline{Link{*target, {text(label)}}, {}, {}, {}, node->from};
}

void Builder::add_embed(const Node* node, Flow& flow) {
  std::optional<Inline> link = embed_link(node);
  Figure figure;
  const std::string_view poster = trim(node->attribute("poster"));
  if (!poster.empty() && page_.images == ImageReading::all && !is_hidden_frame(node)) {
    if (std::optional<Image> image = images_.load({std::string(poster)}, node->from)) {
      figure.content.push_back(paragraph({Inline{std::move(*image), {}, {}, {}, node->from}}));
    }
  }
  if (link) figure.content.push_back(paragraph({std::move(*link)}));
  if (!figure.content.empty()) push(flow, std::move(figure), node);
  // Without an address, what the page shows where the media cannot be played is left.
  if (!link && !node->is("iframe") && !is_hidden_frame(node)) add_children(node, flow);
}

void Builder::add_figure(const Node* node, Flow& flow) {
  Figure figure;
  Flow content;
  const Node* caption = nullptr;
  for (const Node* at = next_in_order(node, node); at != nullptr; at = next_in_order(at, node)) {
    if (at->is("figcaption") && !is_skipped(at)) {
      caption = at;
      break;
    }
  }
  omitted_.push_back(caption);
  add_children(node, content);
  close_run(content);
  omitted_.pop_back();
  if (caption != nullptr) read_caption(caption, figure);
  for (Block& block : content.blocks) {
    // ImageReading on their own have become figures: here they are this figure's content.
    if (auto* inner = std::get_if<Figure>(&block.node);
        inner != nullptr && inner->caption.empty() && inner->credit.empty()) {
      std::move(inner->content.begin(), inner->content.end(), std::back_inserter(figure.content));
    } else {
      figure.content.push_back(std::move(block));
    }
  }
  finish_figure(std::move(figure), node, flow);
}

// Tells what a figure is by its content: quotations, tables and code with a caption of their own
// need no figure around them.
void Builder::finish_figure(Figure figure, const Node* node, Flow& flow) {
  if (figure.content.empty()) {
    Inlines rest = std::move(figure.caption);
    if (!is_blank(rest)) push(flow, Paragraph{std::move(rest)}, node);
    return;
  }
  if (figure.content.size() == 1) {
    Block& only = figure.content.front();
    if (auto* quotation = std::get_if<Quotation>(&only.node)) {
      if (quotation->attribution.empty()) {
        quotation->attribution = std::move(figure.caption);
        strip_attribution_dash(quotation->attribution);
      }
      if (is_pull_quote(node)) quotation->pulled = true;
      flow.blocks.push_back(std::move(only));
      return;
    }
    if (std::holds_alternative<Figure>(only.node) && figure.caption.empty() &&
        figure.credit.empty()) {
      flow.blocks.push_back(std::move(only));
      return;
    }
    if (auto* table = std::get_if<Table>(&only.node);
        table != nullptr && table->caption.empty() && figure.credit.empty()) {
      table->caption = std::move(figure.caption);
      flow.blocks.push_back(std::move(only));
      return;
    }
  }
  if (figure.caption.empty() && figure.credit.empty() && !holds_image(figure.content)) {
    std::move(figure.content.begin(), figure.content.end(), std::back_inserter(flow.blocks));
    return;
  }
  push(flow, std::move(figure), node);
}

}  // namespace pressmark::html
