#include "converters/archive/premis_rules.h"

namespace pressmark::archive {
namespace {

// Elements with children.
constexpr auto structures = std::to_array<XmlElementRow>({
    {"premis", "object+ event* agent* rights*", "version!=version"},
    // Objects, by their xsi:type. One without it keeps the rules of no kind.
    {"object", "", "xmlID:id version=version"},
    {"object.file",
     "objectIdentifier+ preservationLevel* significantProperties* objectCharacteristics+ "
     "originalName? storage* signatureInformation* relationship* linkingEventIdentifier* "
     "linkingRightsStatementIdentifier*",
     "xmlID:id version=version"},
    {"object.representation",
     "objectIdentifier+ preservationLevel* significantProperties* originalName? storage* "
     "relationship* linkingEventIdentifier* linkingRightsStatementIdentifier*",
     "xmlID:id version=version"},
    {"object.bitstream",
     "objectIdentifier+ significantProperties* objectCharacteristics+ storage* "
     "signatureInformation* relationship* linkingEventIdentifier* "
     "linkingRightsStatementIdentifier*",
     "xmlID:id version=version"},
    {"object.intellectualEntity",
     "objectIdentifier+ preservationLevel* significantProperties* originalName? "
     "environmentFunction* environmentDesignation* environmentRegistry* "
     "environmentExtension* relationship* linkingEventIdentifier* "
     "linkingRightsStatementIdentifier*",
     "xmlID:id version=version"},
    {"objectIdentifier", "objectIdentifierType objectIdentifierValue", "simpleLink"},
    {"preservationLevel",
     "preservationLevelType? preservationLevelValue preservationLevelRole? "
     "preservationLevelRationale* preservationLevelDateAssigned?",
     ""},
    {"significantProperties",
     "significantPropertiesType? significantPropertiesValue? significantPropertiesExtension* "
     "!",
     ""},
    {"objectCharacteristics",
     "compositionLevel? fixity* size? format+ creatingApplication* inhibitors* "
     "objectCharacteristicsExtension*",
     ""},
    {"compositionLevel", "#natural", "unknown=yes"},
    {"fixity", "messageDigestAlgorithm messageDigest messageDigestOriginator?", ""},
    {"size", "#integer", ""},
    {"format", "formatDesignation? formatRegistry? ! formatNote*", ""},
    {"formatDesignation", "formatName formatVersion?", ""},
    {"formatRegistry", "formatRegistryName formatRegistryKey formatRegistryRole?", "simpleLink"},
    {"creatingApplication",
     "creatingApplicationName? creatingApplicationVersion? dateCreatedByApplication? "
     "creatingApplicationExtension* !",
     ""},
    {"inhibitors", "inhibitorType inhibitorTarget* inhibitorKey?", ""},
    {"originalName", "#text", "simpleLink"},
    {"storage", "contentLocation? storageMedium? !", ""},
    {"contentLocation", "contentLocationType contentLocationValue", "simpleLink"},
    {"signatureInformation", "signature? signatureInformationExtension* !", ""},
    {"signature",
     "signatureEncoding signer? signatureMethod signatureValue signatureValidationRules "
     "signatureProperties* keyInformation*",
     ""},
    {"relationship",
     "relationshipType relationshipSubType relatedObjectIdentifier+ relatedEventIdentifier* "
     "relatedEnvironmentPurpose* relatedEnvironmentCharacteristic?",
     ""},
    {"relatedObjectIdentifier",
     "relatedObjectIdentifierType relatedObjectIdentifierValue relatedObjectSequence?",
     "RelObjectXmlID:idref simpleLink"},
    {"relatedEventIdentifier",
     "relatedEventIdentifierType relatedEventIdentifierValue relatedEventSequence?",
     "RelEventXmlID:idref simpleLink"},
    {"relatedObjectSequence", "#natural", ""},
    {"relatedEventSequence", "#natural", ""},
    {"environmentFunction", "environmentFunctionType environmentFunctionLevel", ""},
    {"environmentDesignation",
     "environmentName environmentVersion? environmentOrigin? environmentDesignationNote* "
     "environmentDesignationExtension*",
     ""},
    {"environmentRegistry",
     "environmentRegistryName environmentRegistryKey environmentRegistryRole?", ""},
    // Events and agents.
    {"event",
     "eventIdentifier eventType eventDateTime eventDetailInformation* "
     "eventOutcomeInformation* linkingAgentIdentifier* linkingObjectIdentifier*",
     "xmlID:id version=version"},
    {"eventIdentifier", "eventIdentifierType eventIdentifierValue", "simpleLink"},
    {"eventDetailInformation", "eventDetail? eventDetailExtension*", ""},
    {"eventOutcomeInformation", "eventOutcome? eventOutcomeDetail* !", ""},
    {"eventOutcomeDetail", "eventOutcomeDetailNote? eventOutcomeDetailExtension* !", ""},
    {"agent",
     "agentIdentifier+ agentName* agentType? agentVersion? agentNote* agentExtension* "
     "linkingEventIdentifier* linkingRightsStatementIdentifier* "
     "linkingEnvironmentIdentifier*",
     "xmlID:id version=version"},
    {"agentIdentifier", "agentIdentifierType agentIdentifierValue", "simpleLink"},
    {"linkingAgentIdentifier",
     "linkingAgentIdentifierType linkingAgentIdentifierValue linkingAgentRole*",
     "LinkAgentXmlID:idref simpleLink"},
    {"linkingObjectIdentifier",
     "linkingObjectIdentifierType linkingObjectIdentifierValue linkingObjectRole*",
     "LinkObjectXmlID:idref simpleLink"},
    {"linkingEnvironmentIdentifier",
     "linkingEnvironmentIdentifierType linkingEnvironmentIdentifierValue "
     "linkingEnvironmentRole*",
     "LinkEventXmlID:idref simpleLink"},
    {"linkingEventIdentifier", "linkingEventIdentifierType linkingEventIdentifierValue",
     "LinkEventXmlID:idref simpleLink"},
    {"linkingRightsStatementIdentifier",
     "linkingRightsStatementIdentifierType linkingRightsStatementIdentifierValue",
     "LinkPermissionStatementXmlID:idref simpleLink"},
    // Rights.
    {"rights", "~ rightsStatement* rightsExtension* !", "xmlID:id version=version"},
    {"rightsStatement",
     "rightsStatementIdentifier rightsBasis copyrightInformation? licenseInformation? "
     "statuteInformation* otherRightsInformation? rightsGranted* linkingObjectIdentifier* "
     "linkingAgentIdentifier*",
     ""},
    {"rightsStatementIdentifier", "rightsStatementIdentifierType rightsStatementIdentifierValue",
     "simpleLink"},
    {"copyrightInformation",
     "copyrightStatus copyrightJurisdiction copyrightStatusDeterminationDate? copyrightNote* "
     "copyrightDocumentationIdentifier* copyrightApplicableDates?",
     ""},
    {"copyrightDocumentationIdentifier",
     "copyrightDocumentationIdentifierType copyrightDocumentationIdentifierValue "
     "copyrightDocumentationRole?",
     ""},
    {"licenseDocumentationIdentifier",
     "licenseDocumentationIdentifierType licenseDocumentationIdentifierValue "
     "licenseDocumentationRole?",
     ""},
    {"statuteDocumentationIdentifier",
     "statuteDocumentationIdentifierType statuteDocumentationIdentifierValue "
     "statuteDocumentationRole?",
     ""},
    {"otherRightsDocumentationIdentifier",
     "otherRightsDocumentationIdentifierType otherRightsDocumentationIdentifierValue "
     "otherRightsDocumentationRole?",
     ""},
    {"licenseInformation",
     "licenseDocumentationIdentifier* licenseTerms? licenseNote* licenseApplicableDates? !", ""},
    {"statuteInformation",
     "statuteJurisdiction statuteCitation statuteInformationDeterminationDate? statuteNote* "
     "statuteDocumentationIdentifier* statuteApplicableDates?",
     ""},
    {"otherRightsInformation",
     "otherRightsDocumentationIdentifier* otherRightsBasis otherRightsApplicableDates? "
     "otherRightsNote*",
     ""},
    {"rightsGranted", "act restriction* termOfGrant? termOfRestriction? rightsGrantedNote*", ""},
    {"copyrightApplicableDates", "startDate endDate?", ""},
    {"licenseApplicableDates", "startDate endDate?", ""},
    {"statuteApplicableDates", "startDate endDate?", ""},
    {"otherRightsApplicableDates", "startDate endDate?", ""},
    {"termOfGrant", "startDate endDate?", ""},
    {"termOfRestriction", "startDate endDate?", ""},
});

// Elements with text alone.
constexpr auto texts = std::to_array<std::string_view>({
    "agentIdentifierValue",
    "agentNote",
    "agentVersion",
    "contentLocationValue",
    "copyrightDocumentationIdentifierValue",
    "copyrightNote",
    "copyrightStatusDeterminationDate",
    "creatingApplicationVersion",
    "dateCreatedByApplication",
    "endDate",
    "environmentDesignationExtension",
    "environmentDesignationNote",
    "environmentFunctionLevel",
    "environmentOrigin",
    "environmentRegistryKey",
    "environmentRegistryName",
    "environmentVersion",
    "eventDateTime",
    "eventDetail",
    "eventIdentifierValue",
    "eventOutcomeDetailNote",
    "formatNote",
    "formatVersion",
    "inhibitorKey",
    "licenseDocumentationIdentifierValue",
    "licenseNote",
    "licenseTerms",
    "linkingAgentIdentifierValue",
    "linkingEnvironmentIdentifierType",
    "linkingEnvironmentIdentifierValue",
    "linkingEventIdentifierValue",
    "linkingObjectIdentifierValue",
    "linkingRightsStatementIdentifierValue",
    "messageDigest",
    "objectIdentifierValue",
    "otherRightsDocumentationIdentifierValue",
    "otherRightsNote",
    "preservationLevelDateAssigned",
    "preservationLevelRationale",
    "relatedEventIdentifierValue",
    "relatedObjectIdentifierValue",
    "rightsGrantedNote",
    "rightsStatementIdentifierValue",
    "signatureProperties",
    "signatureValue",
    "significantPropertiesValue",
    "startDate",
    "statuteDocumentationIdentifierValue",
    "statuteInformationDeterminationDate",
    "statuteNote",
});

// Elements with a term, which may be of a controlled vocabulary.
constexpr auto terms = std::to_array<std::string_view>({
    "act",
    "agentIdentifierType",
    "agentName",
    "agentType",
    "contentLocationType",
    "copyrightDocumentationIdentifierType",
    "copyrightDocumentationRole",
    "copyrightJurisdiction",
    "copyrightStatus",
    "creatingApplicationName",
    "environmentFunctionType",
    "environmentName",
    "environmentRegistryRole",
    "eventIdentifierType",
    "eventOutcome",
    "eventType",
    "formatName",
    "formatRegistryKey",
    "formatRegistryName",
    "formatRegistryRole",
    "inhibitorTarget",
    "inhibitorType",
    "licenseDocumentationIdentifierType",
    "licenseDocumentationRole",
    "linkingAgentIdentifierType",
    "linkingAgentRole",
    "linkingEnvironmentRole",
    "linkingEventIdentifierType",
    "linkingObjectIdentifierType",
    "linkingObjectRole",
    "linkingRightsStatementIdentifierType",
    "messageDigestAlgorithm",
    "messageDigestOriginator",
    "objectIdentifierType",
    "otherRightsBasis",
    "otherRightsDocumentationIdentifierType",
    "otherRightsDocumentationRole",
    "preservationLevelRole",
    "preservationLevelType",
    "preservationLevelValue",
    "relatedEnvironmentCharacteristic",
    "relatedEnvironmentPurpose",
    "relatedEventIdentifierType",
    "relatedObjectIdentifierType",
    "relationshipSubType",
    "relationshipType",
    "restriction",
    "rightsBasis",
    "rightsStatementIdentifierType",
    "signatureEncoding",
    "signatureMethod",
    "signatureValidationRules",
    "signer",
    "significantPropertiesType",
    "statuteCitation",
    "statuteDocumentationIdentifierType",
    "statuteDocumentationRole",
    "statuteJurisdiction",
    "storageMedium",
});

// Elements with anything inside.
constexpr auto extensions = std::to_array<std::string_view>({
    "agentExtension",
    "creatingApplicationExtension",
    "environmentExtension",
    "eventDetailExtension",
    "eventOutcomeDetailExtension",
    "keyInformation",
    "objectCharacteristicsExtension",
    "rightsExtension",
    "signatureInformationExtension",
    "significantPropertiesExtension",
});

constexpr auto values = std::to_array<XmlNamedRow>({{"version", "3.0"}, {"yes", "yes"}});

std::vector<XmlElementRow> all_rows() {
  std::vector<XmlElementRow> rows(structures.begin(), structures.end());
  for (const std::string_view name : texts) rows.push_back({name, "#text", ""});
  for (const std::string_view name : terms) {
    rows.push_back({name, "#text", "authority authorityURI valueURI"});
  }
  for (const std::string_view name : extensions) rows.push_back({name, "#any", ""});
  return rows;
}

}  // namespace

const XmlRules& premis_rules() {
  static const std::vector<XmlElementRow> rows = all_rows();
  static const XmlRules rules(premis_namespace, rows, values, {});
  return rules;
}

std::string_view premis_variant(const XmlScanner& element) {
  constexpr auto kinds = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"file", "object.file"},
       {"representation", "object.representation"},
       {"bitstream", "object.bitstream"},
       {"intellectualEntity", "object.intellectualEntity"}});
  if (element.name() != "object") return {};
  for (const XmlScanner::Attribute& attribute : element.attributes()) {
    if (attribute.name != "type" ||
        attribute.name_space != "http://www.w3.org/2001/XMLSchema-instance") {
      continue;
    }
    const std::string_view kind = attribute.value.substr(attribute.value.find(':') + 1);
    for (const auto& [name, row] : kinds) {
      if (name == kind) return row;
    }
  }
  return {};
}

}  // namespace pressmark::archive
