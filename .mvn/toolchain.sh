# Sourced by ./chancery and ./verify: finds a JDK and Maven, or says which package is missing.
# POSIX sh; $me is the name of the command that asks.

java_oldest=17

complain() {
    printf '%s: %s\n' "$me" "$*" >&2
}

# How to install something here: the packages' names on Debian, Fedora, Arch, Alpine and Homebrew.
how_to_install() {
    if command -v apt-get >/dev/null 2>&1; then echo "apt install $1"
    elif command -v dnf >/dev/null 2>&1; then echo "dnf install $2"
    elif command -v pacman >/dev/null 2>&1; then echo "pacman -S $3"
    elif command -v apk >/dev/null 2>&1; then echo "apk add $4"
    elif command -v brew >/dev/null 2>&1; then echo "brew install $5"
    else echo "apt install $1   (Debian's names; your system's may differ)"
    fi
}

how_to_install_jdk() {
    how_to_install "openjdk-17-jdk maven" "java-21-openjdk-devel maven" "jdk-openjdk maven" "openjdk17 maven" "openjdk maven"
}

# The major version of the Java in directory $1. Its release file answers without a start of the JVM.
java_major() {
    version=
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    fi
    if [ -z "$version" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    fi
    echo "${version:-0}"
}

# Sets java_home: JAVA_HOME, else the java on the path. With "compiler" as $1, only a JDK will do.
find_java() {
    java_home=
    found=
    on_path=$(command -v java 2>/dev/null || true)
    if [ -n "$on_path" ]; then
        on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
        on_path=${on_path%/bin/java}
    fi
    for candidate in "${JAVA_HOME:-}" "$on_path"; do
        [ -n "$candidate" ] && [ -x "$candidate/bin/java" ] || continue
        major=$(java_major "$candidate")
        if [ "$major" -lt "$java_oldest" ]; then
            found="$found Java $major in $candidate is too old."
        elif [ "${1:-}" = compiler ] && [ ! -x "$candidate/bin/javac" ]; then
            found="$found $candidate has no compiler (a JRE, not a JDK)."
        else
            java_home=$candidate
            return 0
        fi
    done
    complain "a JDK of version $java_oldest or newer is needed.${found:- None is in JAVA_HOME or on the PATH.}"
    complain "install one:  $(how_to_install_jdk)"
    return 1
}

# Checks that mvn is there and new enough; find_java comes first.
find_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        complain "Maven 3.8 or newer is needed to build; there is no mvn on the PATH."
        complain "install it:  $(how_to_install_jdk)"
        return 1
    fi
    maven=$(JAVA_HOME=$java_home mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    case $maven in
        3.[89] | 3.[1-9][0-9] | [4-9].*) return 0 ;;
    esac
    complain "Maven 3.8 or newer is needed to build; $(command -v mvn) is ${maven:-of no version that I understand}."
    complain "install a newer one:  $(how_to_install_jdk)"
    return 1
}
