package io.ardmstream.archive.restore;

import io.ardmstream.archive.ArchiveEntry;

/**
 * One file out of an archive, checked, or why it cannot be had.
 *
 * @param entry what the index says of it
 * @param bytes the file; null if there is a failure
 * @param exact whether the bytes are those of the original, and not only its samples and metadata
 * @param failure what is wrong, or null
 */
record RestoredFile(ArchiveEntry entry, byte[] bytes, boolean exact, FileFailure failure) {

  static RestoredFile failed(ArchiveEntry entry, FileFailure failure) {
    return new RestoredFile(entry, null, false, failure);
  }
}
