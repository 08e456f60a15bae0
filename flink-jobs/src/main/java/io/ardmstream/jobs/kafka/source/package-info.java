/** Topics as sources: from where to where, paced, and ended without losing what is under way. */
package io.ardmstream.jobs.kafka.source;
