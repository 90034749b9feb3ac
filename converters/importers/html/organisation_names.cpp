#include "converters/importers/html/organisation_names.h"

#include "converters/common/word_set.h"

namespace pressmark::html {
namespace {

constexpr std::string_view account_names_list =
    "about, about the author, admin, administrador, administrateur, administration, "
    "administrator, administrátor, advertisement, advertorial, agence, agency, all posts, "
    "amministratore, and, anonym, anonymous, anzeige, archive, articles, author, "
    "author archive, autor, autorin, bio, blog, blog admin, blogger, bluesky, by, comments, "
    "community, contact, content, content writer, contributor, contributors, copyright, "
    "correspondent, date, default, default author, demo, diverse, editor, editor in chief, "
    "editorial, editors, editör, eingestellt von unknown, email, equipe, equipo, facebook, "
    "first name, flipboard, follow, from, full bio, gast, gastautor, gastbeitrag, github, "
    "gitlab, gmt, google, guest, guest author, guest blogger, guest contributor, guest post, no "
    "author, "
    "haber, home, hr, info, instagram, it, last name, linkedin, login, marketing, mastodon, "
    "mehrere, member, menu, moderator, more, multiple authors, n/a, na, name, news, "
    "newsletter, none, not specified, null, office, online, other, owner, partner content, "
    "pinterest, podcast, posted by, posts, pr, press, press release, presse, pressemitteilung, "
    "profile, published, read bio, read more, redaktor, reddit, report, reporter, reporters, "
    "root, sales, search, see all, see more, see more articles, share, site admin, "
    "site editor, sponsored, sponsored content, staff author, subscribe, super user, "
    "superuser, support, tags, team, telegram, test, the, threads, tiktok, title, tumblr, tv, "
    "twitter, unbekannt, undefined, unknown, updated, user, user admin, various, "
    "various authors, video, view all, view all posts, view all posts by, view profile, von, "
    "web, web editor, webmaster, website, whatsapp, wire, wires, wordpress, wordpressadmin, "
    "wp-admin, wpadmin, xing, youtube, yönetici, автор, администратор, редактор, المحرر, 人气, "
    "人氣, 名片, 小编, 管理员, 管理員, 管理者, 退出, 관리자";

constexpr std::string_view desk_names_list =
    "agences, agencias, agencies, agenturen, ban biên tập, content team, da redação, "
    "das redaktionsteam, de redactie, die redaktion, editorial board, editorial department, "
    "editorial staff, editorial team, express news service, haber merkezi, l'équipe, "
    "la rédaction, marketing team, news agencies, news desk, news service, news staff, "
    "newsdesk, newsroom, online-redaktion, onlineredaktion, our correspondent, our editors, "
    "our experts, our team, press office, presseabteilung, pressestelle, redaccion, redacción, "
    "redactie, redaction, redakce, redakcia, redakcja, redaksi, redaksiyon, redaksjonen, "
    "redaktion, redaktion online, redaktionen, redaktionsteam, redazione, redazione online, "
    "redação, rédaction, special correspondent, staff, staff report, staff reporter, "
    "staff reports, staff writer, staff writers, support team, szerkesztőség, "
    "the editorial board, the editors, the newsroom, the team, toimitus, toimituskunta, "
    "uredništvo, web desk, web team, web-redaktion, webdesk, webredactie, webredaktion, "
    "wire reports, wire services, η σύνταξη, σύνταξη, редакция, редколлегия, التحرير, 編輯部, "
    "編集部, 编辑部, 편집국, 편집부";

constexpr std::string_view organisation_words_list =
    "abteilung, academy, ag, agency, agentur, amt, and, archive, association, at, bank, blog, "
    "blogs, board, bund, bundesamt, bureau, care, center, centre, clinic, club, college, "
    "committee, communications, company, construction, consulting, corp, council, daily, "
    "department, desk, digital, e.v, edition, editor, editorial, editors, español, ev, expert, "
    "experts, feuerwehr, for, foundation, für, gastautor, gesellschaft, gmbh, group, gruppe, "
    "hospital, in, inc, initiative, insights, institut, institute, insurance, journal, "
    "kitchen, kitchens, kommunikation, lab, labs, llc, ltd, magazin, magazine, marketing, "
    "media, ministerium, ministry, nachrichten, network, news, newsroom, of, office, online, "
    "organisation, organization, partei, partners, press, presse, pressestelle, project, "
    "projekt, radio, redacción, redactie, redaction, redakcja, redaktion, redazione, research, "
    "rédaction, school, schule, security, service, services, society, software, solutions, "
    "sponsored, sports, stadt, staff, stiftung, store, strategies, studio, studios, systems, "
    "team, technologies, the, times, toimitus, tv, union, university, universität, verband, "
    "verein, verlag, weekly, wiki, world, zeitung, zentrum";

constexpr std::string_view page_words_list =
    "about, acerca, ago, aktualisierung, als, app, are, article, articles, auf, by, "
    "categories, category, com, comentarios, commentaires, comments, community, compartir, "
    "contact, deinen, follow, foto, fotos, guide, guides, home, how, http, https, is, ist, "
    "kategorie, kommentare, latest, learn, letzte, login, markets, menu, minuten, minutes, "
    "mit, more, net, newsletter, nos, nosso, not, notre, nuestra, nuestro, on, onze, org, our, "
    "over, partager, photos, podcast, policy, post, posts, privacy, published, quelle, read, "
    "reading, report, reports, reviews, see, series, share, shop, sign, sobre, stand, stories, "
    "subscribe, support, tags, teilen, that, this, tips, to, today, top, travel, uhr, und, "
    "unser, unsere, unserer, update, updated, updates, video, videos, view, views, was, we, "
    "website, what, when, why, with, www, your, zum, zur, über";

}  // namespace

const WordSet& account_names() {
  static const WordSet words(account_names_list);
  return words;
}

const WordSet& desk_names() {
  static const WordSet words(desk_names_list);
  return words;
}

const WordSet& organisation_words() {
  static const WordSet words(organisation_words_list);
  return words;
}

const WordSet& page_words() {
  static const WordSet words(page_words_list);
  return words;
}

}  // namespace pressmark::html
