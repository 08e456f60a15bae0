/**
 * The records on the topics of ardm-stream. In: bytes of Kafka values and Avro files. Out:
 * generated records (raw, encoded, statistics, windows, dead letters) and, by a {@link
 * io.ardmstream.schema.WireFormat}, their bytes.
 */
package io.ardmstream.schema;
