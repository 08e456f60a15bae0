package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.entropy.BlockWriter;
import io.ardmstream.media.jpeg.entropy.Choices;
import io.ardmstream.media.jpeg.entropy.EntropyWriter;
import io.ardmstream.media.jpeg.entropy.Marker;
import io.ardmstream.media.jpeg.entropy.NotJpegException;
import io.ardmstream.media.jpeg.entropy.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the entropy-coded data of a scan, and finds out how a file's differs from that. */
final class ScanWriting {
  private final Scan scan;
  private final ScanUnits units;
  private final BlockWriter writer;
  private final EntropyWriter out;

  private ScanWriting(Scan scan, Choices choices, CoefficientPlane[] planes, EntropyWriter out) {
    this.scan = scan;
    this.out = out;
    units = new ScanUnits(scan, planes);
    writer = BlockWriter.of(scan, choices);
  }

  /** Appends the data of a scan. */
  static void write(Scan announced, ScanNotes notes, CoefficientPlane[] planes, EntropyWriter out) {
    Scan scan = notes.interrupted() ? announced : announced.uninterrupted();
    new ScanWriting(scan, notes.choices(), planes, out).writeAll(notes);
  }

  private void writeAll(ScanNotes notes) {
    int next = 0;
    for (int i = 0; i < scan.intervals(); i++) {
      ScanNotes.Oddity odd = next < notes.oddities().size() ? notes.oddities().get(next) : null;
      int start = out.size();
      if (odd == null || odd.stretch() != i) {
        writeStretch(i, unitsOf(i), notes.padding().of(i));
        if (i + 1 < scan.intervals()) {
          out.marker(Marker.FIRST_RESTART + (i & 7));
        }
        continue;
      }
      next++;
      writeStretch(i, odd.units(), notes.padding().of(i));
      out.cut(Math.min(out.size(), start + odd.kept()));
      out.raw(odd.rest(), 0, odd.rest().length);
      if (odd.restarts()) {
        out.marker(Marker.FIRST_RESTART + (i & 7));
      }
      if (odd.last()) {
        return;
      }
    }
  }

  /** What is to be noted of a scan that was read, now that all coefficients are known. */
  static ScanNotes compare(ScanReading read, byte[] file, CoefficientPlane[] planes) {
    EntropyWriter out = new EntropyWriter(read.end() - read.stretches.get(0).start() + 16);
    ScanWriting writing = new ScanWriting(read.scan, read.choices, planes, out);
    ScanNotes.Padding padding = padding(read);
    List<ScanNotes.Oddity> oddities = new ArrayList<>();
    for (int i = 0; i < read.stretches.size(); i++) {
      out.cut(0);
      writing.writeStretch(i, read.stretches.get(i).units(), padding.of(i));
      writing.compareStretch(i, read, file, oddities);
    }
    return new ScanNotes(read.interrupted, read.choices, padding, oddities);
  }

  private void compareStretch(
      int i, ScanReading read, byte[] file, List<ScanNotes.Oddity> oddities) {
    ScanReading.Stretch stretch = read.stretches.get(i);
    int length = stretch.end() - stretch.start();
    int kept = 0;
    while (kept < Math.min(length, out.size()) && out.at(kept) == file[stretch.start() + kept]) {
      kept++;
    }
    boolean last = i + 1 == read.stretches.size();
    boolean complete = last && i + 1 == scan.intervals();
    int expected = Marker.FIRST_RESTART + (i & 7);
    boolean restarts = !last && (file[stretch.end() + 1] & 0xFF) == expected;
    boolean asExpected = kept == length && kept == out.size() && stretch.units() == unitsOf(i);
    if (asExpected && (complete || restarts)) {
      return;
    }
    int end = stretch.end() + (last || restarts ? 0 : 2);
    byte[] rest = Arrays.copyOfRange(file, stretch.start() + kept, end);
    oddities.add(new ScanNotes.Oddity(i, stretch.units(), kept, rest, restarts, last));
  }

  /** How the last bytes are completed; what is not known is taken for the most usual. */
  private static ScanNotes.Padding padding(ScanReading read) {
    byte[] each = new byte[read.scan.intervals()];
    Arrays.fill(each, (byte) ScanNotes.Padding.ONES);
    boolean allOnes = true;
    boolean allZeros = true;
    for (int i = 0; i < read.stretches.size(); i++) {
      ScanReading.Stretch stretch = read.stretches.get(i);
      if (stretch.paddingBits() > 0) {
        int full = (1 << stretch.paddingBits()) - 1;
        allOnes &= stretch.padding() == full;
        allZeros &= stretch.padding() == 0;
        each[i] = (byte) stretch.padding();
      }
    }
    if (allOnes) {
      return new ScanNotes.Padding(new byte[] {ScanNotes.Padding.ONES});
    }
    return new ScanNotes.Padding(allZeros ? new byte[] {ScanNotes.Padding.ZEROS} : each);
  }

  private int unitsOf(int stretch) {
    int first = stretch * scan.unitsOfInterval();
    return Math.min(scan.unitsOfInterval(), scan.units() - first);
  }

  /** Writes as many units as can be written. */
  private void writeStretch(int index, int count, int padding) {
    int first = index * scan.unitsOfInterval();
    writer.begin(out);
    try {
      for (int i = 0; i < count; i++) {
        units.write(first + i, writer);
      }
      writer.end();
    } catch (NotJpegException impossible) {
      // the caller keeps what was written so far, and the file's bytes from there on
    }
    out.pad(padding);
  }
}
