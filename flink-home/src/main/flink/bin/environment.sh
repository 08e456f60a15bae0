# What the scripts beside this one have in common.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
export FLINK_CONF_DIR="${FLINK_CONF_DIR:-$home/conf}" FLINK_LIB_DIR="$home/lib" FLINK_PLUGINS_DIR="${FLINK_PLUGINS_DIR:-$home/plugins}"
# the allocator of glibc keeps native memory for each thread apart
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# Flink's serialisers look into these packages of the JDK
opens='--add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED
  --add-opens=java.base/java.util.concurrent=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED
  --add-opens=java.base/java.time=ALL-UNNAMED --add-opens=java.base/java.net=ALL-UNNAMED'

# run OPTIONS MAIN ARGUMENTS...: becomes a JVM of Flink; OPTIONS are words of the JVM
run() {
  options=$1
  main=$2
  shift 2
  # shellcheck disable=SC2086 # the options are words
  exec "$java" $opens $options "-Dlog4j.configurationFile=file:$FLINK_CONF_DIR/log4j-${log:-console}.properties" \
    -cp "$home/lib/*" "$main" "$@"
}

# resources COMMAND: what Flink makes of the memory in the configuration, a line for the JVM and one for the program
resources() {
  "$java" -cp "$home/lib/*" org.apache.flink.runtime.util.bash.BashJavaUtils "$1" --configDir "$FLINK_CONF_DIR" |
    sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p'
}

# setting KEY: a line of the configuration
setting() {
  sed -n "s/^$1: *//p" "$FLINK_CONF_DIR/config.yaml"
}

# become NAME RESOURCES MAIN start-foreground ARGUMENTS...: this shell becomes a process of a session cluster
become() {
  name=$1
  resources=$2
  main=$3
  shift 3
  [ "${1:-}" = start-foreground ] || { echo "usage: $0 start-foreground [ARGUMENT...]" >&2; exit 2; }
  shift
  sizes=$(resources "$resources")
  options="$(echo "$sizes" | sed -n 1p) $(setting env.java.opts.all) $(setting "env.java.opts.$name")"
  # shellcheck disable=SC2046 # settings are words
  run "$options" "$main" --configDir "$FLINK_CONF_DIR" $(echo "$sizes" | sed -n 2p) "$@"
}
