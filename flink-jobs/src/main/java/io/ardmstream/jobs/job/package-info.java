/**
 * The jobs. In: a checked configuration. Out: a running Flink job from source over operator to
 * sink, and a report when it ends.
 */
package io.ardmstream.jobs.job;
