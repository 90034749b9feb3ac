#!/bin/sh
# check_pdf.sh FILES...: whether the files are sound PDF, PDF/A and PDF/UA.
#
# qpdf --check is always asked. Where PRESSMARK_VERAPDF names veraPDF's command-line jar, veraPDF
# checks the flavours that each file claims in its XMP packet: 2a or 3a with ua1, 4 or 4f with
# ua2.
# Prints each failed rule with its clause, test number and count. Exits 1 on any failure, 2 on wrong
# use.
set -eu

if [ $# -eq 0 ]; then
  echo "usage: check_pdf.sh FILES..." >&2
  exit 2
fi

command -v qpdf >/dev/null || exit 77 # skipped: no validator here

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

for file in "$@"; do
  if ! qpdf --check "$file" >"$work/qpdf" 2>&1; then
    echo "$file: qpdf finds faults"
    grep -v '^checking' "$work/qpdf" | head -n 10
    status=1
  fi
done

if [ -z "${PRESSMARK_VERAPDF:-}" ]; then
  exit $status
fi

# The files by flavour: lists for one call of the virtual machine each.
for file in "$@"; do
  part=$(grep -a -o '<pdfaid:part>[0-9]' "$file" | head -n 1 | grep -o '[0-9]$' || true)
  case $part in
    2) flavours="2a ua1" ;;
    3) flavours="3a ua1" ;;
    4)
      if grep -a -q '<pdfaid:conformance>F' "$file"; then flavours="4f ua2"; else flavours="4 ua2"; fi
      ;;
    *)
      echo "$file: claims no part of PDF/A"
      status=1
      continue
      ;;
  esac
  for flavour in $flavours; do
    printf '%s\0' "$file" >>"$work/list.$flavour"
  done
done

main=$(unzip -p "$PRESSMARK_VERAPDF" META-INF/MANIFEST.MF | tr -d '\r' |
  sed -n 's/^Main-Class: //p')
for list in "$work"/list.*; do
  [ -e "$list" ] || continue
  flavour=${list##*.}
  xargs -0 java -Xmx1g -cp "$PRESSMARK_VERAPDF" "${main:-org.verapdf.apps.GreenfieldCliWrapper}" \
    --flavour "$flavour" --format xml --maxfailuresdisplayed 1 <"$list" \
    >"$work/report.xml" 2>"$work/errors" || true
  python3 "$(dirname "$0")/verapdf_summary.py" "$flavour" "$work/report.xml" || {
    status=1
    grep -i -E 'error|exception' "$work/errors" | head -n 5 || true
  }
done
exit $status
