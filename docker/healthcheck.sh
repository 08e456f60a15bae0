#!/bin/sh
# healthcheck.sh process   healthy: a process of Flink that reports its metrics
# healthcheck.sh job       healthy: a JobManager whose job runs
case ${1:-} in
  process) wget -q -O - http://localhost:9249/metrics | grep -q '^flink_' ;;
  job) wget -q -O - http://localhost:8081/jobs/overview | grep -q '"state":"RUNNING"' ;;
  *)
    echo "healthcheck.sh: say process or job" >&2
    exit 2
    ;;
esac
