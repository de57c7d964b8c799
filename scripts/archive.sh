#!/usr/bin/env bash
# Make the release zip: the last commit without what .gitattributes leaves out, and its translations, compiled.
# The same commit gives the same zip, wherever and whenever it is made: scripts/archive.sh file.zip
set -euo pipefail
archive=$(realpath -m "$1")
cd "$(dirname "$0")/.."
compiled=$(mktemp -d)
trap 'rm -rf "$compiled"' EXIT

folder=resources/translations
added=()
for source in $(git ls-tree --name-only HEAD "$folder/"); do
    [[ $source == *.ts ]] && git show "HEAD:$source" >"$compiled/$(basename "$source")"
done
scripts/translations.sh "$compiled"
for file in "$compiled"/*.qm; do
    added+=("--add-file=$file")
done
mkdir -p "$(dirname "$archive")"
TZ=UTC git -c core.autocrlf=false archive --format=zip --output="$archive" \
    "--prefix=land_renewal/$folder/" "${added[@]}" --prefix=land_renewal/ HEAD
