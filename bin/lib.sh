# Shared by the scripts of bin/; sourced from the root of the source tree.
set -euo pipefail

note() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        note "this needs root and there is no sudo: $*"
        return 1
    fi
}

# need_packages build test: installs what bin/packages/{build,test}.txt name and is not there.
need_packages() {
    local wanted missing
    wanted=$(for list in "$@"; do grep -hv '^#' "bin/packages/$list.txt"; done | sort -u)
    missing=$(comm -23 <(echo "$wanted") <(
        # shellcheck disable=SC2086
        dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
            sed -n 's/^installed //p' | sort -u))
    [ -n "$missing" ] || return 0
    note "installing:" $missing
    as_root apt-get update -qq
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# Node.js fetches the fonts and drives the browser tests; somebody else's node is as good.
need_npm() { command -v npm >/dev/null && command -v node >/dev/null || need_packages web; }

# What the program is made of; a change in any of it (a folder changes when a file goes) is work.
sources=(CMakeLists.txt CMakePresets.json cmake kernel judging platform modules app tools design bin package.json package-lock.json)

# fresh STAMP: nothing was changed since the stamp was set.
fresh() {
    local there=() path
    [ -e "$1" ] || return 1
    for path in "${sources[@]}"; do [ ! -e "$path" ] || there+=("$path"); done
    [ -z "$(find "${there[@]}" -newer "$1" -print -quit)" ]
}

# build PRESET [TARGET...]: configures once, then builds; niced, so that a small machine stays usable.
build() {
    local preset=$1
    shift
    [ -e "build/$preset/build.ninja" ] || nice cmake --preset "$preset" >/dev/null
    nice cmake --build "build/$preset" ${1:+--target "$@"}
}

assets() {
    [ ! -x bin/assets ] || bin/assets
}
