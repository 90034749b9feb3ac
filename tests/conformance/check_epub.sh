#!/bin/sh
# Checks EPUB files by EPUBCheck 5.3: check_epub.sh BOOK.epub ...
# PRESSMARK_EPUBCHECK names epubcheck.jar, whose lib folder lies beside it. Prints every message;
# exits 1 on any error or warning, 2 where the tool is absent.
set -eu
if [ -z "${PRESSMARK_EPUBCHECK:-}" ] || [ ! -f "$PRESSMARK_EPUBCHECK" ]; then
  echo "check_epub.sh: set PRESSMARK_EPUBCHECK to the path of epubcheck.jar" >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
lib=$(dirname "$PRESSMARK_EPUBCHECK")/lib
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss8m \
  -cp "$PRESSMARK_EPUBCHECK:$lib/*" "$here/EpubCheckAll.java" "$@"
