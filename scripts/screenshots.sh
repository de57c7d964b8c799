#!/usr/bin/env bash
# The pictures of the documentation: QGIS desktop does what the user guide says and takes pictures of every dock and
# map, in English into docs/pictures, in Chinese into docs/pictures/zh:   scripts/screenshots.sh [en] [zh]
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$root"
"$root/scripts/translations.sh"
(($#)) || set -- en zh
for language; do
    # Paths are seen on pictures: the same wherever this is run.
    work=$(dirname "$(mktemp -u)")/land-renewal/$language
    rm -rf "$work" && mkdir -p "$work"
    pictures=docs/pictures locale=en_US
    unset FC_LANG
    # Without a language of the system Chinese is drawn with Japanese letters.
    [[ $language == en ]] || { pictures=docs/pictures/$language locale=zh-Hans; export FC_LANG=zh-cn; }
    mkdir -p "$pictures"
    HOME=$work LAND_RENEWAL_FOLDER=$work/report LAND_RENEWAL_PICTURES=$root/$pictures \
        timeout 1800 scripts/desktop.sh "$work/profile" "$locale" scripts/screenshots.py >"$work/output.txt" 2>&1 ||
        { cat "$work/output.txt" "$work/report/log.txt" >&2; exit 1; }
    grep -q '"ok": true' "$work/report/report.json" || { cat "$work/report/log.txt" >&2; exit 1; }
done
du -ch docs/pictures/*.png docs/pictures/*/*.png | tail -n 1
