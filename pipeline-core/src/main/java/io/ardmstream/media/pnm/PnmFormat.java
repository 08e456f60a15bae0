package io.ardmstream.media.pnm;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Interleaving;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.SampleFormat;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.Wrapping;
import io.ardmstream.media.numbers.NumberForm;
import io.ardmstream.media.raster.RasterFormat;
import java.util.List;
import java.util.Locale;

/** Binary portable grey maps and pixel maps, with any greatest sample value. */
public final class PnmFormat implements MediaFormat {
  @Override
  public FileFormat type() {
    return FileFormat.PNM;
  }

  @Override
  public boolean recognises(byte[] file) {
    return PnmText.begins(file, 0, "56");
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    PnmHeader header = PnmHeader.read(file);
    int start = header.rasterStart();
    limits.checkShape(header.width(), header.height(), header.channels(), "byte 2");
    int pixels = (int) (header.width() * header.height());
    var interleaving = interleaving(header.channels(), header.sampleBytes());
    long bytes = (long) pixels * interleaving.frameBytes();
    PnmHeader.CHECK.that(
        bytes <= file.length - start,
        start,
        "%d bytes of pixels, not %d",
        file.length - start,
        bytes);
    int[][] planes = interleaving.read(file, start, pixels);
    int depth = depth(header, planes);
    if (depth > 8 && NumberForm.narrower(planes, depth).isPresent()) {
      return RasterFormat.parse(file, "PNM", new NetpbmPictures().read(file, limits), limits);
    }
    var layout =
        SampleLayout.image((int) header.width(), (int) header.height(), header.channels(), depth);
    byte[] foreign = Wrapping.around(file, start, (int) bytes).pack(templates(layout));
    return new Media(FileFormat.PNM, layout, planes, foreign, Fidelity.BYTES);
  }

  /** Files exist whose samples exceed their declared greatest value: they too have to come back. */
  private static int depth(PnmHeader header, int[][] planes) {
    if (header.sampleBytes() == 1) {
      return 8;
    }
    int used = header.greatest();
    for (int[] plane : planes) {
      for (int sample : plane) {
        used |= sample;
      }
    }
    return Integer.SIZE - Integer.numberOfLeadingZeros(used);
  }

  @Override
  public byte[] restore(Media media) {
    SampleLayout layout = media.layout();
    boolean possible = layout.bitDepth() >= 8 && layout.greatest() <= PnmHeader.MAX_GREATEST;
    new ForeignSource(media.foreign()).require(possible, "are not of a PNM " + layout);
    Wrapping wrapping = Wrapping.unpack(media.foreign(), templates(layout));
    byte[] file = wrapping.fileOf(layout.rawBytes());
    interleaving(layout.channels(), layout.bytesPerSample())
        .write(media.planes(), file, wrapping.prefix().length);
    return file;
  }

  private static Interleaving interleaving(int channels, int sampleBytes) {
    return new Interleaving(new SampleFormat(8 * sampleBytes, false, sampleBytes > 1), channels);
  }

  /** The usual ways to write a header, numbered for {@link Wrapping}: a new one goes to the end. */
  private static List<Wrapping> templates(SampleLayout layout) {
    String magic = layout.channels() == 1 ? "P5" : "P6";
    int greatest = layout.greatest();
    return List.of(
        header("%s\n%d %d\n%d\n", magic, layout.width(), layout.height(), greatest),
        header("%s %d %d %d\n", magic, layout.width(), layout.height(), greatest),
        header("%s\n%d\n%d\n%d\n", magic, layout.width(), layout.height(), greatest));
  }

  private static Wrapping header(String text, Object... fields) {
    return new Wrapping(Ascii.bytes(String.format(Locale.ROOT, text, fields)), new byte[0]);
  }
}
