#include "converters/common/json_cursor.h"

#include <algorithm>
#include <vector>

#include "core/base/utf8.h"

namespace pressmark {

std::string JsonCursor::path() const {
  std::vector<const JsonCursor*> way;
  for (const JsonCursor* at = this; at->parent_ != nullptr; at = at->parent_) way.push_back(at);
  std::string path;
  for (auto at = way.rbegin(); at != way.rend(); ++at) {
    if ((*at)->name_ == nullptr) {
      path += "[" + std::to_string((*at)->index_) + "]";
      continue;
    }
    if (!path.empty()) path += '.';
    path += utf8::to_text(utf8::prefix(*(*at)->name_, 100));
  }
  return path.empty() ? "the JSON text" : path;
}

void JsonCursor::fail(std::string_view what) const {
  if (!failed()) *failure_ = path() + ": " + std::string(what);
}

void JsonCursor::only(std::initializer_list<std::string_view> names) const {
  if (!value_->is_object()) return fail("is no object");
  for (auto member = value_->begin(); member != value_->end(); ++member) {
    if (std::ranges::find(names, std::string_view(member.key())) == names.end()) {
      const std::string name = utf8::to_text(utf8::prefix(member.key(), 100));
      return fail("has a member '" + name + "' that is not known");
    }
  }
}

std::optional<JsonCursor> JsonCursor::find(const char* name) const {
  if (!value_->is_object()) return {};
  const auto member = value_->find(name);
  if (member == value_->end()) return {};
  return JsonCursor(*member, this, &member.key(), 0);
}

std::optional<JsonCursor> JsonCursor::need(const char* name) const {
  std::optional<JsonCursor> member = find(name);
  if (!member) fail(std::string("has no '") + name + "'");
  return member;
}

std::string JsonCursor::text() const {
  if (!value_->is_string()) {
    fail("is no string");
    return {};
  }
  const auto& value = value_->get_ref<const std::string&>();
  if (!utf8::is_text(value)) {
    fail("has control characters or others that no text may have");
    return {};
  }
  return value;
}

bool JsonCursor::boolean() const {
  if (!value_->is_boolean()) {
    fail("is neither true nor false");
    return false;
  }
  return value_->get<bool>();
}

double JsonCursor::number(double least, double most) const {
  const double value = value_->is_number() ? value_->get<double>() : least - 1;
  if (value >= least && value <= most) return value;
  fail("is no number in its range");
  return least;
}

long long JsonCursor::integer(long long least, long long most) const {
  const bool fits = value_->is_number_integer() &&
                    (!value_->is_number_unsigned() ||
                     value_->get<unsigned long long>() <= static_cast<unsigned long long>(most));
  if (fits && value_->get<long long>() >= least && value_->get<long long>() <= most) {
    return value_->get<long long>();
  }
  fail("is no whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

std::string JsonCursor::text(const char* name) const {
  const auto member = find(name);
  return member ? member->text() : std::string{};
}

bool JsonCursor::boolean(const char* name, bool otherwise) const {
  const auto member = find(name);
  return member ? member->boolean() : otherwise;
}

long long JsonCursor::integer(const char* name, long long least, long long most,
                              long long otherwise) const {
  const auto member = find(name);
  return member ? member->integer(least, most) : otherwise;
}

}  // namespace pressmark
