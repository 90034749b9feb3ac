#include "converters/importers/text/dateline.h"

#include <gtest/gtest.h>

namespace pressmark::plain_text {
namespace {

struct Line {
  std::string_view text;
  std::string_view dateline;  // empty: none
  std::string_view places;
  std::string_view agency;
  std::string_view date;
};

constexpr Line lines[] = {
    {"RIVERTON, October 12. /TASS/. The bridge reopens", "RIVERTON, October 12. /TASS/.",
     "RIVERTON", "TASS", "--10-12"},
    {"РЕЧНОЙ, 12 октября. /ТАСС/. Мост открыт", "РЕЧНОЙ, 12 октября. /ТАСС/.", "РЕЧНОЙ", "ТАСС",
     "--10-12"},
    {"GENEVA, October 12. /Corr. ITAR-TASS/. Talks", "GENEVA, October 12. /Corr. ITAR-TASS/.",
     "GENEVA", "Corr. ITAR-TASS", "--10-12"},
    {"НОРРВИК, 3 ноября. /Северный вестник/. Паром", "НОРРВИК, 3 ноября. /Северный вестник/.",
     "НОРРВИК", "Северный вестник", "--11-03"},
    {"МИНСК, 12 октября /БЕЛТА/ – Ярмарка", "МИНСК, 12 октября /БЕЛТА/ –", "МИНСК", "БЕЛТА",
     "--10-12"},
    {"МОСКВА, 12 окт - РИА Новости. Трамваи", "МОСКВА, 12 окт - РИА Новости.", "МОСКВА",
     "РИА Новости", "--10-12"},
    {"МОСКВА, 12 окт — ПРАЙМ, Анна Лугова. Цены", "МОСКВА, 12 окт — ПРАЙМ, Анна Лугова.", "МОСКВА",
     "ПРАЙМ", "--10-12"},
    {"Moscow. Oct 12 (Interfax) - Fares rise", "Moscow. Oct 12 (Interfax) -", "Moscow", "Interfax",
     "--10-12"},
    {"Москва. 12 октября. INTERFAX.RU - Билеты", "Москва. 12 октября. INTERFAX.RU -", "Москва",
     "INTERFAX.RU", "--10-12"},
    {"КИЇВ. 12 жовтня. УКРІНФОРМ. Театр", "КИЇВ. 12 жовтня. УКРІНФОРМ.", "КИЇВ", "УКРІНФОРМ",
     "--10-12"},
    {"ТАСС, 12 октября. Музей открыт", "ТАСС, 12 октября.", "", "ТАСС", "--10-12"},
    {"LONDON (Reuters) - Bakers say", "LONDON (Reuters) -", "LONDON", "Reuters", ""},
    {"LONDON, Oct 12 (Reuters) - Bakers say", "LONDON, Oct 12 (Reuters) -", "LONDON", "Reuters",
     "--10-12"},
    {"BEIRUT/THE HAGUE, March 7 (Reuters) - Judges", "BEIRUT/THE HAGUE, March 7 (Reuters) -",
     "BEIRUT/THE HAGUE", "Reuters", "--03-07"},
    {"NAIROBI (Thomson Reuters Foundation) - Farmers", "NAIROBI (Thomson Reuters Foundation) -",
     "NAIROBI", "Thomson Reuters Foundation", ""},
    {"LA CROSSE, Wis. (AP) — The river", "LA CROSSE, Wis. (AP) —", "LA CROSSE, Wis.", "AP", ""},
    {"ST. LOUIS (AP) _ The zoo", "ST. LOUIS (AP) _", "ST. LOUIS", "AP", ""},
    {"PORT-AU-PRINCE, Haiti (AP) -- Schools", "PORT-AU-PRINCE, Haiti (AP) --",
     "PORT-AU-PRINCE, Haiti", "AP", ""},
    {"WASHINGTON, D.C. (AP) — Clerks", "WASHINGTON, D.C. (AP) —", "WASHINGTON, D.C.", "AP", ""},
    {"WASHINGTON — The clock stopped", "WASHINGTON —", "WASHINGTON", "", ""},
    {"Paris. – Le marché rouvre", "Paris. –", "Paris.", "", ""},
    {"BEIJING, Oct. 12 (Xinhua) -- A library", "BEIJING, Oct. 12 (Xinhua) --", "BEIJING", "Xinhua",
     "--10-12"},
    {"新华社北京10月12日电（记者王小雨）图书馆", "新华社北京10月12日电（记者王小雨）", "北京",
     "新华社", "--10-12"},
    {"中新网上海10月12日电 夜市", "中新网上海10月12日电", "上海", "中新网", "--10-12"},
    {"PARIS, Oct 12, 2024 (AFP) - Trains", "PARIS, Oct 12, 2024 (AFP) -", "PARIS", "AFP",
     "2024-10-12"},
    {"Paris (AFP) – Les trains", "Paris (AFP) –", "Paris", "AFP", ""},
    {"PARIS, 12 octobre (Reuters) - Le marché", "PARIS, 12 octobre (Reuters) -", "PARIS", "Reuters",
     "--10-12"},
    {"Washington (AFP) - A museum", "Washington (AFP) -", "Washington", "AFP", ""},
    {"Berlin (dpa) - Die Bahn", "Berlin (dpa) -", "Berlin", "dpa", ""},
    {"Berlin (dpa/tmn) - Wer reist", "Berlin (dpa/tmn) -", "Berlin", "dpa/tmn", ""},
    {"Frankfurt am Main (dpa) - Die Messe", "Frankfurt am Main (dpa) -", "Frankfurt am Main", "dpa",
     ""},
    {"FRANKFURT (dpa-AFX) - Der Handel", "FRANKFURT (dpa-AFX) -", "FRANKFURT", "dpa-AFX", ""},
    {"Madrid, 12 oct (EFE).- El mercado", "Madrid, 12 oct (EFE).-", "Madrid", "EFE", "--10-12"},
    {"Madrid, 12 oct. (EFE).- El mercado", "Madrid, 12 oct. (EFE).-", "Madrid", "EFE", "--10-12"},
    {"(ANSA) - ROMA, 12 OTT - Il mercato", "(ANSA) - ROMA, 12 OTT -", "ROMA", "ANSA", "--10-12"},
    {"SÃO PAULO, 12 de outubro (Reuters) - O porto", "SÃO PAULO, 12 de outubro (Reuters) -",
     "SÃO PAULO", "Reuters", "--10-12"},
    {"İSTANBUL, 12 Ekim (AA) - Vapurlar", "İSTANBUL, 12 Ekim (AA) -", "İSTANBUL", "AA", "--10-12"},
    {"Praha 12. října (ČTK) - Tramvaje", "Praha 12. října (ČTK) -", "Praha", "ČTK", "--10-12"},
    {"WARSZAWA (PAP) - Tramwaje", "WARSZAWA (PAP) -", "WARSZAWA", "PAP", ""},
    {"TOKYO, Oct. 12 (Kyodo) -- A ferry", "TOKYO, Oct. 12 (Kyodo) --", "TOKYO", "Kyodo", "--10-12"},
    {"［東京　１２日　ロイター］ - 港の市場", "［東京　１２日　ロイター］ -", "東京", "ロイター",
     ""},
    {"【ワシントン共同】図書館", "【ワシントン共同】", "ワシントン", "共同", ""},
    {"【北京=共同】図書館", "【北京=共同】", "北京", "共同", ""},
    {"SEOUL, Oct. 12 (Yonhap) -- A market", "SEOUL, Oct. 12 (Yonhap) --", "SEOUL", "Yonhap",
     "--10-12"},
    {"(서울=연합뉴스) 김하늘 기자 = 시장이", "(서울=연합뉴스) 김하늘 기자 =", "서울", "연합뉴스",
     ""},
    {"New Delhi, Oct 12 (PTI) - The zoo", "New Delhi, Oct 12 (PTI) -", "New Delhi", "PTI",
     "--10-12"},
    {"القاهرة (رويترز) - أعلنت المكتبة", "القاهرة (رويترز) -", "القاهرة", "رويترز", ""},
    {"القاهرة 12 أكتوبر (أ ش أ) - أعلنت", "القاهرة 12 أكتوبر (أ ش أ) -", "القاهرة", "أ ش أ",
     "--10-12"},
    {"NEW YORK, Oct. 12, 2024 /PRNewswire/ -- Kettles", "NEW YORK, Oct. 12, 2024 /PRNewswire/ --",
     "NEW YORK", "PRNewswire", "2024-10-12"},
    {"NEW YORK--(BUSINESS WIRE)--Kettles Ltd", "NEW YORK--(BUSINESS WIRE)--", "NEW YORK",
     "BUSINESS WIRE", ""},
    {"VANCOUVER, British Columbia, Oct. 12, 2024 (GLOBE NEWSWIRE) -- Kettles",
     "VANCOUVER, British Columbia, Oct. 12, 2024 (GLOBE NEWSWIRE) --",
     "VANCOUVER, British Columbia", "GLOBE NEWSWIRE", "2024-10-12"},
    {"Hong Kong (CNN) — Divers", "Hong Kong (CNN) —", "Hong Kong", "CNN", ""},
    {"London CNN  —  Divers", "London CNN  —", "London", "CNN", ""},
    {"Paris AFP — Divers", "Paris AFP —", "Paris", "AFP", ""},
    {"Fallowfield, Kent CNN — Divers", "Fallowfield, Kent CNN —", "Fallowfield, Kent", "CNN", ""},
    {"Fallowfield, Oct. 12 AP - Divers", "Fallowfield, Oct. 12 AP -", "Fallowfield", "AP",
     "--10-12"},
    {"SANTA ANA, Calif. (AP) — Divers", "SANTA ANA, Calif. (AP) —", "SANTA ANA, Calif.", "AP", ""},
    {"WASHINGTON/LONDON — Ministers", "WASHINGTON/LONDON —", "WASHINGTON/LONDON", "", ""},
    {"ATLANTIS, Oct 12 (QXZ) - Divers", "ATLANTIS, Oct 12 (QXZ) -", "ATLANTIS", "QXZ", "--10-12"},
    {"Oct 12 (Reuters) - Bakers say", "Oct 12 (Reuters) -", "", "Reuters", "--10-12"},
    {"12.10.2024 Warszawa (PAP) - Tramwaje", "12.10.2024 Warszawa (PAP) -", "Warszawa", "PAP",
     "2024-10-12"},
    {"МОСКВА, 12 октября. /Корр. ТАСС Анна Лугова/. Мост",
     "МОСКВА, 12 октября. /Корр. ТАСС Анна Лугова/.", "МОСКВА", "ТАСС", "--10-12"},
    {"ANKARA (AA) - ADA ÖRNEK - Vapurlar", "ANKARA (AA) - ADA ÖRNEK -", "ANKARA", "AA", ""},
    {"Ada ÖRNEK / ANKARA, (DHA)- VAPUR geldi", "Ada ÖRNEK / ANKARA, (DHA)-", "ANKARA", "DHA", ""},
    {"JAKARTA, KOMPAS.com - Kapal", "JAKARTA, KOMPAS.com -", "JAKARTA", "KOMPAS.com", ""},
    {"TEMPO.CO, Jakarta - Kapal", "TEMPO.CO, Jakarta -", "Jakarta", "TEMPO.CO", ""},
    {"ASTANA. KAZINFORM – Kettles", "ASTANA. KAZINFORM –", "ASTANA", "KAZINFORM", ""},
    {"BERLIN taz | Die Messe", "BERLIN taz |", "BERLIN", "taz", ""},
    {"Budapest, 2024. október 12., szombat (MTI) - A komp",
     "Budapest, 2024. október 12., szombat (MTI) -", "Budapest", "MTI", "2024-10-12"},
    {"FALLOWFIELD, Ohio — Divers", "FALLOWFIELD, Ohio —", "FALLOWFIELD, Ohio", "", ""},
    {"FALLOWFIELD, Oct. 12 — Divers", "FALLOWFIELD, Oct. 12 —", "FALLOWFIELD", "", "--10-12"},
    {"Fallowfield, October 12, 2024 – Kettles", "Fallowfield, October 12, 2024 –", "Fallowfield",
     "", "2024-10-12"},
    {"MUMBAI: The tram is late", "MUMBAI:", "MUMBAI", "", ""},
    {"本报北京10月12日电 （记者王小雨）图书馆", "本报北京10月12日电 （记者王小雨）", "北京", "本报",
     "--10-12"},
    {"本报讯（记者 王小雨）图书馆", "本报讯（记者 王小雨）", "", "", ""},
    {"（中央社記者王小雨台北12日電）渡輪", "（中央社記者王小雨台北12日電）", "台北", "中央社", ""},
    {"【ニューヨーク＝山田太郎】渡し船", "【ニューヨーク＝山田太郎】", "ニューヨーク", "", ""},
    {"［12日 ロイター］ - 渡し船", "［12日 ロイター］ -", "", "ロイター", ""},
    {"(서울·부산=연합뉴스) 김하늘 기자 = 시장이", "(서울·부산=연합뉴스) 김하늘 기자 =", "서울·부산",
     "연합뉴스", ""},
    {"[서울=뉴시스] 김하늘 기자 = 시장이", "[서울=뉴시스] 김하늘 기자 =", "서울", "뉴시스", ""},
    {"دبي 12 أكتوبر تشرين الأول (رويترز) - أعلنت", "دبي 12 أكتوبر تشرين الأول (رويترز) -", "دبي",
     "رويترز", "--10-12"},
    {"القاهرة - أ ف ب: أعلنت", "القاهرة - أ ف ب:", "القاهرة", "أ ف ب", ""},
    {"تهران- ایرنا- کشتی", "تهران- ایرنا-", "تهران", "ایرنا", ""},
    {"नयी दिल्ली, 12 अक्टूबर (भाषा) नौका", "नयी दिल्ली, 12 अक्टूबर (भाषा)", "नयी दिल्ली", "भाषा",
     "--10-12"},
    {"TOKYO, Oct. 12, Kyodo - A ferry", "TOKYO, Oct. 12, Kyodo -", "TOKYO", "Kyodo", "--10-12"},
    {"Oslo (NTB): Fergen", "Oslo (NTB):", "Oslo", "NTB", ""},
    {"София, 12 октомври /БТА/ Фериботът", "София, 12 октомври /БТА/", "София", "БТА", "--10-12"},
    {"ROMA - Il traghetto che unisce le due sponde del fiume torna a navigare dopo due inverni di "
     "riparazioni",
     "ROMA -", "ROMA", "", ""},
    // Decoys.
    {"Ayşe ÖRNEK, (İHA) - ANKARA", "", "", "", ""},
    {"ROMA - UNA GUIDA", "", "", "", ""},
    {"MONDAY, Oct. 12 — Fog in the harbour", "", "", "", ""},
    {"PARIS: A CITY GUIDE", "", "", "", ""},
    {"Paris: the rents fell", "", "", "", ""},
    {"Acme.com, a seller of kettles - said", "", "", "", ""},
    {"Oct 12 (a Sunday) - it rained", "", "", "", ""},
    {"（王小雨）图书馆", "", "", "", ""},
    {"【重要＝お知らせ】図書館", "", "", "", ""},
    {"SMITH, Jones — a firm of kettles", "", "", "", ""},
    {"Charles (Reuters) is what he was called", "", "", "", ""},
    {"The Old Mill said Friday - again - that", "", "", "", ""},
    {"Ada Example CNN — a photograph", "", "", "", ""},
    {"Paris NASA — a man of few words", "", "", "", ""},
    {"IMPORTANT NOTE — read the label", "", "", "", ""},
    {"BREAKING — Fog in the harbour", "", "", "", ""},
    {"1917. A great year for pears", "", "", "", ""},
    {"In Riverton, October 12. /was/ a Sunday", "", "", "", ""},
    {"New York (Penguin) - a book about kites", "", "", "", ""},
    {"Smith (NASA) - a man of few words", "", "", "", ""},
    {"TWEET OF THE DAY — Kettles sing", "", "", "", ""},
    {"Paris, the capital, was quiet", "", "", "", ""},
    {"MAY (the month) - a poem", "", "", "", ""},
    {"", "", "", "", ""},
    {"/", "", "", "", ""},
    {"(", "", "", "", ""},
};

TEST(Dateline, FindsThoseOfTheAgenciesAndRefusesOthers) {
  for (const Line& line : lines) {
    const auto found = find_dateline(line.text, DatelineForms::all);
    EXPECT_EQ(found.has_value(), !line.dateline.empty()) << line.text;
    if (!found) continue;
    EXPECT_EQ(line.text.substr(0, found->length), line.dateline);
    EXPECT_EQ(found->places(line.text), line.places) << line.text;
    EXPECT_EQ(found->words(line.text, DatelinePart::agency), line.agency) << line.text;
    EXPECT_EQ(found->date ? to_string(*found->date) : "", line.date) << line.text;
  }
}

TEST(Dateline, NeedsAnAgencyWhereItIsTold) {
  EXPECT_FALSE(find_dateline("WASHINGTON — The clock", DatelineForms::with_agency_only));
  EXPECT_TRUE(find_dateline("WASHINGTON (AP) — The clock", DatelineForms::with_agency_only));
}

TEST(Dateline, KeepsReporters) {
  constexpr std::string_view text = "新社清河10月8日电（记者林小满、周远）夜市";
  const auto found = find_dateline(text, DatelineForms::all);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->words(text, DatelinePart::reporters), "记者林小满、周远");
}

TEST(Dateline, TellsPressReleases) {
  EXPECT_TRUE(
      find_dateline("YORK, Oct. 12, 2024 /PRNewswire/ -- K", DatelineForms::all)->press_release);
  EXPECT_FALSE(find_dateline("LONDON (Reuters) - K", DatelineForms::all)->press_release);
}

TEST(Dateline, SurvivesAnyBeginning) {
  for (const Line& line : lines) {
    for (std::size_t size = 0; size < line.text.size(); ++size) {
      const std::string_view part = line.text.substr(0, size);
      if (const auto found = find_dateline(part, DatelineForms::all)) {
        EXPECT_LE(found->length, part.size());
      }
    }
  }
}

}  // namespace
}  // namespace pressmark::plain_text
