/** Containers to records: blocks decoded, many records at a time, and every checksum compared. */
package io.ardmstream.codec.decode;
