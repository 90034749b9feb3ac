#include "converters/importers/text/known_places.h"

#include "converters/common/word_set.h"
#include "converters/importers/text/characters.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_name = 60;

constexpr std::string_view places =
    "abidjan, abu dhabi, accra, addis ababa, alger, algiers, almaty, amman, amsterdam, ankara, "
    "antananarivo, astana, asunción, athens, athènes, atlanta, auckland, baghdad, baku, "
    "baltimore, bangkok, barcelona, bari, basel, beijing, beirut, belfast, belgrade, beograd, "
    "berlin, bern, beyrouth, bilbao, bogota, bogotá, bologna, bonn, bordeaux, boston, "
    "brasilia, brasília, bratislava, bremen, brno, bruselas, brussels, bruxelles, brüssel, "
    "bucharest, bucurești, budapest, buenos aires, bâle, cairo, calcutta, canberra, cape town, "
    "caracas, casablanca, chicago, chisinau, cincinnati, ciudad de méxico, cleveland, colombo, "
    "copenhagen, dakar, dallas, damascus, delhi, denver, detroit, dhaka, djibouti, doha, "
    "dortmund, dresden, dubai, dublin, düsseldorf, edinburgh, erfurt, essen, firenze, "
    "frankfurt, gdańsk, geneva, genf, genova, genève, gibraltar, ginebra, glasgow, graz, "
    "guatemala city, hamburg, hannover, hanoi, harare, havana, helsinki, ho chi minh city, "
    "hong kong, honolulu, houston, indianapolis, islamabad, istanbul, izmir, i̇stanbul, i̇zmir, "
    "jakarta, jerusalem, johannesburg, juba, kabul, kampala, karachi, karlsruhe, kathmandu, "
    "khartoum, kiel, kiev, kigali, kingston, kinshasa, kolkata, kraków, kuala lumpur, "
    "kuwait city, kyiv, köln, la habana, la haye, la paz, lagos, las vegas, lausanne, "
    "le caire, leipzig, lille, lima, lisboa, lisbon, lisbonne, ljubljana, lomé, london, "
    "londres, los angeles, luanda, lusaka, luxembourg, lyon, macau, madrid, magdeburg, mainz, "
    "managua, manila, maputo, marseille, mecca, melbourne, mexico city, miami, milan, milano, "
    "milwaukee, minneapolis, minsk, mogadishu, monaco, monrovia, montevideo, montreal, moscou, "
    "moscow, moskau, mumbai, munich, muscat, málaga, münchen, nairobi, nantes, napoli, "
    "new delhi, new orleans, new york, nice, nicosia, nueva york, nürnberg, oklahoma city, "
    "oslo, ottawa, palermo, panama city, paris, parís, peking, philadelphia, phnom penh, "
    "phoenix, pittsburgh, podgorica, porto, potsdam, prag, prague, praha, pretoria, pyongyang, "
    "pékin, quebec city, quito, rabat, ramallah, reykjavik, riga, rio de janeiro, riyadh, rom, "
    "roma, rome, saarbrücken, saint petersburg, salt lake city, san antonio, san diego, "
    "san francisco, san josé, san juan, sanaa, santiago, sao paulo, sarajevo, schwerin, "
    "seattle, seoul, sevilla, shanghai, singapore, skopje, sofia, st. louis, st. petersburg, "
    "stockholm, strasbourg, stuttgart, sydney, são paulo, taipei, tallinn, tashkent, tbilisi, "
    "tegucigalpa, tehran, tel aviv, the hague, tirana, tokio, tokyo, torino, toronto, "
    "toulouse, tripoli, tunis, tunis carthage, ulan bator, united nations, valencia, valletta, "
    "varsovie, vatican city, venezia, vienna, vienne, vientiane, vilnius, vladivostok, warsaw, "
    "warschau, warszawa, washington, wellington, wien, wiesbaden, yangon, yerevan, zagreb, "
    "zaragoza, zurich, zürich, αθήνα, κύπρος, алма-ата, алматы, анкара, астана, баку, бейрут, "
    "белград, берлин, бишкек, брюссель, варшава, вашингтон, вена, вильнюс, владивосток, "
    "дамаск, дели, донецк, душанбе, екатеринбург, ереван, женева, иерусалим, иркутск, казань, "
    "каир, киев, кишинев, київ, красноярск, лондон, луганск, львов, львів, мадрид, минск, "
    "москва, новосибирск, нью-йорк, одеса, одесса, омск, париж, пекин, петербург, рига, рим, "
    "самара, санкт-петербург, сеул, симферополь, софия, сочи, стамбул, таллин, ташкент, "
    "тбилиси, тегеран, тель-авив, токио, хабаровск, харків, харьков";

// States of the US as AP abbreviates them and whole, provinces of Canada, and countries, as they
// stand behind the name of a town.
constexpr std::string_view regions =
    "ala., ariz., ark., calif., colo., conn., d.c., del., fla., ga., ill., ind., kan., ky., la., "
    "mass., md., mich., minn., miss., mo., mont., n.c., n.d., n.h., n.j., n.m., n.y., neb., nev., "
    "okla., ore., pa., r.i., s.c., s.d., tenn., va., vt., w.va., wash., wis., wyo., "
    "alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, "
    "georgia, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, "
    "maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, "
    "nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, "
    "oklahoma, oregon, pennsylvania, puerto rico, rhode island, south carolina, south dakota, "
    "tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, "
    "alberta, british columbia, manitoba, new brunswick, newfoundland, nova scotia, nunavut, "
    "ontario, quebec, saskatchewan, yukon, ont., que., b.c., alta., man., sask., n.s., n.b., "
    "england, scotland, wales, northern ireland, new south wales, queensland, tasmania, victoria, "
    "afghanistan, albania, algeria, argentina, armenia, australia, austria, azerbaijan, "
    "bangladesh, belarus, belgium, bolivia, bosnia, brazil, bulgaria, cambodia, cameroon, canada, "
    "chad, chile, china, colombia, congo, croatia, cuba, cyprus, czech republic, denmark, ecuador, "
    "egypt, estonia, ethiopia, finland, france, germany, ghana, greece, guatemala, haiti, "
    "honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, "
    "ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, "
    "latvia, lebanon, libya, lithuania, madagascar, malaysia, mali, mexico, moldova, mongolia, "
    "morocco, mozambique, myanmar, nepal, netherlands, new zealand, nicaragua, niger, nigeria, "
    "north korea, norway, oman, pakistan, panama, paraguay, peru, philippines, poland, portugal, "
    "qatar, romania, russia, rwanda, saudi arabia, senegal, serbia, slovakia, slovenia, somalia, "
    "south africa, south korea, spain, sri lanka, sudan, sweden, switzerland, syria, taiwan, "
    "tanzania, thailand, tunisia, turkey, turkmenistan, uganda, ukraine, united arab emirates, "
    "uruguay, uzbekistan, venezuela, vietnam, yemen, zambia, zimbabwe";

}  // namespace

bool is_known_region(std::string_view words) {
  static const WordSet names(regions);
  return !words.empty() && words.size() <= longest_name && names.contains(fold(words));
}

bool is_known_place(std::string_view words) {
  static const WordSet names(places);
  return !words.empty() && words.size() <= longest_name && names.contains(fold(words));
}

}  // namespace pressmark::plain_text
