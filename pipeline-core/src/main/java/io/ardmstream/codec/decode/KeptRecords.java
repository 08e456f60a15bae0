package io.ardmstream.codec.decode;

import io.ardmstream.container.ContainerReader;
import io.ardmstream.container.GroupPlace;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of groups that were seen lately, found by the place and the footer that others name. */
final class KeptRecords {
  /** How much more may be gathered before a call than is kept behind it. */
  private static final int GATHERED = 4;

  private final long mostBytes;
  private final Map<Name, RememberedRecord> records = new LinkedHashMap<>();
  private long bytes;

  /** What a record names the one before it by. */
  private record Name(int place, int footer) {
    static Name of(GroupPlace place, byte[] container) {
      return new Name(place.place(), ContainerReader.footer(container));
    }

    static Name before(GroupPlace place) {
      return new Name(place.place() - 1, place.predecessor());
    }
  }

  /**
   * An empty memory.
   *
   * @param mostBytes of containers; those that nothing has leant on for longest are forgotten first
   */
  KeptRecords(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Takes a record in as the newest; those that it leans on come next, their first one last. */
  RememberedRecord remember(byte[] container, GroupPlace place) {
    before(place).forEach(this::renew);
    Name name = Name.of(place, container);
    RememberedRecord known = records.get(name);
    if (known != null && Arrays.equals(known.container, container)) {
      renew(known);
      return known;
    }
    RememberedRecord record = new RememberedRecord(container, place);
    bytes += container.length - (known == null ? 0 : known.container.length);
    renew(record);
    return record;
  }

  private void renew(RememberedRecord record) {
    Name name = Name.of(record.place, record.container);
    records.remove(name);
    records.put(name, record);
  }

  /** The records before a place, from the first one on that is known without a gap. */
  List<RememberedRecord> before(GroupPlace place) {
    Deque<RememberedRecord> before = new ArrayDeque<>();
    GroupPlace at = place;
    while (at.leans()) {
      Optional<RememberedRecord> found = Optional.ofNullable(records.get(Name.before(at)));
      if (found.isEmpty()) {
        break;
      }
      before.addFirst(found.get());
      at = found.get().place;
    }
    return List.copyOf(before);
  }

  /**
   * Takes in a record that others may lean on. Whoever forges a group may name any number of such
   * records, so of these, too, only so many are kept.
   */
  void gather(byte[] container, GroupPlace place) {
    remember(container, place);
    forget(GATHERED * mostBytes);
  }

  /** Forgets what is too much; the newest record is kept, however large it is. */
  void forget() {
    forget(mostBytes);
  }

  private void forget(long most) {
    Iterator<RememberedRecord> oldest = records.values().iterator();
    while (bytes > most && records.size() > 1) {
      bytes -= oldest.next().container.length;
      oldest.remove();
    }
  }
}
