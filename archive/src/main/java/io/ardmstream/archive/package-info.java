/**
 * Archives: encoded records in files, found by name.
 *
 * <p>Encoded records go into Avro container files, their names into a sorted index; out come the
 * originals again. The format is described in {@code docs/ARCHIVE.md}.
 */
package io.ardmstream.archive;
