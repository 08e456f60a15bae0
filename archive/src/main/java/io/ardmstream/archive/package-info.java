/**
 * Archives: encoded records in files, found by name.
 *
 * <p>Encoded records go into Avro container files and their names into a sorted index, by which the
 * originals are found and restored. The format is described in {@code docs/ARCHIVE.md}.
 */
package io.ardmstream.archive;
