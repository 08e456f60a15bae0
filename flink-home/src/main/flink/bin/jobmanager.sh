#!/bin/sh
# jobmanager.sh start-foreground: the JobManager of a session cluster, until it is told to end.
. "$(dirname "$0")/environment.sh"
foreground "$@"
shift
of_jobmanager=$(resources GET_JM_RESOURCE_PARAMS)
options="$(echo "$of_jobmanager" | sed -n 1p) $(setting env.java.opts.all) $(setting env.java.opts.jobmanager)"
# shellcheck disable=SC2046 # settings are words
run "$options" org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint \
  --configDir "$FLINK_CONF_DIR" $(echo "$of_jobmanager" | sed -n 2p) "$@"
