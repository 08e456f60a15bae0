package io.ardmstream.media.raster;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.OpaqueFormat;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.numbers.Floats;
import io.ardmstream.media.numbers.Integers;
import io.ardmstream.media.numbers.NumberForm;
import io.ardmstream.media.numbers.WordSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures in any of some kinds. */
public final class RasterFormat implements MediaFormat {
  private static final byte[] NOTHING = {};
  private final List<RasterKind> kinds;

  /**
   * A format.
   *
   * @param kinds that it recognises; every one restores what any other took apart
   */
  public RasterFormat(List<RasterKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  @Override
  public FileFormat type() {
    return FileFormat.RASTER;
  }

  @Override
  public boolean recognises(byte[] file) {
    return kind(file).isPresent();
  }

  private Optional<RasterKind> kind(byte[] file) {
    return kinds.stream().filter(kind -> kind.recognises(file)).findFirst();
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    RasterKind kind = kind(file).orElseThrow();
    return parse(file, kind.name(), kind.read(file, limits), limits);
  }

  /**
   * Takes a file apart whose samples were found.
   *
   * @param name of what it is
   */
  public static Media parse(byte[] file, String name, Finding finding, Limits limits) {
    if (!finding.obstacle().isEmpty()) {
      return opaque(file, name, finding.obstacle(), limits);
    }
    Raster raster = finding.raster().orElseThrow();
    limits.checkShape(raster.width(), raster.height(), raster.channels(), "header of the " + name);
    if (!raster.regular() || !raster.fits(finding.plain().length)) {
      return opaque(file, name, "samples that are not all there", limits);
    }
    byte[] marks = raster.marks(finding.plain().length);
    Optional<? extends NumberForm> form = form(raster, finding.plain());
    if (marks == null || form.isEmpty()) {
      String obstacle = marks == null ? "samples that overlap" : "integers of more than 32 bits";
      return opaque(file, name, obstacle, limits);
    }
    return media(FileFormat.RASTER, NOTHING, finding, form.get(), marks);
  }

  /**
   * Sound in floating-point numbers, channel by channel.
   *
   * @param type of the file
   * @param mark with which its foreign bytes begin
   * @param start offset of the first sample
   * @param bytes of a sample, 4 or 8
   */
  public static Media sound(
      FileFormat type,
      byte[] mark,
      byte[] file,
      int start,
      int bytes,
      boolean bigEndian,
      int channels,
      int frames) {
    Arrangement samples = Arrangement.dense(frames, 1, channels, 8 * bytes, false);
    Words words = new Words(bigEndian, false, true);
    Raster raster = new Raster(frames, 1, channels, words, samples.at(start, 0));
    NumberForm form = Floats.of(raster.in(file), 8 * bytes);
    return OddNumbers.without(raster, file)
        .flatMap(ordinary -> ordinary(type, mark, file, raster, form, ordinary))
        .orElseGet(() -> media(type, mark, file, raster, form));
  }

  /** A sound without its odd numbers, if that is likely to be smaller. */
  private static Optional<Media> ordinary(
      FileFormat type, byte[] mark, byte[] file, Raster raster, NumberForm form, Raster ordinary) {
    WordSource words = ordinary.in(file);
    NumberForm narrow = Floats.of(words, raster.bits());
    long cost = Floats.cost(words, narrow) + OddNumbers.cost(raster, ordinary);
    if (cost >= Floats.cost(raster.in(file), form)) {
      return Optional.empty();
    }
    Media media = media(type, mark, file, ordinary, narrow);
    OddNumbers.bridge(ordinary, media.planes());
    return Optional.of(media);
  }

  /**
   * Sound in the lower bits of words, whose upper bits are foreign.
   *
   * @param bits of a sample
   */
  public static Media padded(
      FileFormat type,
      byte[] mark,
      byte[] file,
      int start,
      int bytes,
      int bits,
      boolean bigEndian,
      int channels,
      int frames) {
    int above = bigEndian ? 8 * bytes - bits : 0;
    long step = 8L * bytes * channels;
    List<Patch> samples = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      long address = 8L * (start + c * bytes) + above;
      samples.add(new Patch(c, 0, 0, frames, 1, bits, address, step, 0));
    }
    Words words = new Words(bigEndian, true, false);
    Raster raster = new Raster(frames, 1, channels, words, samples);
    NumberForm form = Integers.of(raster.in(file), bits).orElseThrow();
    return media(type, mark, file, raster, form);
  }

  private static Media media(
      FileFormat type, byte[] mark, byte[] file, Raster raster, NumberForm form) {
    return media(type, mark, Finding.of(file, raster), form, raster.marks(file.length));
  }

  private static Media media(
      FileFormat type, byte[] mark, Finding finding, NumberForm form, byte[] marks) {
    SampleLayout layout = layout(type, finding.raster().orElseThrow(), form);
    int[][] planes = new int[layout.channels()][layout.planeSize()];
    byte[] foreign = RasterForeign.of(finding, form, marks, planes).pack();
    byte[] marked = new ByteSink().bytes(mark).bytes(foreign).toBytes();
    return new Media(type, layout, planes, marked, Fidelity.BYTES);
  }

  private static Media opaque(byte[] file, String name, String obstacle, Limits limits) {
    return OpaqueFormat.keep(file, name + " with " + obstacle, limits);
  }

  private static Optional<? extends NumberForm> form(Raster raster, byte[] plain) {
    WordSource words = raster.in(plain);
    return raster.words().floating()
        ? Optional.of(Floats.of(words, raster.bits()))
        : NumberForm.ofIntegers(words, raster.bits());
  }

  private static SampleLayout layout(FileFormat type, Raster raster, NumberForm form) {
    return new SampleLayout(
        type.kind(),
        raster.width(),
        raster.height(),
        raster.channels(),
        form.depth(),
        form.signed());
  }

  @Override
  public byte[] restore(Media media) {
    return restore(media, media.foreign());
  }

  /** The file of samples whose foreign bytes are here without a mark. */
  public static byte[] restore(Media media, byte[] unmarked) {
    RasterForeign foreign = RasterForeign.unpack(unmarked, media.layout());
    return foreign.file(foreign.plain(media.planes()));
  }
}
