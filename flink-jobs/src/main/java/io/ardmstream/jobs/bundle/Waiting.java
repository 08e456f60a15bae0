package io.ardmstream.jobs.bundle;

/**
 * A record that waits for its bundle to be complete.
 *
 * @param record as far as it was taken apart
 * @param bytes it will keep in memory, at least
 */
public record Waiting<W>(W record, long bytes) {}
