# Shared by ./run and ./test: installing packages and building. Sourced, not run.

say() { printf '%s\n' "$*"; }
stop() { printf 'Stopped: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else stop "this step needs root, and sudo is not here. Run it as root: $*"
    fi
}

missing_packages() {
    local package
    grep -hv '^#' "$@" | while read -r package; do
        dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -q '^installed$' || printf '%s ' "$package"
    done
    command -v node >/dev/null || printf 'nodejs '
    command -v npm >/dev/null || printf 'npm '
}

# Installs the Debian packages of the lists named (of tools/packages.txt when none is) that are not there yet. Asks the
# package lists for news only when something is missing.
install_packages() {
    command -v apt-get >/dev/null || stop "this needs Debian 12 (apt-get is not here)."
    local missing
    [ $# -gt 0 ] || set -- tools/packages.txt
    missing=$(missing_packages "$@")
    [ -z "$missing" ] && return 0
    say "Installing: $missing"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null ||
        stop "the package lists could not be read. Is the network there?"
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null ||
        stop "these packages could not be installed: $missing"
}

# Builds in build/release: the target named first ("all" for everything); further arguments go to CMake.
build_release() {
    local target=$1
    shift
    # CCACHE_DEPEND: found again by the bytes of every header, never by preprocessed text, which does not see a comment or a
    # macro change in a precompiled header.
    export CCACHE_DEPEND=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    say "Building in build/release"
    cmake --preset release -DQUORATE_WERROR=ON "$@" >build-configure.log 2>&1 || { tail -n 20 build-configure.log; stop "CMake could not set up the build."; }
    rm -f build-configure.log
    cmake --build build/release --target "$target" --parallel "$(nproc)" >build/release/build.log 2>&1 || build_failed
}

build_failed() {
    grep -E 'error:|FAILED' -A4 build/release/build.log | head -n 60
    local free
    free=$(df -Pm . | awk 'NR == 2 { print $4 }')
    [ "$free" -ge 500 ] || stop "the disk is full: $free MB are free, and a build takes 3 GB. All of it is in build/release/build.log."
    stop "the build failed; all of it is in build/release/build.log."
}
