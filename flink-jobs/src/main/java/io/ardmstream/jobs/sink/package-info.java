/**
 * Where records go out. In: {@link io.ardmstream.schema.TopicRecord}s that name their topic, and
 * restored bytes with names. Out: Kafka records, written exactly once, and files.
 */
package io.ardmstream.jobs.sink;
