#!/bin/sh
# Checks TEI files by jing with tei_all.rng, or another RELAX NG schema, and by TEI's Schematron.
#
#     check_tei.sh [--schema NAME.rng] FILE...
#
# Prints each error and exits 1 where there is one; 77 where jing or the schemas are not here.
# PRESSMARK_SHARED names another folder than ../shared; the Schematron processor is looked for in
# PRESSMARK_TOOLS (scripts/install --test), and left out where it is not. It needs a minute for 300 kB,
# so it gets no file larger than PRESSMARK_SCHEMATRON_BYTES (60000 unless set).
here=$(dirname "$0")
shared=${PRESSMARK_SHARED:-$here/../../../shared}
tools=${PRESSMARK_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/pressmark}
schema=tei_all.rng
if [ "$1" = --schema ]; then schema=$2; shift 2; fi
[ -e "$shared/schemas/tei/$schema" ] && command -v jing >/dev/null || exit 77
status=0
jing "$shared/schemas/tei/$schema" "$@" 2>/dev/null || status=1
if [ -e "$tools/node_modules/node-schematron" ] && command -v node >/dev/null; then
  find "$@" -size "-${PRESSMARK_SCHEMATRON_BYTES:-60000}c" -exec env PRESSMARK_TOOLS="$tools" node \
    "$here/check_schematron.cjs" "$shared/schemas/tei/tei_all.sch" {} + || status=1
fi
exit $status
