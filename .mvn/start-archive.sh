#!/bin/sh
# Makes what lets Chancery start in half the time: the classes that a server needs, parsed and linked, in a file that the
# Java runtime maps into memory (ca-server/docs/start.md).
#
#     sh .mvn/start-archive.sh JAVA_HOME CHANCERY_JAR ARCHIVE [JVM OPTION...]
#
# The options should be those of the server. The archive appears whole or not at all. The runtime checks that it fits the
# runtime itself and every jar, and starts without it where it does not.
set -eu

java_home=$1
jar=$2
archive=$3
shift 3

mkdir -p "$(dirname "$archive")"
work=$archive.work
trap 'rm -rf "$work"' EXIT
rm -rf "$work"
mkdir "$work"

# Nothing but errors, and those not among what commands print.
set -- -Xlog:disable -Xlog:all=error:stderr "-XX:ErrorFile=$work/error.log" "$@"
if "$java_home/bin/java" -XX:+PrintFlagsFinal -version 2>/dev/null | grep -q AOTCacheOutput; then
    # Java 25: profiles of methods and linked classes as well (JEP 514, JEP 515).
    "$java_home/bin/java" "$@" "-XX:AOTCacheOutput=$work/archive" -jar "$jar" rehearse >/dev/null
else
    "$java_home/bin/java" "$@" -Xshare:off "-XX:DumpLoadedClassList=$work/classes" -jar "$jar" rehearse >/dev/null
    "$java_home/bin/java" "$@" -Xshare:dump "-XX:SharedClassListFile=$work/classes" \
        "-XX:SharedArchiveFile=$work/archive" -cp "$jar" >/dev/null
fi
mv -f "$work/archive" "$archive"
# The launcher's lock, and that may be gone by now. Where this did not work it stays, so that not every start tries again.
rmdir "$archive.lock" 2>/dev/null || true
