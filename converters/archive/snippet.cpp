#include "converters/archive/snippet.h"

#include <algorithm>
#include <optional>
#include <set>

#include "converters/archive/search_words.h"

namespace pressmark::archive {
namespace {

constexpr std::size_t most_words = 16;
// Behind the first phrase found: where a denser place is looked for.
constexpr std::size_t words_looked_at = 200;
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

struct Place {
  std::size_t start, end;  // octets of a word
};

struct Match {
  std::size_t first, last;  // numbers of words
  std::size_t phrase;
};

class SnippetSearch {
 public:
  SnippetSearch(std::string_view text, const std::vector<SearchPhrase>& phrases)
      : text_(text), phrases_(phrases) {
    for (const SearchPhrase& phrase : phrases) longest_ = std::max(longest_, phrase.words.size());
    recent_.resize(std::max<std::size_t>(longest_, 1));
  }

  std::string run() {
    const bool was_read_whole =
        for_each_search_word(text_, [this](const std::string& word, int start, int end) {
          places_.push_back({static_cast<std::size_t>(start), static_cast<std::size_t>(end)});
          recent_[(places_.size() - 1) % recent_.size()] = word;
          note_matches();
          return !is_enough();
        });
    return shown(was_read_whole);
  }

 private:
  const std::string& word(std::size_t number) const { return recent_[number % recent_.size()]; }

  bool ends_here(const SearchPhrase& phrase) const {
    const std::size_t count = phrase.words.size();
    if (count == 0 || count > places_.size()) return false;
    const std::size_t last = places_.size() - 1;
    const bool last_fits = phrase.is_beginning ? word(last).starts_with(phrase.words.back())
                                               : word(last) == phrase.words.back();
    if (!last_fits) return false;
    for (std::size_t i = 0; i + 1 < count; ++i) {
      if (word(last + 1 - count + i) != phrase.words[i]) return false;
    }
    return true;
  }

  void note_matches() {
    const std::size_t last = places_.size() - 1;
    bool found = false;
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      if (!ends_here(phrases_[i])) continue;
      matches_.push_back({last + 1 - phrases_[i].words.size(), last, i});
      found = true;
    }
    if (found) consider_window();
  }

  // The matches that end here and those shortly before.
  void consider_window() {
    const std::size_t last = places_.size() - 1;
    const std::size_t start = last + 1 - std::min(last + 1, most_words);
    std::set<std::size_t> different;
    std::size_t first = matches_.back().first;
    for (auto match = matches_.rbegin(); match != matches_.rend() && match->last >= start;
         ++match) {
      if (match->first < start && match->last != last) continue;
      different.insert(match->phrase);
      first = std::min(first, match->first);
    }
    if (different.size() <= most_different_) return;
    most_different_ = different.size();
    best_ = {first, last, 0};
  }

  // The end of what is shown must have been seen, and one word more to know that there is more.
  bool is_enough() const {
    if (phrases_.empty()) return places_.size() > most_words;
    if (!best_) return false;
    const bool is_settled = most_different_ == phrases_.size() ||
                            places_.size() > matches_.front().last + words_looked_at;
    return is_settled && places_.size() > best_->first + most_words;
  }

  bool is_sentence_start(std::size_t number) const {
    if (number == 0) return true;
    const std::size_t before = places_[number - 1].end;
    const std::string_view between = text_.substr(before, places_[number].start - before);
    return between.find_first_of(".!?\n") != std::string_view::npos ||
           between.find("\xE3\x80\x82") != std::string_view::npos;
  }

  std::size_t first_shown() const {
    if (!best_) return 0;
    const std::size_t length = best_->last - best_->first + 1;
    if (length >= most_words) return best_->first;
    const std::size_t room = most_words - length;
    for (std::size_t back = 0; back <= std::min(room, best_->first); ++back) {
      if (is_sentence_start(best_->first - back)) return best_->first - back;
    }
    return best_->first - room / 2;
  }

  std::string shown(bool was_read_whole) const {
    if (places_.empty()) return {};
    const std::size_t first = first_shown();
    const std::size_t least_end = best_ ? best_->last + 1 : 0;
    const std::size_t end = std::min(std::max(first + most_words, least_end), places_.size());
    std::string snippet = first > 0 ? std::string(ellipsis) : std::string();
    std::size_t at = first > 0 ? places_[first].start : 0;
    const auto copy_to = [&](std::size_t octet) {
      snippet += text_.substr(at, octet - at);
      at = octet;
    };
    for (std::size_t number = first; number < end;) {
      const std::size_t marked_end = std::min(end_of_match(number), end);
      if (marked_end == number) {
        ++number;
        continue;
      }
      copy_to(places_[number].start);
      snippet += snippet_start;
      copy_to(places_[marked_end - 1].end);
      snippet += snippet_end;
      number = marked_end;
    }
    const bool goes_on = end < places_.size() || !was_read_whole;
    const std::size_t last = places_[end - 1].end;
    copy_to(goes_on ? last : std::min(text_.find('\n', last), text_.size()));
    return goes_on ? snippet + std::string(ellipsis) : snippet;
  }

  // Behind the longest run of overlapping matches that begins with this word; the word's own number
  // where none does.
  std::size_t end_of_match(std::size_t number) const {
    std::size_t end = number;
    for (bool grew = true; grew;) {
      grew = false;
      for (const Match& match : matches_) {
        const bool joins = match.first == number || (match.first > number && match.first < end);
        if (!joins || match.last + 1 <= end) continue;
        end = match.last + 1;
        grew = true;
      }
    }
    return end;
  }

  std::string_view text_;
  const std::vector<SearchPhrase>& phrases_;
  std::size_t longest_ = 0;
  std::vector<Place> places_;        // of the words read so far
  std::vector<std::string> recent_;  // the last words, each at its number modulo the size
  std::vector<Match> matches_;       // in the order of their last words
  std::size_t most_different_ = 0;
  std::optional<Match> best_;  // first and last word of the densest place
};

}  // namespace

std::string snippet_of(std::string_view text, const std::vector<SearchPhrase>& phrases) {
  return SnippetSearch(text, phrases).run();
}

}  // namespace pressmark::archive
