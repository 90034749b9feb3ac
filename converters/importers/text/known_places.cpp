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

}  // namespace

bool is_known_place(std::string_view words) {
  static const WordSet names(places);
  return !words.empty() && words.size() <= longest_name && names.contains(fold(words));
}

}  // namespace pressmark::plain_text
