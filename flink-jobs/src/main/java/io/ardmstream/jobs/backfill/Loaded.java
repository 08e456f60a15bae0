package io.ardmstream.jobs.backfill;

import io.ardmstream.jobs.backfill.source.Original;

/**
 * An original in memory.
 *
 * @param original who it is
 * @param bytes its content
 * @param sha256 checksum of the content
 */
record Loaded(Original original, byte[] bytes, byte[] sha256) {}
