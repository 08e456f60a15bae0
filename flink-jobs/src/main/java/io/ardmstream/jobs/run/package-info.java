/**
 * What all jobs have in common when they run: Flink's settings, running to the end, and the report.
 */
package io.ardmstream.jobs.run;
