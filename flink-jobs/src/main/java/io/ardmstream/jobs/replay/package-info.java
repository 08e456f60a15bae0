/** The replay job: encoded records to the originals, on a topic or as files. */
package io.ardmstream.jobs.replay;
