package io.ardmstream.jobs.backfill;

import io.ardmstream.jobs.backfill.source.Original;

/**
 * An original in memory.
 *
 * @param original who it is
 * @param bytes its content
 * @param sha256 checksum of the content
 */
record Loaded(Original original, byte[] bytes, byte[] sha256) {

  /** Its stream, and the folder of its name: what lies together may lean on each other. */
  String folder() {
    String name = original.name();
    return original.stream() + "/" + name.substring(0, name.lastIndexOf('/') + 1);
  }
}
