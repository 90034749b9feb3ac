#include "converters/archive/mets_rules.h"

namespace pressmark::archive {
namespace {

constexpr auto elements = std::to_array<XmlElementRow>({
    {"mets", "metsHdr? dmdSec* amdSec* fileSec? structMap+ structLink? behaviorSec*",
     "ID:id OBJID LABEL TYPE PROFILE *"},
    {"metsHdr", "agent* altRecordID* metsDocumentID?",
     "ID:id ADMID:idrefs CREATEDATE:time LASTMODDATE:time RECORDSTATUS *"},
    {"agent", "name note*", "ID:id ROLE!=role OTHERROLE TYPE=agent OTHERTYPE"},
    {"name", "#text", ""},
    {"note", "#text", "*"},
    {"altRecordID", "#text", "ID:id TYPE"},
    {"metsDocumentID", "#text", "ID:id TYPE"},
    // Sections of metadata.
    {"dmdSec", "~ mdRef? mdWrap?", "@section"},
    {"amdSec", "techMD* rightsMD* sourceMD* digiprovMD*", "ID:id *"},
    {"techMD", "~ mdRef? mdWrap?", "@section"},
    {"rightsMD", "~ mdRef? mdWrap?", "@section"},
    {"sourceMD", "~ mdRef? mdWrap?", "@section"},
    {"digiprovMD", "~ mdRef? mdWrap?", "@section"},
    {"mdRef", "", "ID:id @location @metadata @file LABEL XPTR xlink"},
    {"mdWrap", "/ binData? xmlData?", "ID:id @metadata @file LABEL"},
    {"binData", "#base64", ""},
    {"xmlData", "#any", ""},
    // Files.
    {"fileSec", "fileGrp+", "ID:id *"},
    {"fileGrp", "/ fileGrp* file*", "ID:id VERSDATE:time ADMID:idrefs USE *"},
    {"file", "FLocat* FContent? stream* transformFile* file*",
     "ID!:id SEQ:integer @file OWNERID ADMID:idrefs DMDID:idrefs GROUPID USE BEGIN END BETYPE=byte "
     "*"},
    {"FLocat", "", "ID:id @location USE xlink"},
    {"FContent", "/ binData? xmlData?", "ID:id USE"},
    {"stream", "", "ID:id streamType OWNERID ADMID:idrefs DMDID:idrefs BEGIN END BETYPE=byte"},
    {"transformFile", "",
     "ID:id TRANSFORMTYPE!=transform TRANSFORMALGORITHM! TRANSFORMKEY TRANSFORMBEHAVIOR:idref "
     "TRANSFORMORDER!:natural"},
    // Structure.
    {"structMap", "div", "ID:id TYPE LABEL *"},
    {"div", "mptr* fptr* div*", "ID:id @order DMDID:idrefs ADMID:idrefs TYPE CONTENTIDS xlink"},
    {"mptr", "", "ID:id @location CONTENTIDS xlink"},
    {"fptr", "/ par? seq? area?", "ID:id FILEID:idref CONTENTIDS *"},
    {"par", "~ area* seq*", "ID:id @order *"},
    {"seq", "~ area* par*", "ID:id @order *"},
    {"area", "",
     "ID:id FILEID!:idref SHAPE=shape COORDS BEGIN END BETYPE=position EXTENT EXTTYPE=extent "
     "ADMID:idrefs CONTENTIDS @order *"},
    {"structLink", "~ smLink* smLinkGrp* !", "ID:id *"},
    {"smLink", "", "ID:id xlink xlink!from xlink!to"},
    {"smLinkGrp", "smLocatorLink+ smArcLink+", "ID:id ARCLINKORDER=arcs xlink"},
    {"smLocatorLink", "", "ID:id xlink xlink!href"},
    {"smArcLink", "", "ID:id ARCTYPE ADMID:idrefs xlink"},
    // Behaviour.
    {"behaviorSec", "behaviorSec* behavior*", "ID:id CREATED:time LABEL *"},
    {"behavior", "interfaceDef? mechanism",
     "ID:id STRUCTID:idrefs BTYPE CREATED:time LABEL GROUPID ADMID:idrefs"},
    {"interfaceDef", "", "ID:id LABEL @location xlink"},
    {"mechanism", "", "ID:id LABEL @location xlink"},
});

constexpr auto values = std::to_array<XmlNamedRow>({
    {"role", "CREATOR|EDITOR|ARCHIVIST|PRESERVATION|DISSEMINATOR|CUSTODIAN|IPOWNER|OTHER"},
    {"agent", "INDIVIDUAL|ORGANIZATION|OTHER"},
    {"metadata",
     "MARC|MODS|EAD|DC|NISOIMG|LC-AV|VRA|TEIHDR|DDI|FGDC|LOM|PREMIS|PREMIS:OBJECT|PREMIS:AGENT|"
     "PREMIS:RIGHTS|PREMIS:EVENT|TEXTMD|METSRIGHTS|ISO 19115:2003 NAP|EAC-CPF|LIDO|OTHER"},
    {"location", "ARK|URN|URL|PURL|HANDLE|DOI|OTHER"},
    {"digest", "Adler-32|CRC32|HAVAL|MD5|MNP|SHA-1|SHA-256|SHA-384|SHA-512|TIGER|WHIRLPOOL"},
    {"byte", "BYTE"},
    {"transform", "decompression|decryption"},
    {"shape", "RECT|CIRCLE|POLY"},
    {"position",
     "BYTE|IDREF|SMIL|MIDI|SMPTE-25|SMPTE-24|SMPTE-DF30|SMPTE-NDF30|SMPTE-DF29.97|SMPTE-NDF29.97|"
     "TIME|TCF|XPTR"},
    {"extent",
     "BYTE|SMIL|MIDI|SMPTE-25|SMPTE-24|SMPTE-DF30|SMPTE-NDF30|SMPTE-DF29.97|SMPTE-NDF29.97|TIME|"
     "TCF"},
    {"arcs", "ordered|unordered"},
});

constexpr auto groups = std::to_array<XmlNamedRow>({
    {"section", "ID!:id GROUPID ADMID:idrefs CREATED:time STATUS *"},
    {"location", "LOCTYPE!=location OTHERLOCTYPE"},
    {"metadata", "MDTYPE!=metadata OTHERMDTYPE MDTYPEVERSION"},
    {"file", "MIMETYPE SIZE:integer CREATED:time CHECKSUM CHECKSUMTYPE=digest"},
    {"order", "ORDER:integer ORDERLABEL LABEL"},
});

}  // namespace

const XmlRules& mets_rules() {
  static const XmlRules rules(mets_namespace, elements, values, groups);
  return rules;
}

}  // namespace pressmark::archive
