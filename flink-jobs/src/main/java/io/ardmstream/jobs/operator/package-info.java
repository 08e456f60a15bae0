/**
 * What is done to records. In: {@link io.ardmstream.schema.TopicRecord}s, gathered into bundles.
 * Out: for the compress job encoded records, statistics and dead letters; for the replay job
 * restored records or files, and dead letters; for the backfill job an archive. Knows the codec,
 * and no Kafka.
 */
package io.ardmstream.jobs.operator;
