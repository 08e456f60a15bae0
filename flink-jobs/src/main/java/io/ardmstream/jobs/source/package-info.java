/**
 * Where records come in. In: committed records of Kafka topics. Out: {@link
 * io.ardmstream.schema.TopicRecord}s, whole.
 */
package io.ardmstream.jobs.source;
