package io.ardmstream.demo;

/**
 * Where a record lies in Kafka.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset in the partition
 */
record Place(String topic, int partition, long offset) {}
