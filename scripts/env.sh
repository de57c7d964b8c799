# Sourced by the other scripts: where things are, and an environment that leaves the user's own QGIS profile alone.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
libs=$build/libs
plugins=$build/plugins
profile=$build/profile

# QGIS's bindings belong to the system's Python; another one earlier on the PATH does not have them.
export PYTHON=${PYTHON:-/usr/bin/python3}
export PYTHONPATH=$libs
export PYTHONNOUSERSITE=1
export QGIS_PLUGINPATH=$plugins
export QGIS_CUSTOM_CONFIG_PATH=$profile
export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$build/runtime}

headless() {
    mkdir -p "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"
    export QT_QPA_PLATFORM=offscreen
}

# QGIS finds a plugin by the name of its folder, which the checkout need not have.
link_plugin() {
    mkdir -p "$plugins" "$profile"
    [[ -e $plugins/land_renewal ]] || ln -sfn "$root" "$plugins/land_renewal"
}

# On Debian 12 qgis_process is a wrapper that passes on an option which the program rejects.
qgis_process() {
    local program=/usr/bin/qgis_process
    [[ -x $program.bin ]] && program=$program.bin
    # QGIS's own start-up code warns about itself.
    PYTHONWARNINGS=ignore::DeprecationWarning "$program" "$@"
}

enable_plugin() {
    local settings=$profile/profiles/default/QGIS/QGIS3.ini output
    if ! grep -qs '^land_renewal=true' "$settings"; then
        output=$(qgis_process plugins enable land_renewal 2>&1) || { echo "$output" >&2; return 1; }
    fi
}
