#include "converters/exporters/pdf/writer/tagged_writer.h"

#include <set>

#include "converters/exporters/pdf/writer/codes.h"
#include "converters/exporters/pdf/writer/colour_profile.h"
#include "converters/exporters/pdf/writer/content_stream.h"
#include "converters/exporters/pdf/writer/embedded_fonts.h"
#include "converters/exporters/pdf/writer/file_assembler.h"
#include "converters/exporters/pdf/writer/file_information.h"
#include "converters/exporters/pdf/writer/images.h"
#include "converters/exporters/pdf/writer/navigation.h"
#include "converters/exporters/pdf/writer/structure.h"

namespace pressmark::pdf {
namespace {

Array write_output_intent(FileAssembler& file) {
  const Reference profile = file.add_stream({{"N", 3}}, srgb_profile(), Packing::deflate);
  const TextString identifier = text_string("sRGB IEC61966-2.1");
  return Array{Dictionary{
      {"Type", name("OutputIntent")},
      {"S", name("GTS_PDFA1")},
      {"OutputConditionIdentifier", identifier},
      {"Info", identifier},
      {"RegistryName", text_string("http://www.color.org")},
      {"DestOutputProfile", profile},
  }};
}

class TaggedWriter {
 public:
  TaggedWriter(const Layout& layout, const Document& article, Profile profile,
               const std::vector<Attachment>& attachments, int dots_per_inch, Context& context)
      : layout_(layout),
        article_(article),
        profile_(profile),
        attachments_(attachments),
        dots_per_inch_(dots_per_inch),
        context_(context) {}

  Result<Bytes> write() {
    catalog_ = file_.reserve();
    page_tree_ = file_.reserve();
    for (std::size_t i = 0; i < layout_.pages.size(); ++i) marked_.pages.push_back(file_.reserve());
    Result<EmbeddedFonts> fonts = embed_fonts(layout_, file_);
    if (!fonts) return fonts.error();
    const EmbeddedImages images =
        embed_images(layout_, article_.resources, dots_per_inch_, file_, context_);
    elements_ = reserve_elements(layout_, file_);
    write_pages(*fonts, images);
    return write_catalog();
  }

 private:
  void write_pages(const EmbeddedFonts& fonts, const EmbeddedImages& images) {
    const Reference font_resources = file_.add(fonts.resources);
    const std::vector<std::string_view> types = content_types(layout_);
    const Targets targets(layout_, marked_.pages, elements_, profile_);
    std::size_t missing_glyphs = 0;
    Array kids;
    for (std::size_t i = 0; i < layout_.pages.size(); ++i) {
      const Page& page = layout_.pages[i];
      ContentStream content = write_content(page, fonts, images.uses, types);
      missing_glyphs += content.missing_glyphs;
      Dictionary entry{
          {"Type", name("Page")},
          {"Parent", page_tree_},
          {"MediaBox", Array{0, 0, real_of(page.width), real_of(page.height)}},
          {"Resources", page_resources(page, font_resources, images)},
          {"Contents", file_.add_stream({}, std::move(content.operators), Packing::deflate)},
      };
      if (!content.marked.empty()) entry.set("StructParents", static_cast<std::int64_t>(i));
      marked_.marked.push_back(std::move(content.marked));
      Array links = write_links(targets, static_cast<int>(i), marked_.annotations, file_);
      if (!links.empty()) {
        entry.set("Annots", std::move(links));
        entry.set("Tabs", name("S"));  // PDF/UA-1, 7.18.3: tab order by structure
      }
      file_.set(marked_.pages[i], std::move(entry));
      kids.emplace_back(marked_.pages[i]);
    }
    const auto count = static_cast<std::int64_t>(kids.size());
    file_.set(page_tree_,
              Dictionary{{"Type", name("Pages")}, {"Count", count}, {"Kids", std::move(kids)}});
    if (missing_glyphs > 0) {
      context_.diagnostics.report(code_missing_glyph, std::to_string(missing_glyphs));
    }
  }

  static Dictionary page_resources(const Page& page, Reference fonts,
                                   const EmbeddedImages& images) {
    Dictionary resources{{"Font", fonts}};
    std::set<ResourceId> placed;
    Dictionary objects;
    for (const Item& item : page.items) {
      const auto* image = std::get_if<PlacedImage>(&item);
      if (image == nullptr || !placed.insert(image->resource).second) continue;
      const auto use = images.uses.find(image->resource);
      if (use != images.uses.end()) {
        objects.set(use->second.resource, images.objects.find(image->resource)->second);
      }
    }
    if (!objects.empty()) resources.set("XObject", std::move(objects));
    return resources;
  }

  Result<Bytes> write_catalog() {
    const FileInformation information =
        describe_file(article_, layout_.language, context_.environment.time());
    Dictionary catalog{
        {"Type", name("Catalog")},
        {"Pages", page_tree_},
        {"Lang", text_string(layout_.language)},
        {"MarkInfo", Dictionary{{"Marked", true}}},
        {"ViewerPreferences", viewer_preferences()},
        {"PageLabels", page_labels(layout_)},
        {"StructTreeRoot", write_structure(layout_, marked_, elements_, profile_, file_)},
        {"OutputIntents", write_output_intent(file_)},
        {"Metadata", file_.add_stream({{"Type", name("Metadata")}, {"Subtype", name("XML")}},
                                      xmp_packet(information, profile_), Packing::none)},
    };
    const Targets targets(layout_, marked_.pages, elements_, profile_);
    if (const auto outline = write_outline(targets, file_)) {
      catalog.set("Outlines", *outline);
      catalog.set("PageMode", name("UseOutlines"));
    }
    if (!attachments_.empty()) {
      EmbeddedFiles files = embed_files(attachments_, information.created, file_);
      catalog.set("AF", std::move(files.associated));
      catalog.set("Names", Dictionary{{"EmbeddedFiles", std::move(files.by_name)}});
    }
    file_.set(catalog_, std::move(catalog));
    // PDF 2.0 files under PDF/A-4 have no Info dictionary (PDF/A-4, 6.1.3).
    std::optional<Reference> info;
    if (!is_pdf_2(profile_)) info = file_.add(info_dictionary(information));
    return file_.finish(pdf_version(profile_), catalog_, info);
  }

  Dictionary viewer_preferences() const {
    Dictionary preferences{{"DisplayDocTitle", true}};
    if (layout_.right_to_left) preferences.set("Direction", name("R2L"));
    return preferences;
  }

  const Layout& layout_;
  const Document& article_;
  Profile profile_;
  const std::vector<Attachment>& attachments_;
  int dots_per_inch_;
  Context& context_;
  FileAssembler file_;
  Reference catalog_;
  Reference page_tree_;
  std::vector<Reference> elements_;
  MarkedPages marked_;
};

}  // namespace

Result<Bytes> write_tagged(const Layout& layout, const Document& article, Profile profile,
                           const std::vector<Attachment>& attachments, int dots_per_inch,
                           Context& context) {
  return TaggedWriter(layout, article, profile, attachments, dots_per_inch, context).write();
}

}  // namespace pressmark::pdf
