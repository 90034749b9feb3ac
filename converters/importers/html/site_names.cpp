#include "converters/importers/html/site_names.h"

#include <algorithm>
#include <array>

#include "converters/common/url.h"

namespace pressmark::html {
namespace {

// A site's name has few words; what is longer is a slogan or a headline.
constexpr std::size_t longest_site_name = 60;

constexpr std::array<std::string_view, 14> separators = {
    " | ",  " - ",  " \u2013 ", " \u2014 ", " \u00B7 ", " \u00BB ", " \u00AB ",
    " :: ", " // ", " / ",      " \u2022 ", " > ",      " \u203A ", "|"};

std::string squeezed(std::string_view text) {
  std::string out = comparable(text);
  std::erase(out, ' ');
  return out;
}

// "example" of "www.example.co.uk".
std::string main_label(std::string_view host) {
  std::vector<std::string_view> labels;
  for (std::size_t i = 0; i <= host.size();) {
    const std::size_t end = std::min(host.find('.', i), host.size());
    labels.push_back(host.substr(i, end - i));
    i = end + 1;
  }
  if (labels.size() < 2) return std::string(host);
  std::size_t main = labels.size() - 2;
  // "co", "com" and the like below a country.
  if (main > 0 && labels[main].size() <= 3 && labels.back().size() == 2) --main;
  return std::string(labels[main]);
}

struct Cut {
  std::string_view head;
  std::string_view tail;
};

// Divided at the first or the last separator.
std::optional<Cut> cut_at(std::string_view title, bool last) {
  std::optional<Cut> best;
  for (const std::string_view separator : separators) {
    const std::size_t at = last ? title.rfind(separator) : title.find(separator);
    if (at == std::string_view::npos || at == 0) continue;
    const Cut cut = {title.substr(0, at), title.substr(at + separator.size())};
    if (!best ||
        (last ? cut.head.size() > best->head.size() : cut.head.size() < best->head.size())) {
      best = cut;
    }
  }
  return best;
}

}  // namespace

bool SiteNames::is_site(std::string_view text) const {
  const std::string plain = squeezed(text);
  if (plain.empty()) return true;
  return std::ranges::any_of(known, [&](const std::string& name) {
    return plain == name || (plain.size() > 3 && plain == "the" + name) ||
           (name.size() > 3 && name == "the" + plain);
  });
}

SiteNames read_site_names(const PageSignals& signals, std::string_view page_url) {
  SiteNames names;
  names.host = host_of(page_url);
  if (names.host.empty()) names.host = host_of(signals.link("canonical"));
  const auto know = [&](std::string_view name) {
    std::string plain = squeezed(name);
    if (!plain.empty() && std::ranges::find(names.known, plain) == names.known.end()) {
      names.known.push_back(std::move(plain));
    }
  };
  std::vector<Statement> sites;
  if (auto site = signals.first_meta({"og:site_name"})) sites.push_back(*site);
  for (const LinkedItem& item : signals.linked_data().items()) {
    if (item.type == "WebSite" || item.type == "NewsMediaOrganization" || item.type == "Blog") {
      if (auto name = signals.linked(item, "name")) {
        if (item.type == "WebSite") sites.push_back(*name);
        know(name->value);
      }
      if (auto name = signals.linked(item, "alternateName")) know(name->value);
    } else if (is_article_type(item.type) || item.type == "WebPage") {
      auto publisher = signals.linked(item, "publisher");
      if (publisher && !names.publisher) names.publisher = publisher;
    } else if (item.type == "Organization") {
      if (auto name = signals.linked(item, "name")) know(name->value);
    }
  }
  for (const std::string_view name :
       {"application-name", "apple-mobile-web-app-title", "citation_journal_title",
        "al:ios:app_name", "dc.publisher", "dcterms.publisher", "publisher", "copyright"}) {
    if (auto site = signals.first_meta({name})) {
      if (site->value.size() <= longest_site_name) know(site->value);
      if (name == "application-name") sites.push_back(*site);
      if ((name == "dc.publisher" || name == "publisher") && !names.publisher) {
        names.publisher = site;
      }
    }
  }
  if (names.publisher && names.publisher->value.find("://") != std::string::npos) {
    names.publisher.reset();
  }
  if (names.publisher) {
    know(names.publisher->value);
    sites.push_back(*names.publisher);
  }
  if (!names.host.empty()) {
    know(names.host);
    know(main_label(names.host));
  }
  for (const Statement& site : sites) know(site.value);
  for (const Statement& site : sites) {
    const bool plausible = site.value.size() <= longest_site_name &&
                           site.value.find("://") == std::string::npos &&
                           site.value.find("{{") == std::string::npos;
    if (plausible && !names.site) names.site = site;
  }
  if (!names.site && !names.host.empty()) {
    // The last part of the title, or else the first, where it is the host's name written out.
    if (signals.title() != nullptr) {
      const auto parts = title_parts(collapsed_text(signals.title()));
      const std::string label = squeezed(main_label(names.host));
      const auto names_host = [&](const std::string& part) {
        const std::string plain = squeezed(part);
        return plain.size() > 2 &&
               (plain.find(label) != std::string::npos || label.find(plain) != std::string::npos);
      };
      const std::string* part = &parts.back();
      if (!names_host(*part)) part = &parts.front();
      if (parts.size() > 1 && names_host(*part)) {
        names.site = Statement{*part, "html:title", {}, nullptr};
        know(*part);
      }
    }
    if (!names.site) names.site = Statement{names.host, "url", {}, nullptr};
  }
  return names;
}

std::string without_site(std::string_view title, const SiteNames& site) {
  std::string_view rest = title;
  for (int round = 0; round < 3; ++round) {
    if (const auto cut = cut_at(rest, true); cut && site.is_site(cut->tail)) {
      rest = cut->head;
    } else if (const auto front = cut_at(rest, false); front && site.is_site(front->head)) {
      rest = front->tail;
    } else {
      break;
    }
  }
  return std::string(rest);
}

std::vector<std::string> title_parts(std::string_view title) {
  std::vector<std::string> parts;
  std::string_view rest = title;
  while (const auto cut = cut_at(rest, false)) {
    parts.emplace_back(cut->head);
    rest = cut->tail;
  }
  parts.emplace_back(rest);
  return parts;
}

}  // namespace pressmark::html
