#!/usr/bin/env bash
# Run `make test` on another Debian suite, in a clean system of its own (debootstrap) set up by scripts/setup.sh.
#   scripts/test_suite.sh bookworm|trixie|forky [command ...]      instead of `make test`, e.g. a shell: bash
# The system is kept for the next time. The mounts live in a private namespace: they go when this script ends, however it ends.
set -euo pipefail
cd "$(dirname "$0")/.."

stop() {
    echo "test-suite: $*" >&2
    exit 1
}

suite=${1:?say which Debian suite: bookworm, trixie or forky}
shift
[[ $suite =~ ^[a-z]+$ ]] || stop "\"$suite\" is not the name of a Debian suite."
command=("${@:-make}")
(($#)) || command=(make test)
store=${XDG_CACHE_HOME:-$HOME/.cache}/land-renewal/chroots
system=$store/$suite
inside=/srv/land-renewal

if ((EUID != 0)); then
    command -v sudo >/dev/null || stop "a clean system can be made by root only, and there is no sudo."
    exec sudo env "HOME=$HOME" "XDG_CACHE_HOME=${XDG_CACHE_HOME:-}" "$0" "$suite" "$@"
fi
if [[ -z ${LAND_RENEWAL_NAMESPACE:-} ]]; then
    exec env LAND_RENEWAL_NAMESPACE=1 unshare --mount --pid --fork --kill-child --propagation private \
        "$0" "$suite" "$@"
fi

need_debootstrap() {
    command -v debootstrap >/dev/null && return
    DEBIAN_FRONTEND=noninteractive apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends debootstrap
}

mirror() {
    apt-get indextargets --format '$(LABEL)|$(REPO_URI)' 'Created-By: Packages' | sed -n 's/^Debian|//p' | head -n 1
}

# An older debootstrap does not know the names of newer suites; unstable's script does for them.
bootstrap() {
    local address script=$suite log=$store/$suite.log
    address=$(mirror)
    [[ -n $address ]] || stop "apt on this machine has no Debian mirror to take the suite from."
    [[ -e /usr/share/debootstrap/scripts/$suite ]] || script=sid
    echo "test-suite: making a clean $suite system in $system"
    rm -rf "$system.part"
    if ! debootstrap --variant=minbase --include=ca-certificates,git,make \
        "$suite" "$system.part" "$address" "$script" >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        stop "debootstrap failed; the whole output is in $log."
    fi
    # A testing suite kept by an archive may be past its date.
    echo 'Acquire::Check-Valid-Until "false";' >"$system.part/etc/apt/apt.conf.d/90land-renewal"
    mv "$system.part" "$system"
}

# The network as this machine reaches it: name servers, certificates, proxies.
share_network() {
    local variable
    cat /etc/resolv.conf >"$system/etc/resolv.conf"
    cp -L /etc/ssl/certs/ca-certificates.crt "$system/etc/ssl/certs/ca-certificates.crt"
    apt-config dump | grep -E '^Acquire::(http|https)::Proxy ' >"$system/etc/apt/apt.conf.d/91proxy" || true
    network=()
    for variable in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY PIP_INDEX_URL; do
        [[ -z ${!variable:-} ]] || network+=("$variable=${!variable}")
    done
}

mount_all() {
    mkdir -p "$system$inside/shared"
    mount -t proc proc "$system/proc"
    mount --rbind /dev "$system/dev"
    if [[ -d ../shared ]]; then
        mount --bind ../shared "$system$inside/shared"
        mount -o remount,bind,ro "$system$inside/shared"
    fi
}

# What is in the working tree, committed or not; what the suite has built in build/ stays.
copy_tree() {
    local target=$system$inside/main
    mkdir -p "$target"
    find "$target" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    git -c safe.directory='*' ls-files -z --cached --others --exclude-standard |
        while IFS= read -r -d '' file; do [[ ! -e $file ]] || printf '%s\0' "$file"; done |
        tar --null --files-from=- --create | tar --extract --no-same-owner --directory="$target"
}

mkdir -p "$store"
exec {lock}>"$store/$suite.lock"
flock --nonblock "$lock" || echo "test-suite: waiting for another run in $system" >&2
flock "$lock"
if [[ ! -d $system ]]; then
    need_debootstrap
    bootstrap
fi
share_network
mount_all
copy_tree
chroot "$system" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 QGIS_PREFIX_PATH=/usr \
    "${network[@]}" /bin/sh -c 'cd "$1" && shift && exec "$@"' sh "$inside/main" "${command[@]}"
