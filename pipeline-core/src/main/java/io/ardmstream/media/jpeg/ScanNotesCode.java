package io.ardmstream.media.jpeg;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.jpeg.entropy.Choices;
import java.util.ArrayList;
import java.util.List;

/** {@link ScanNotes} as bytes: a single zero if a scan is in every respect as expected. */
final class ScanNotesCode {
  private static final int UNINTERRUPTED = 1;
  private static final int PADDED_WITH_ZEROS = 2;
  private static final int PADDED_EACH = 4;
  private static final int UNLIMITED = 8;
  private static final int STARTS = 16;
  private static final int ZEROS = 32;
  private static final int ODDITIES = 64;
  private static final int KNOWN = 127;

  private static final int RESTARTS = 1;
  private static final int LAST = 2;

  private ScanNotesCode() {}

  static void write(ByteSink sink, ScanNotes notes) {
    Choices choices = notes.choices();
    byte[] padding = notes.padding().each();
    int flags = notes.interrupted() ? 0 : UNINTERRUPTED;
    boolean zeros = padding.length == 1 && padding[0] == ScanNotes.Padding.ZEROS;
    boolean ones = padding.length == 1 && padding[0] == ScanNotes.Padding.ONES;
    flags |= zeros ? PADDED_WITH_ZEROS : ones ? 0 : PADDED_EACH;
    flags |= choices.limited() ? 0 : UNLIMITED;
    flags |= choices.starts.size() == 0 ? 0 : STARTS;
    flags |= choices.zeros.size() == 0 ? 0 : ZEROS;
    flags |= notes.oddities().isEmpty() ? 0 : ODDITIES;
    sink.u8(flags);
    if ((flags & PADDED_EACH) != 0) {
      sink.varint(padding.length).bytes(padding);
    }
    if ((flags & STARTS) != 0) {
      write(sink, choices.starts);
    }
    if ((flags & ZEROS) != 0) {
      write(sink, choices.zeros);
    }
    if ((flags & ODDITIES) != 0) {
      writeOddities(sink, notes.oddities());
    }
  }

  private static void write(ByteSink sink, Choices.Ordinals blocks) {
    sink.varint(blocks.size());
    int before = 0;
    for (int i = 0; i < blocks.size(); i++) {
      sink.varint(blocks.get(i) - before);
      before = blocks.get(i);
    }
  }

  private static void writeOddities(ByteSink sink, List<ScanNotes.Oddity> oddities) {
    sink.varint(oddities.size());
    int before = 0;
    for (ScanNotes.Oddity odd : oddities) {
      int flags = (odd.restarts() ? RESTARTS : 0) | (odd.last() ? LAST : 0);
      sink.varint(odd.stretch() - before).u8(flags).varint(odd.units()).varint(odd.kept());
      sink.varint(odd.rest().length).bytes(odd.rest());
      before = odd.stretch();
    }
  }

  /** Reads the notes of a scan. */
  static ScanNotes read(ForeignSource source) {
    int flags = source.u8();
    source.require(flags <= KNOWN, "are of a newer form");
    byte[] padding = {(flags & PADDED_WITH_ZEROS) == 0 ? (byte) ScanNotes.Padding.ONES : 0};
    if ((flags & PADDED_EACH) != 0) {
      padding = source.bytes(source.varint());
      source.require(padding.length > 0, "pad nothing");
    }
    Choices choices = new Choices();
    if ((flags & UNLIMITED) != 0) {
      choices.unlimited();
    }
    if ((flags & STARTS) != 0) {
      read(source, choices.starts);
    }
    if ((flags & ZEROS) != 0) {
      read(source, choices.zeros);
    }
    List<ScanNotes.Oddity> oddities = (flags & ODDITIES) == 0 ? List.of() : readOddities(source);
    boolean interrupted = (flags & UNINTERRUPTED) == 0;
    return new ScanNotes(interrupted, choices, new ScanNotes.Padding(padding), oddities);
  }

  private static void read(ForeignSource source, Choices.Ordinals blocks) {
    int block = 0;
    for (int i = source.varint(); i > 0; i--) {
      block += source.varint();
      source.require(block >= 0, "have a block beyond all");
      blocks.add(block);
    }
  }

  private static List<ScanNotes.Oddity> readOddities(ForeignSource source) {
    List<ScanNotes.Oddity> oddities = new ArrayList<>();
    int stretch = 0;
    for (int i = source.varint(); i > 0; i--) {
      stretch += source.varint();
      int flags = source.u8();
      int units = source.varint();
      int kept = source.varint();
      byte[] rest = source.bytes(source.varint());
      source.require(stretch >= 0, "have a stretch beyond all");
      oddities.add(
          new ScanNotes.Oddity(
              stretch, units, kept, rest, (flags & RESTARTS) != 0, (flags & LAST) != 0));
    }
    return oddities;
  }
}
