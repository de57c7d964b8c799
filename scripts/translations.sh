#!/usr/bin/env bash
# Compile the translations that are newer than what was made of them: scripts/translations.sh [folder]
set -euo pipefail
folder=${1:-$(dirname "$0")/../resources/translations}

# Any Qt's will do; not every system has it on the path.
find_lrelease() {
    local program
    for program in lrelease lrelease-qt5 lrelease-qt6 /usr/lib/*/qt5/bin/lrelease /usr/lib/qt6/bin/lrelease; do
        if "$program" -version >/dev/null 2>&1; then
            echo "$program"
            return
        fi
    done
    echo "translations: Qt's program lrelease is missing (Debian: qttools5-dev-tools or qt6-l10n-tools)" >&2
    return 1
}

for source in "$folder"/*.ts; do
    target=${source%.ts}.qm
    [[ -s $target && ! $source -nt $target ]] && continue
    lrelease=${lrelease:-$(find_lrelease)}
    # Other processes may be reading the former file.
    "$lrelease" -silent "$source" -qm "$target.part"
    mv "$target.part" "$target"
done
