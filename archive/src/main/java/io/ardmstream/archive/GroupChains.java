package io.ardmstream.archive;

import io.ardmstream.container.GroupPlace;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the records of a group have in common, learnt from the records in their order.
 *
 * @param <T> something that the first record of a group decides for all
 */
final class GroupChains<T> {
  private final Map<GroupPlace, T> next = new HashMap<>();

  /**
   * What the first record of a group decided, or what a record decides that begins one or stands
   * alone.
   *
   * @param own what it is if this record decides it
   */
  T of(EncodedRecord record, T own) {
    byte[] container = ByteFields.toArray(record.getPayload());
    Optional<GroupPlace> place = GroupPlace.of(container);
    if (place.isEmpty()) {
      return own;
    }
    T decided = place.get().leans() ? next.remove(place.get()) : own;
    T found = decided == null ? own : decided;
    next.put(place.get().after(container), found);
    return found;
  }
}
