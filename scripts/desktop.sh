#!/usr/bin/env bash
# QGIS desktop with the plugin, on a screen and in a profile of its own, with a script that drives it:
#   scripts/desktop.sh PROFILES LOCALE SCRIPT [arguments of QGIS]       PROFILES: a folder, made when it is not there
set -euo pipefail
. "$(dirname "$0")/env.sh"
profiles=$(realpath -m "$1") locale=$2 script=$(realpath "$3")
shift 3
link_plugin
mkdir -p "$profiles/profiles/default/QGIS" "$profiles/tmp" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
settings=$profiles/profiles/default/QGIS/QGIS3.ini
[[ -e $settings ]] || cat >"$settings" <<INI
[PythonPlugins]
land_renewal=true

[locale]
overrideFlag=true
userLocale=$locale
INI
export QGIS_CUSTOM_CONFIG_PATH=$profiles PYTHONWARNINGS=ignore::DeprecationWarning LC_ALL=C.UTF-8
# As on a plain desktop: no theme of the one who starts this.
unset QT_QPA_PLATFORM QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE XDG_CURRENT_DESKTOP DISPLAY WAYLAND_DISPLAY
# QGIS takes layers in the folder for temporary files as lost tomorrow, and the profile may well be in that of the system.
# From a number by chance on: two that look for a free one at the same time find the same.
exec xvfb-run -a -n $((100 + RANDOM % 20000)) -s "-screen 0 1600x1000x24" \
    env TMPDIR="$profiles/tmp" qgis --nologo --noversioncheck --profiles-path "$profiles" --profile default --code "$script" "$@"
