/** The index of an archive as a table that SQL engines read. */
package io.ardmstream.archive.table;
