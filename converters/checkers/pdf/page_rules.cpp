#include <algorithm>
#include <cmath>

#include "converters/checkers/pdf/rules.h"

namespace pressmark::pdf_check {
namespace {

// Page sizes in units of 1/72 inch (ISO 19005-3, 6.1.13).
constexpr double least_side = 3;
constexpr double most_side = 14'400;

constexpr std::string_view box_names[] = {"MediaBox", "CropBox", "TrimBox", "ArtBox", "BleedBox"};

void check_boxes(const Subject& subject, const Object& page, const std::string& place) {
  if (subject.claims.is_archive_4()) return;
  for (const std::string_view name : box_names) {
    const Array* box = subject.file.get(page, name).array();
    if (box == nullptr || box->size() != 4) continue;
    double side[4];
    for (std::size_t i = 0; i < 4; ++i) {
      side[i] = subject.file.resolve((*box)[i]).number().value_or(0);
    }
    for (const double length : {side[2] - side[0], side[3] - side[1]}) {
      if (std::abs(length) < least_side || std::abs(length) > most_side) {
        subject.report("pdfa-6.1.13-11", place,
                       std::string(name) + " is smaller than 3 or larger than 14,400 units");
        break;
      }
    }
  }
}

// The number of components of the output intent's profile; 0 where there is none.
std::int64_t intent_components(const Subject& subject) {
  const Array* intents = subject.file.get(subject.catalog, "OutputIntents").array();
  if (intents == nullptr) return 0;
  for (const Object& intent : *intents) {
    if (!subject.file.get(intent, "S").is_name("GTS_PDFA1")) continue;
    const Object& profile = subject.file.get(intent, "DestOutputProfile");
    return subject.file.get(profile, "N").integer().value_or(0);
  }
  return 0;
}

void check_colours(const Subject& subject, std::set<std::string> spaces) {
  for (const auto& [number, object] : subject.file.objects()) {
    if (!object.is_stream || !subject.file.get(object.value, "Subtype").is_name("Image")) continue;
    const std::string place = "object " + std::to_string(number);
    const Object& space = subject.file.get(object.value, "ColorSpace");
    const Array* array = space.array();
    if (!space.name().empty()) spaces.emplace(space.name());
    if (array != nullptr && array->size() > 1 &&
        subject.file.resolve(array->front()).is_name("Indexed")) {
      spaces.emplace(subject.file.resolve((*array)[1]).name());
    }
    if (subject.file.get(object.value, "Interpolate").flag().value_or(false)) {
      subject.report("pdfa-6.2.8-3", place, "an image asks for interpolation");
    }
    if (!subject.file.get(object.value, "Alternates").is_null()) {
      subject.report("pdfa-6.2.8-1", place, "an image has alternates");
    }
  }
  const std::int64_t components = intent_components(subject);
  if (spaces.contains("DeviceRGB") && components != 3) {
    subject.report("pdfa-6.2.4.3-2", "", "there is DeviceRGB without an output intent for RGB");
  }
  if (spaces.contains("DeviceCMYK") && components != 4) {
    subject.report("pdfa-6.2.4.3-3", "", "there is DeviceCMYK without an output intent for CMYK");
  }
  if (spaces.contains("DeviceGray") && components == 0) {
    subject.report("pdfa-6.2.4.3-4", "", "there is DeviceGray without an output intent");
  }
}

void check_actions(const Subject& subject) {
  static const std::set<std::string_view> forbidden = {
      "Launch",      "Sound",     "Movie", "ResetForm",  "ImportData", "Hide",
      "SetOCGState", "Rendition", "Trans", "GoTo3DView", "JavaScript"};
  static const std::set<std::string_view> named = {"NextPage", "PrevPage", "FirstPage", "LastPage"};
  for (const auto& [number, object] : subject.file.objects()) {
    const std::string place = "object " + std::to_string(number);
    for (const Object* action : {&object.value, &subject.file.get(object.value, "A"),
                                 &subject.file.get(object.value, "OpenAction")}) {
      const std::string_view kind = subject.file.get(*action, "S").name();
      if (forbidden.contains(kind) && !subject.file.get(*action, "Type").is_name("StructElem")) {
        subject.report("pdfa-6.5.1-1", place, "there is an action " + std::string(kind));
        break;
      }
      if (kind == "Named" && !named.contains(subject.file.get(*action, "N").name())) {
        subject.report("pdfa-6.5.1-2", place, "there is a named action that is not allowed");
        break;
      }
    }
  }
  if (subject.catalog.find("AA") != nullptr) {
    subject.report("pdfa-6.5.2-1", "catalog", "there are additional actions");
  }
}

class AnnotationChecker {
 public:
  AnnotationChecker(const Subject& subject, const StructureTree& tree)
      : subject_(subject), file_(subject.file), tree_(tree) {}

  void check(const Object& page, const std::string& place) {
    const Array* annotations = file_.get(page, "Annots").array();
    if (annotations == nullptr || annotations->empty()) return;
    if (!file_.get(page, "Tabs").is_name("S")) {
      subject_.report("pdfua-7.18.3-1", place, "its tab order is not that of the structure");
    }
    for (const Object& annotation : *annotations) {
      const Object& own = file_.resolve(annotation);
      if (own.dictionary() == nullptr) continue;
      const std::string here = place + ", " + place_of(&annotation);
      check_archive(own, here);
      check_place(annotation, own, here);
    }
  }

 private:
  void check_archive(const Object& annotation, const std::string& place) {
    static const std::set<std::string_view> forbidden = {"3D", "Sound", "Screen", "Movie"};
    const std::string_view kind = file_.get(annotation, "Subtype").name();
    if (forbidden.contains(kind)) {
      subject_.report("pdfa-6.3.1-1", place, "annotations of this kind are not allowed");
    }
    const auto flags = file_.get(annotation, "F").integer();
    constexpr std::int64_t print = 4;
    constexpr std::int64_t hidden = 1 | 2 | 32 | 256;  // Invisible, Hidden, NoView, ToggleNoView
    if (!flags) {
      if (kind != "Popup") subject_.report("pdfa-6.3.2-1", place, "it has no F");
    } else if ((*flags & print) == 0 || (*flags & hidden) != 0) {
      subject_.report("pdfa-6.3.2-2", place, "F does not say that it is printed and shown");
    }
  }

  void check_place(const Object& reference, const Object& annotation, const std::string& place) {
    const std::string_view kind = file_.get(annotation, "Subtype").name();
    if (kind == "Popup" || kind == "Widget") return;
    const bool is_link = kind == "Link";
    const auto key = file_.get(annotation, "StructParent").integer();
    const Reference* parent = key ? tree_.parent_entry(*key).reference() : nullptr;
    const int element = parent == nullptr ? -1 : tree_.find(parent->number);
    const std::string_view wanted = is_link ? "Link" : "Annot";
    const bool is_held = element >= 0 && tree_[element].type == wanted && holds(element, reference);
    if (!is_held) {
      subject_.report(is_link ? "pdfua-7.18.5-1" : "pdfua-7.18.1-1", place,
                      "it is in no element " + std::string(wanted));
    }
    const Bytes* contents = file_.get(annotation, "Contents").string();
    if (contents == nullptr || contents->empty()) {
      subject_.report(is_link ? "pdfua-7.18.5-2" : "pdfua-7.18.1-2", place, "it has no Contents");
    }
    if (subject_.claims.accessibility_part == 2) check_destination(annotation, place);
  }

  bool holds(int element, const Object& reference) const {
    const auto& objects = tree_[element].objects;
    return reference.reference() != nullptr &&
           std::find(objects.begin(), objects.end(), reference.reference()->number) !=
               objects.end();
  }

  void check_destination(const Object& annotation, const std::string& place) {
    const Object& action = file_.get(annotation, "A");
    const bool is_internal = file_.get(action, "S").is_name("GoTo");
    const bool is_structural = !file_.get(action, "SD").is_null();
    if ((is_internal && !is_structural) || !file_.get(annotation, "Dest").is_null()) {
      subject_.report("pdfua2-8.8-2", place, "its destination is no structure destination");
    }
  }

  const Subject& subject_;
  const File& file_;
  const StructureTree& tree_;
};

}  // namespace

void check_pages(const Subject& subject, const StructureTree& tree, const UsedContent& used) {
  AnnotationChecker annotations(subject, tree);
  const std::vector<std::int64_t> pages = page_numbers(subject);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Object& page = subject.file.objects().at(pages[i]).value;
    const std::string place = "page " + std::to_string(i + 1);
    check_boxes(subject, page, place);
    annotations.check(page, place);
  }
  check_colours(subject, used.colour_spaces);
  check_actions(subject);
}

}  // namespace pressmark::pdf_check
