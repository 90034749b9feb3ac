#!/usr/bin/env bash
# check_jats.sh FILE...: validates JATS files by the DTD of JATS Journal Publishing 1.1 in the folder
# $PRESSMARK_JATS (scripts/install --test), which is stricter than the Archiving tag set. What
# Archiving leaves free (a journal without ISSN, an article without a date) is opened by the
# declarations below, which come before those of the DTD. Exits with 77 where the DTD is absent.
set -euo pipefail
dtd=${PRESSMARK_JATS:-}/JATS-journalpublishing1.dtd
if [ ! -e "$dtd" ] || ! command -v xmllint >/dev/null; then
  echo "not checked: the JATS DTD or xmllint is absent"
  [ -z "${PRESSMARK_REQUIRE_VALIDATORS:-}" ] || exit 1
  exit 77
fi
driver=$(mktemp -d)
trap 'rm -rf "$driver"' EXIT
cat > "$driver/jats.dtd" <<END
<!ENTITY % journal-meta-model "(journal-id*, journal-title-group*, issn*, publisher?)">
<!ENTITY % article-meta-model "(article-id*, article-categories?, title-group, contrib-group*,
  pub-date*, volume*, issue*, isbn*, ((fpage, lpage?, page-range?) | elocation-id)?, history?,
  permissions?, self-uri*, abstract*, kwd-group*, counts?, custom-meta-group?)">
<!ENTITY % contrib-model "(contrib-id*, (collab | name | string-name)*, role*)">
<!ENTITY % front-model "(journal-meta?, article-meta, notes?)">
<!ENTITY % dtd-version "dtd-version CDATA #FIXED '1.3'">
<!ENTITY % publishing SYSTEM "$dtd">
%publishing;
END
status=0
for file in "$@"; do
  # The file's own document type names a DTD of the network.
  sed 's|^<!DOCTYPE article .*>$|<!DOCTYPE article SYSTEM "'"$driver"'/jats.dtd">|' "$file" > "$driver/article.xml"
  if ! xmllint --nonet --huge --noout --valid "$driver/article.xml" 2> "$driver/errors"; then
    echo "$file is not valid:"
    head -c 3000 "$driver/errors" | sed "s|$driver/||"
    status=1
  fi
done
[ "$status" = 0 ] && echo "$# JATS files are valid"
exit "$status"
