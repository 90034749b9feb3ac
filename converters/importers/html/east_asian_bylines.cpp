#include "converters/importers/html/east_asian_bylines.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "converters/importers/html/person_names.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

// Longer ones first: the first that fits is taken.
constexpr std::array<std::string_view, 34> author_roles = {
    "取材・文・撮影", "取材・執筆",   "取材・文", "構成・文", "文・構成", "文・写真", "文・撮影",
    "本報特派記者",   "本报特派记者", "本報記者", "本报记者", "特約記者", "特约记者", "特派記者",
    "特派记者",       "实习记者",     "聞き手",   "ライター", "글쓴이",   "작성자",   "執筆者",
    "通讯员",         "執筆",         "著者",     "筆者",     "作者",     "撰文",     "撰稿",
    "記者",           "记者",         "기자",     "文",       "著",       "글"};
constexpr std::array<std::string_view, 22> other_roles = {
    "イラスト", "責任編集", "责任编辑", "責任編輯", "カメラ", "写真", "撮影", "攝影",
    "摄影",     "編集",     "編輯",     "编辑",     "责编",   "翻訳", "校对", "사진",
    "편집",     "圖",       "图",       "絵",       "訳",     "插画"};
// Behind a name, without a space.
constexpr std::array<std::string_view, 7> titles = {"特派記者", "特派員", "記者",  "记者",
                                                    "기자",     "통신원", "통신사"};
constexpr std::array<std::string_view, 5> reports = {"報導", "报道", "報道", "报导", "보도"};
// Marks between a role and a name or between two names, and around them, as one space each.
constexpr std::array<std::pair<std::string_view, char>, 18> marks = {{{"\u3000", ' '},
                                                                      {"\u00A0", ' '},
                                                                      {"＝", '='},
                                                                      {"：", '='},
                                                                      {"／", '/'},
                                                                      {"｜", '/'},
                                                                      {"（", ' '},
                                                                      {"）", ' '},
                                                                      {"【", ' '},
                                                                      {"】", ' '},
                                                                      {"［", ' '},
                                                                      {"］", ' '},
                                                                      {"〈", ' '},
                                                                      {"〉", ' '},
                                                                      {"、", '/'},
                                                                      {"，", '/'},
                                                                      {"；", '/'},
                                                                      {"◎", ' '}}};

struct Piece {
  std::string text;
  char mark = ' ';  // behind it: ' ', '=' or '/'
};

std::vector<Piece> split_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  std::string piece;
  const auto end_piece = [&](char mark) {
    if (!piece.empty()) {
      pieces.push_back({std::exchange(piece, {}), mark});
    } else if (!pieces.empty() && pieces.back().mark == ' ') {
      pieces.back().mark = mark;
    }
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto found = std::ranges::find_if(
        marks, [&](const auto& mark) { return text.substr(i).starts_with(mark.first); });
    if (found != marks.end()) {
      end_piece(found->second);
      i += found->first.size();
      continue;
    }
    const char c = text[i++];
    if (c == ' ' || c == '(' || c == ')' || c == '[' || c == ']') {
      end_piece(' ');
    } else if (c == '=' || c == ':') {
      end_piece('=');
    } else if (c == '/' || c == ',' || c == '|' || c == ';') {
      end_piece('/');
    } else {
      piece += c;
    }
  }
  end_piece(' ');
  return pieces;
}

template <std::size_t count>
std::string_view prefix_of(std::string_view text,
                           const std::array<std::string_view, count>& words) {
  const auto found =
      std::ranges::find_if(words, [&](std::string_view word) { return text.starts_with(word); });
  return found != words.end() ? *found : std::string_view();
}

// A title at the end of a piece that has a name before it.
std::string_view title_of(std::string_view text) {
  constexpr std::size_t shortest_name = 6;  // octets: two characters
  for (const std::string_view title : titles) {
    if (text.ends_with(title) && text.size() >= title.size() + shortest_name) return title;
  }
  return {};
}

// Whether a role stands behind the name: "김철수 기자", "山田 花子 著".
bool stands_behind(std::string_view role) {
  return role == "著" || role == "訳" || std::ranges::find(titles, role) != titles.end();
}

bool is_report(std::string_view text) {
  return std::ranges::any_of(reports, [&](std::string_view word) { return text.ends_with(word); });
}

// Whether what stands behind a role without a mark can be a name: two to four ideographs or Hangul,
// and no compound of the role ("記者会見", "记者团").
bool follows_role(std::string_view text) {
  constexpr std::array<std::string_view, 7> compounds = {"会", "會", "团", "團", "室", "证", "席"};
  constexpr std::size_t octets = 3;  // of such a character
  if (text.size() < 2 * octets || text.size() > 4 * octets) return false;
  if (!prefix_of(text, compounds).empty()) return false;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    const char32_t c = decoded.code_point;
    if (!(c >= 0x4E00 && c <= 0x9FFF) && !(c >= 0xAC00 && c <= 0xD7A3)) return false;
    i += static_cast<std::size_t>(decoded.size);
  }
  return true;
}

class Reader {
 public:
  std::string read(std::string_view text) {
    for (const Piece& piece : split_pieces(text)) read_piece(piece);
    end_name();
    if (names_.empty()) return only_others_ ? std::string() : std::string(text);
    std::string line = "文: ";
    for (std::size_t i = 0; i < names_.size(); ++i) line += (i == 0 ? "" : "; ") + names_[i];
    return line;
  }

 private:
  enum class State { before, author, other };

  void read_piece(const Piece& piece) {
    const std::string_view text = piece.text;
    if (text.find_first_of("@0123456789") != std::string_view::npos || is_report(text)) {
      end_name();
      state_ = State::before;
    } else if (!take_role(piece)) {
      take_name(text);
    }
    if (piece.mark == '/') end_name();
  }

  bool take_role(const Piece& piece) {
    constexpr std::size_t one_character = 3;  // octets: "文" begins names, too
    const std::string_view text = piece.text;
    const std::string_view author = prefix_of(text, author_roles);
    const std::string_view other = prefix_of(text, other_roles);
    const std::string_view role = author.empty() ? other : author;
    if (role.empty()) return false;
    const bool whole = role.size() == text.size();
    if (!whole && (role.size() <= one_character || !follows_role(text.substr(role.size())))) {
      return false;
    }
    if (whole && state_ == State::before && !name_.empty() && piece.mark != '=' &&
        stands_behind(text)) {
      if (text != "訳") names_.push_back(name_);
      name_.clear();
      return true;
    }
    end_name();
    state_ = author.empty() ? State::other : State::author;
    if (!whole) take_name(text.substr(role.size()));
    return true;
  }

  void take_name(std::string_view text) {
    const std::string_view title = title_of(text);
    text.remove_suffix(title.size());
    if (!name_.empty()) name_ += ' ';
    name_ += text;
    if (title.empty()) return;
    if (state_ == State::before) state_ = State::author;
    end_name();
    state_ = State::before;
  }

  void end_name() {
    if (state_ == State::author && is_undivided(name_)) names_.push_back(name_);
    only_others_ = only_others_ || (state_ == State::other && !name_.empty());
    name_.clear();
  }

  State state_ = State::before;
  std::string name_;
  bool only_others_ = false;  // where there are no names: somebody did something else
  std::vector<std::string> names_;
};

}  // namespace

std::string plain_east_asian_byline(std::string_view text) { return Reader().read(text); }

}  // namespace pressmark::html
