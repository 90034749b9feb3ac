#include "converters/exporters/epub/accessibility.h"

namespace pressmark::epub {
namespace {

std::string summary(const Evidence& evidence) {
  const xhtml::Counts& counts = evidence.counts;
  std::string text =
      "The text can be read by screen readers and reflowed at any size; it has a "
      "table of contents";
  text += evidence.headings ? " and headings." : ".";
  if (counts.images > 0) {
    text += counts.images_described == counts.images
                ? " All images have alternative texts."
                : " Of " + std::to_string(counts.images) + " images, " +
                      std::to_string(counts.images_described) + " have alternative texts.";
  }
  if (counts.formulas > 0) text += " Formulas are MathML with alternative texts.";
  if (counts.pages > 0) text += " It has the page numbers of the printed source.";
  return text;
}

}  // namespace

std::vector<AccessibilityStatement> accessibility_of(const Evidence& evidence) {
  const xhtml::Counts& counts = evidence.counts;
  const bool images = counts.images > 0;
  const bool described = counts.images_described == counts.images;
  std::vector<AccessibilityStatement> list = {{"schema:accessMode", "textual"}};
  const auto feature = [&](bool present, const char* value) {
    if (present) list.push_back({"schema:accessibilityFeature", value});
  };
  if (images) list.push_back({"schema:accessMode", "visual"});
  if (images) list.push_back({"schema:accessModeSufficient", "textual,visual"});
  if (described) list.push_back({"schema:accessModeSufficient", "textual"});
  feature(true, "tableOfContents");
  feature(true, "readingOrder");
  feature(true, "displayTransformability");
  feature(evidence.headings, "structuralNavigation");
  feature(images && described, "alternativeText");
  feature(counts.formulas > 0, "MathML");
  feature(counts.ruby > 0, "rubyAnnotations");
  feature(counts.pages > 0, "pageBreakMarkers");
  feature(counts.pages > 0, "pageNavigation");
  list.push_back({"schema:accessibilityHazard", evidence.animated_images ? "unknown" : "none"});
  list.push_back({"schema:accessibilitySummary", summary(evidence)});
  return list;
}

}  // namespace pressmark::epub
