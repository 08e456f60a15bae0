/** Topics as sinks: records written exactly once, with the time they had. */
package io.ardmstream.jobs.kafka.sink;
