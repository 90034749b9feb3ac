// converters/common/xml_scanner.h: reads XML 1.0 event by event, without a tree and without copies:
// for checks of many documents, which may cost no more than reading them.
//
// What stands behind: XML 1.0 (fifth edition) and Namespaces in XML 1.0. A document type with
// declarations of its own is refused; entities that XML does not predefine are errors, so nothing
// grows. Elements nest at most 1000 deep.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

class XmlScanner {
 public:
  enum class Event { start, end, text, finished, failed };

  // Views are good until the next call of next().
  struct Attribute {
    std::string_view prefix;
    std::string_view name;        // without its prefix
    std::string_view name_space;  // empty: none
    std::string_view value;       // references replaced, white space as XML 1.0, 3.3.3, says
  };

  // Scans UTF-8 text, with or without an XML declaration; it must outlive this. Octets of another
  // encoding have to be decoded first.
  explicit XmlScanner(std::string_view text);

  // The next event: `start` and `end` of an element (both for an empty one), a run of `text`
  // inside the root. `failed` where the text is not well-formed: then failure() says why.
  Event next();

  // Of the element that starts or ends.
  std::string_view name() const { return name_; }
  std::string_view name_space() const { return name_space_; }
  const std::vector<Attribute>& attributes() const { return attributes_; }  // of a start
  // The value of an attribute without a namespace; null where there is none.
  const std::string_view* attribute(std::string_view name) const;

  std::string_view text() const { return text_; }          // of a run
  std::size_t depth() const { return open_.size(); }       // elements that are open
  std::size_t line() const;                                // of the event, from 1
  const std::string& failure() const { return failure_; }  // "line 3: ..."

 private:
  struct Open {
    std::string_view qualified_name;
    std::string_view name;
    std::string_view name_space;
    std::size_t bindings;  // that were there before it
  };
  struct Binding {
    std::string_view prefix;
    std::string_view name_space;
  };

  Event fail(std::string_view reason);
  bool check_characters();
  bool starts(std::string_view words) const;
  void skip_space();
  std::string_view scan_name();
  bool split_name(std::string_view qualified, std::string_view& prefix, std::string_view& local);
  Event scan_markup();
  Event scan_start();
  Event scan_end();
  Event scan_run();
  bool scan_attribute();
  bool bind_attributes();
  bool find_name_space(std::string_view prefix, std::string_view& name_space) const;
  bool skip_comment();
  bool skip_instruction();
  bool skip_document_type();
  // The text with references replaced; `is_value`: white space becomes spaces. Sets failure_.
  std::string_view settled(std::string_view raw, bool is_value);
  bool replace_reference(std::string_view raw, std::size_t& position, std::string& out);
  Event close();

  std::string_view all_;
  std::size_t position_ = 0;
  std::size_t event_position_ = 0;
  bool has_root_ = false;
  bool is_empty_element_ = false;
  std::string_view name_;
  std::string_view name_space_;
  std::string_view text_;
  std::vector<Attribute> attributes_;
  std::deque<std::string> replaced_;  // values and runs that differ from what is written
  std::vector<Open> open_;
  std::vector<Binding> bindings_;
  std::string failure_;
};

// What the XML declaration at the beginning says; empty where it says nothing.
std::string_view declared_xml_encoding(std::string_view octets);

// The text of an XML document for XmlScanner: the octets themselves where they are UTF-8 by their
// declaration or without one, which is not copied; else decoded by declaration or byte order mark.
class XmlText {
 public:
  // `octets` must outlive this.
  explicit XmlText(std::string_view octets);
  std::string_view view() const { return is_decoded_ ? std::string_view(decoded_) : octets_; }

 private:
  std::string_view octets_;
  bool is_decoded_ = false;
  std::string decoded_;
};

}  // namespace pressmark
