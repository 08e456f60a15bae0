package io.ardmstream.codec.decode;

import io.ardmstream.container.GroupPlace;
import java.lang.ref.SoftReference;

/** A record of a group that others may lean on. */
final class RememberedRecord {
  final byte[] container;
  final GroupPlace place;

  private boolean damaged;

  /** What its group had come to when it was decoded, as long as the heap has room for that. */
  private SoftReference<GroupProgress> progress = new SoftReference<>(null);

  RememberedRecord(byte[] container, GroupPlace place) {
    this.container = container;
    this.place = place;
  }

  /** Whether it cannot be decoded, nor anything that leans on it. */
  boolean isDamaged() {
    return damaged;
  }

  void noteDamage(boolean found) {
    damaged = found;
  }

  void keep(GroupProgress reached) {
    progress = new SoftReference<>(reached);
  }

  /** What the group had come to, or null; whoever takes it goes on from there, so it is gone. */
  GroupProgress takeProgress() {
    GroupProgress taken = progress.get();
    progress.clear();
    return taken;
  }
}
