#include "converters/importers/html/organisation_names.h"

#include "converters/common/word_set.h"

namespace pressmark::html {
namespace {

// Divided by commas; the order is that of their octets.
constexpr std::string_view account_names_list =
    "about, about the author, admin, administrador, administrateur, administration, "
    "administrator, administrátor, advertisement, advertorial, agence, agences, agencias, "
    "agencies, agency, agenturen, all posts, amministratore, and, anonym, anonymous, "
    "anzeige, archive, articles, author, author archive, autor, autorin, ban biên tập, "
    "bio, blog, blog admin, blogger, by, comments, community, contact, content, content "
    "team, content writer, contributor, contributors, copyright, correspondent, da "
    "redação, das redaktionsteam, date, de redactie, default, default author, demo, die "
    "redaktion, diverse, editor, editor in chief, editorial, editorial board, editorial "
    "department, editorial staff, editorial team, editors, editör, eingestellt von "
    "unknown, email, equipe, equipo, express news service, facebook, first name, follow, "
    "from, full bio, gast, gastautor, gastbeitrag, google, guest, guest author, guest "
    "blogger, guest contributor, guest post, haber, haber merkezi, home, hr, info, "
    "instagram, it, l'équipe, la rédaction, last name, linkedin, login, marketing, "
    "marketing team, mehrere, member, menu, moderator, more, multiple authors, n/a, na, "
    "name, news, news agencies, news desk, news service, news staff, newsdesk, "
    "newsletter, newsroom, none, not specified, null, office, online, online-redaktion, "
    "onlineredaktion, other, our correspondent, our editors, our experts, our team, "
    "owner, partner content, podcast, posted by, posts, pr, press, press release, presse, "
    "pressemitteilung, pressestelle, profile, published, read bio, read more, redaccion, "
    "redacción, redactie, redaction, redakce, redakcia, redakcja, redaksi, redaksiyon, "
    "redaksjonen, redaktion, redaktion online, redaktionen, redaktionsteam, redaktor, "
    "redazione, redazione online, redação, report, reporter, reporters, root, rédaction, "
    "sales, search, see all, see more, see more articles, share, site admin, site editor, "
    "special correspondent, sponsored, sponsored content, staff, staff author, staff "
    "report, staff reporter, staff reports, staff writer, staff writers, subscribe, super "
    "user, superuser, support, szerkesztőség, tags, team, test, the, the editorial board, "
    "the editors, the newsroom, the team, title, toimitus, toimituskunta, tv, twitter, "
    "unbekannt, undefined, unknown, updated, uredništvo, user, user admin, various, "
    "various authors, video, view all, view all posts, view all posts by, view profile, "
    "von, web, web desk, web editor, web team, web-redaktion, webdesk, webmaster, "
    "webredactie, webredaktion, website, wire, wire reports, wire services, wires, "
    "wordpress, wp-admin, wpadmin, youtube, yönetici, η σύνταξη, σύνταξη, автор, "
    "администратор, редактор, редакция, редколлегия, التحرير, المحرر, 小编, 管理员, 管理員, "
    "管理者, "
    "編輯部, 編集部, 编辑部, 관리자, 편집국, 편집부";

constexpr std::string_view agency_names_list =
    "aa, aap, afp, afp news, afp/dpa, afx, agence france-presse, agencia efe, agencies, "
    "anadolu agency, anadolu ajansı, ani, ansa, antara, ap, ap news, ap/dpa, apa, apa/ag, "
    "apa/dpa, apa/red, associated press, ats, belga, bernama, bloomberg, bloomberg news, "
    "cna, cnn wire, cp, ctk, dapd, deutsche presse-agentur, dha, dpa, dpa-afx, dpa/afp, "
    "dpa/ap, dpa/lbn, dpa/lby, dpa/lhe, dpa/lni, dpa/lno, dpa/lnw, dpa/lrs, dpa/lsw, "
    "dpa/lth, dts, efe, epd, europa press, ians, iha, interfax, itar-tass, kap, "
    "kathpress, keystone, keystone-sda, kna, kyodo, kyodo news, lusa, mti, news.com.au, "
    "notimex, ntb, ots, pa, pa media, pa news agency, pap, pap media, press association, "
    "press trust of india, presseportal, pti, reuters, reuters staff, ria, ria novosti, "
    "ritzau, rtr, sda, sid, stt, tass, the associated press, the canadian press, tribune "
    "news service, tt, tt nyhetsbyrån, ukrinform, unian, upi, xinhua, yonhap, zeit "
    "online/dpa, čtk, антара, интерфакс, риа новости, тасс, укринформ, رويترز, وكالات, "
    "共同通信, 新华社, 時事通信, 연합뉴스";

constexpr std::string_view department_words_list =
    "about, abteilung, academy, ag, agency, agentur, ago, aktualisierung, als, amt, and, "
    "app, archive, are, article, articles, association, at, auf, bank, blog, blogs, "
    "board, bund, bundesamt, bureau, by, care, categories, category, center, centre, "
    "clinic, club, college, com, comments, committee, communications, community, company, "
    "construction, consulting, contact, corp, council, daily, deinen, department, desk, "
    "digital, e.v, edition, editor, editorial, editors, español, ev, expert, experts, "
    "feuerwehr, follow, for, foto, fotos, foundation, für, gastautor, gesellschaft, gmbh, "
    "group, gruppe, guide, guides, home, hospital, how, http, https, im, in, inc, "
    "initiative, insights, institut, institute, insurance, is, ist, journal, kategorie, "
    "kitchen, kitchens, kommunikation, lab, labs, latest, learn, letzte, llc, login, ltd, "
    "magazin, magazine, marketing, markets, media, menu, min, ministerium, ministry, "
    "minuten, minutes, mit, more, nachrichten, net, network, news, newsletter, newsroom, "
    "nos, nosso, not, notre, nuestra, nuestro, of, office, on, online, onze, org, "
    "organisation, organization, our, over, partei, partners, photos, podcast, policy, "
    "post, posts, press, presse, pressestelle, privacy, project, projekt, published, "
    "quelle, radio, read, reading, redacción, redactie, redaction, redakcja, redaktion, "
    "redazione, reports, research, reviews, rédaction, school, schule, security, see, "
    "series, service, services, share, shop, sign, society, software, solutions, "
    "sponsored, sports, stadt, staff, stand, stiftung, store, stories, strategies, "
    "studio, studios, subscribe, support, systems, tags, team, technologies, that, the, "
    "this, times, tips, to, today, toimitus, top, travel, tv, uhr, und, union, "
    "university, universität, unser, unsere, unserer, updated, updates, verband, verein, "
    "verlag, video, videos, view, views, was, we, website, weekly, what, when, why, wiki, "
    "with, world, www, you, your, zeitung, zentrum, zum, zur";

}  // namespace

const WordSet& account_names() {
  static const WordSet words(account_names_list);
  return words;
}

const WordSet& agency_names() {
  static const WordSet words(agency_names_list);
  return words;
}

const WordSet& department_words() {
  static const WordSet words(department_words_list);
  return words;
}

}  // namespace pressmark::html
