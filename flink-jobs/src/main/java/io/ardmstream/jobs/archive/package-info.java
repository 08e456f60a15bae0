/**
 * Archives: encoded records in files, found by name. In: encoded records and their original names.
 * Out: Avro container files, an index sorted by name, and the originals again. The format is
 * described in {@code docs/ARCHIVE.md}.
 */
package io.ardmstream.jobs.archive;
