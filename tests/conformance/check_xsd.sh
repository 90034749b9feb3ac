#!/bin/sh
# Checks XML files by the XML Schema that PRESSMARK_XSD names below ../shared/schemas, offline.
#
#     PRESSMARK_XSD=mods/mods-3-8-fixed.xsd check_xsd.sh FILE...
#
# Exits 1 with the errors, 77 where xmllint or the schema is not here.
schemas=${PRESSMARK_SHARED:-$(dirname "$0")/../../../shared}/schemas
[ -e "$schemas/$PRESSMARK_XSD" ] && command -v xmllint >/dev/null || exit 77
messages=$(mktemp) || exit 1
trap 'rm -f "$messages"' EXIT
XML_CATALOG_FILES=$schemas/catalog.xml xmllint --nonet --noout --schema "$schemas/$PRESSMARK_XSD" "$@" \
  2>"$messages"
status=$?
grep -v ' validates$' "$messages"
exit $((status != 0))
