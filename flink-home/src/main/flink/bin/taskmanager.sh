#!/bin/sh
# taskmanager.sh start-foreground: a TaskManager, until it is told to end.
. "$(dirname "$0")/environment.sh"
foreground "$@"
shift
of_taskmanager=$(resources GET_TM_RESOURCE_PARAMS)
options="$(echo "$of_taskmanager" | sed -n 1p) $(setting env.java.opts.all) $(setting env.java.opts.taskmanager)"
# shellcheck disable=SC2046 # settings are words
run "$options" org.apache.flink.runtime.taskexecutor.TaskManagerRunner \
  --configDir "$FLINK_CONF_DIR" $(echo "$of_taskmanager" | sed -n 2p) "$@"
