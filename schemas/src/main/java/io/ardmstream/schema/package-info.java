/**
 * The records on the topics of ardm-stream: raw and encoded ones, statistics, windows, dead
 * letters. Their classes are generated; a {@link io.ardmstream.schema.WireFormat} reads and writes
 * their bytes.
 */
package io.ardmstream.schema;
