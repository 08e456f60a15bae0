/**
 * Sums of statistics over windows of event time. In: one {@link io.ardmstream.schema.RateWindow}
 * per record and length of window. Out: the same windows with their sums so far, for a topic and
 * for PostgreSQL.
 */
package io.ardmstream.jobs.rates;
