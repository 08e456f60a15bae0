/** The compress job: records of topics to encoded records, statistics and dead letters. */
package io.ardmstream.jobs.compress;
