#!/bin/sh
# taskmanager.sh start-foreground: a TaskManager, until it is told to end.
. "$(dirname "$0")/environment.sh"
become taskmanager GET_TM_RESOURCE_PARAMS org.apache.flink.runtime.taskexecutor.TaskManagerRunner "$@"
