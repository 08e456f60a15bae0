package io.ardmstream.archive;

/**
 * Where a block of a part lies.
 *
 * @param position where it begins, in bytes from the beginning of the part
 * @param records number of its records
 * @param content where its compressed records begin
 * @param length bytes of these
 * @param end where the next block begins
 */
public record PartBlock(long position, long records, long content, int length, long end) {}
