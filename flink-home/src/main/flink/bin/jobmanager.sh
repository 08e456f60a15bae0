#!/bin/sh
# jobmanager.sh start-foreground: the JobManager of a session cluster, until it is told to end.
. "$(dirname "$0")/environment.sh"
become jobmanager GET_JM_RESOURCE_PARAMS org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint "$@"
