package io.ardmstream.media.raster;

import io.ardmstream.bytes.BitSink;
import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.PackedBytes;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.numbers.NumberForm;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The foreign bytes of a picture: where its samples are, which numbers they are, and all bits of
 * the file that are none of them.
 *
 * @param raster where the samples are in the plain bytes
 * @param form of their numbers
 * @param pieces of the plain bytes that are compressed in the file
 * @param echo of the bytes that are not samples alone
 * @param length of the plain bytes
 * @param rest bits of numbers that their integers do not tell
 * @param others the bytes that are not samples alone, without the bits of samples
 */
record RasterForeign(
    Raster raster,
    NumberForm form,
    List<Piece> pieces,
    Echo echo,
    int length,
    byte[] rest,
    byte[] others) {

  /** Beside the code of words: patches lie in a grid. */
  private static final int GRID = 8;

  /** A word of 64 bits is in at most so many bytes. */
  private static final int MOST_BYTES = 9;

  /** Takes the plain bytes apart; fills the planes. */
  static RasterForeign of(Finding finding, NumberForm form, byte[] marks, int[][] planes) {
    Raster raster = finding.raster().orElseThrow();
    byte[] plain = finding.plain();
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    BitSink bits = new BitSink(rest);
    raster.each(
        (patch, place, address) -> {
          long word = raster.words().read(plain, address, patch.bits());
          planes[patch.channel()][place] = form.value(word);
          form.rest(word, bits);
        });
    bits.finish();
    Echo echo = finding.echo().pays(plain, marks) ? finding.echo() : Echo.NONE;
    ByteSink others = new ByteSink();
    for (int i = 0; i < plain.length; i++) {
      if (marks[i] != -1) {
        others.u8((plain[i] ^ echo.of(plain, i)) & ~marks[i]);
      }
    }
    return new RasterForeign(
        raster, form, finding.pieces(), echo, plain.length, rest.toByteArray(), others.toBytes());
  }

  byte[] pack() {
    Optional<PatchGrid> grid = PatchGrid.of(raster);
    ByteSink sink = new ByteSink().u8(raster.words().code() | (grid.isPresent() ? GRID : 0));
    form.pack(sink);
    grid.orElse(PatchGrid.NONE).pack(raster.patches(), sink);
    sink.varint(pieces.size());
    pieces.forEach(piece -> piece.pack(sink));
    echo.pack(sink);
    sink.varint(length).varint(rest.length).bytes(rest).bytes(others);
    ByteSink packed = new ByteSink();
    PackedBytes.write(packed, sink.toBytes(), RasterDictionary.dictionary());
    return packed.toBytes();
  }

  static RasterForeign unpack(byte[] foreign, SampleLayout layout) {
    byte[] unpacked = PackedBytes.read(new ForeignSource(foreign), RasterDictionary.dictionary());
    ForeignSource source = new ForeignSource(unpacked);
    int flags = source.u8();
    int code = flags & ~GRID;
    source.require(Words.known(code), "name words of a newer format");
    NumberForm form = NumberForm.unpack(source, layout.bitDepth(), layout.signed());
    List<Patch> patches = PatchGrid.unpack((flags & GRID) != 0, source, layout);
    List<Piece> pieces = new ArrayList<>();
    int packed = source.varint();
    source.require(packed <= layout.samples(), "have more pieces than samples");
    for (int i = 0; i < packed; i++) {
      pieces.add(Piece.unpack(source));
    }
    Echo echo = Echo.unpack(source);
    int length = source.varint();
    byte[] rest = source.bytes(source.varint());
    byte[] others = source.rest();
    boolean possible = length <= others.length + MOST_BYTES * layout.samples();
    source.require(possible, "claim a longer file than they can make");
    Raster raster =
        new Raster(layout.width(), layout.height(), layout.channels(), Words.of(code), patches);
    source.require(raster.fits(length), "have samples outside their file");
    return new RasterForeign(raster, form, pieces, echo, length, rest, others);
  }

  /** The plain bytes of these samples. */
  byte[] plain(int[][] planes) {
    ForeignSource complaint = new ForeignSource(others);
    byte[] marks = raster.marks(length);
    complaint.require(marks != null, "have samples that overlap");
    byte[] plain = new byte[length];
    BitSource source = new BitSource(new ForeignSource(rest)::u8);
    raster.each(
        (patch, place, address) -> {
          long word = form.word(planes[patch.channel()][place], source);
          raster.words().write(word, plain, address, patch.bits());
        });
    int next = 0;
    for (int i = 0; i < length; i++) {
      if (marks[i] != -1) {
        complaint.require(next < others.length, "end inside the file");
        plain[i] |= (byte) ((others[next++] ^ echo.of(plain, i)) & ~marks[i]);
      }
    }
    complaint.require(next == others.length, "are longer than the file");
    return plain;
  }

  /** The file of these plain bytes. */
  byte[] file(byte[] plain) {
    ByteSink file = new ByteSink();
    ForeignSource complaint = new ForeignSource(others);
    int at = 0;
    for (Piece piece : pieces) {
      long end = (long) at + piece.gap() + piece.length();
      complaint.require(end <= plain.length, "have pieces beyond the file");
      file.bytes(plain, at, piece.gap());
      file.bytes(piece.packed(plain, at + piece.gap()));
      at = (int) end;
    }
    return file.bytes(plain, at, plain.length - at).toBytes();
  }
}
