/**
 * The rates job: statistics added up over windows of event time, for a topic and for PostgreSQL;
 * and the questions that can be asked of them.
 */
package io.ardmstream.jobs.rates;
