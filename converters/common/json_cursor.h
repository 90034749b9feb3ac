// converters/common/json_cursor.h: reading JSON of a known form strictly, with errors that name the
// place: "body[3].children[0].style: 'wavy' is no style".
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "converters/common/json.h"

namespace pressmark {

// A value and the way to it. The first failure is kept and later ones are dropped, so a reader need
// not test each step: after a failure every reading gives an empty value and no loop goes on.
// A cursor must not outlive the one it came from.
class JsonCursor {
 public:
  // `failure` must be empty and outlive the cursors; it gets the first failure's sentence.
  JsonCursor(const Json& value, std::string& failure) : value_(&value), failure_(&failure) {}

  bool failed() const { return !failure_->empty(); }
  void fail(std::string_view what) const;

  // Fails where the value is no object, or has another member than these.
  void only(std::initializer_list<std::string_view> names) const;
  // Absent where there is no such member, or the value is no object.
  std::optional<JsonCursor> find(const char* name) const;
  // The same, and a failure where it is absent.
  std::optional<JsonCursor> need(const char* name) const;

  // Text as core/base/utf8.h has it; a failure for anything else.
  std::string text() const;
  bool boolean() const;
  double number(double least, double most) const;
  long long integer(long long least, long long most) const;

  // The member's value; the default where it is absent.
  std::string text(const char* name) const;
  bool boolean(const char* name, bool otherwise) const;
  long long integer(const char* name, long long least, long long most, long long otherwise) const;

  // Calls `visit(cursor)` for each item; a failure where the value is no array.
  template <class Visit>
  void each_item(Visit visit) const {
    if (!value_->is_array()) return fail("is no array");
    for (std::size_t i = 0; i < value_->size() && !failed(); ++i) visit(item(i));
  }
  std::size_t size() const { return value_->size(); }

  // Calls `visit(name, cursor)` for each member; a failure where the value is no object.
  template <class Visit>
  void each_member(Visit visit) const {
    if (!value_->is_object()) return fail("is no object");
    for (auto member = value_->begin(); member != value_->end() && !failed(); ++member) {
      visit(member.key(), JsonCursor(*member, this, &member.key(), 0));
    }
  }

 private:
  JsonCursor(const Json& value, const JsonCursor* parent, const std::string* name,
             std::size_t index)
      : value_(&value), failure_(parent->failure_), parent_(parent), name_(name), index_(index) {}
  JsonCursor item(std::size_t index) const {
    return JsonCursor((*value_)[index], this, nullptr, index);
  }
  std::string path() const;

  const Json* value_;
  std::string* failure_;
  const JsonCursor* parent_ = nullptr;
  const std::string* name_ = nullptr;  // null: an item of an array, or the root
  std::size_t index_ = 0;
};

}  // namespace pressmark
