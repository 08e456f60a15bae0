/** Topics: read whole and paced, written exactly once, and checked before a job starts. */
package io.ardmstream.jobs.kafka;
