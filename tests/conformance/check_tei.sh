#!/bin/sh
# Checks TEI files by jing with tei_all.rng and, where PRESSMARK_TEI_SCHEMA names one, another RELAX NG
# schema of ../shared/schemas/tei, and by TEI's Schematron.
#
#     check_tei.sh FILE...
#
# Prints each error and exits 1 where there is one; 77 where jing or the schemas are not here.
# PRESSMARK_SHARED names another folder than ../shared; the Schematron processor is looked for in
# PRESSMARK_TOOLS (scripts/install --test), and left out where it is not. It needs a minute for 300 kB,
# so it gets no file larger than PRESSMARK_SCHEMATRON_BYTES (60000 unless set).
here=$(dirname "$0")
shared=${PRESSMARK_SHARED:-$here/../../../shared}
tools=${PRESSMARK_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/pressmark}
[ -e "$shared/schemas/tei/tei_all.rng" ] && command -v jing >/dev/null || exit 77
status=0
for schema in tei_all.rng $PRESSMARK_TEI_SCHEMA; do
  jing "$shared/schemas/tei/$schema" "$@" 2>/dev/null || status=1
done
if [ -e "$tools/node_modules/node-schematron" ] && command -v node >/dev/null; then
  find "$@" -size "-${PRESSMARK_SCHEMATRON_BYTES:-60000}c" -exec env PRESSMARK_TOOLS="$tools" node \
    "$here/check_schematron.cjs" "$shared/schemas/tei/tei_all.sch" {} + || status=1
fi
exit $status
