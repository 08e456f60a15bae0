/**
 * The records on the topics of ardm-stream. In: bytes of Kafka values and Avro files. Out:
 * generated records (raw, encoded, statistics, windows, dead letters) and, with {@link
 * io.ardmstream.schema.AvroMessage}, their bytes.
 */
package io.ardmstream.schema;
