package io.ardmstream.media.flac;

import io.ardmstream.media.Check;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.Modality;
import io.ardmstream.media.OpaqueFormat;
import io.ardmstream.media.SampleLayout;
import java.util.Optional;

/**
 * FLAC (RFC 9639) of 4 to 32 bits and up to 8 channels, with ID3v2 tags in front or without
 * metadata. The shape of a stream is that of its first frame.
 */
public final class FlacFormat implements MediaFormat {
  private static final Check CHECK = new Check("FLAC");
  private static final int MOST_CHANNELS = 8;

  @Override
  public FileFormat type() {
    return FileFormat.FLAC;
  }

  /** Whether there is the marker, or else a whole frame at the beginning. */
  @Override
  public boolean recognises(byte[] file) {
    return Metadata.find(file).isPresent() || FrameScanner.startsWithFrame(file);
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    Optional<Metadata> metadata = Metadata.find(file);
    Optional<StreamShape> declared = metadata.flatMap(blocks -> blocks.shape(file));
    FrameScanner scanner = new FrameScanner(file, declared, limits);
    if (!scanner.run(metadata.map(Metadata::scanFrom).orElse(0))) {
      return OpaqueFormat.keep(file, "FLAC of far more samples than bytes", limits);
    }
    Optional<StreamShape> shape = scanner.shape().or(() -> declared);
    CHECK.that(shape.isPresent(), 0, "there is neither a sound frame nor a STREAMINFO block");
    int[][] planes = scanner.planes(shape.get().channels());
    byte[] foreign = FlacForeign.pack(file, scanner.found(), planes, shape.get());
    SampleLayout layout =
        SampleLayout.audio(planes[0].length, planes.length, shape.get().depth(), true);
    return new Media(FileFormat.FLAC, layout, planes, foreign, Fidelity.BYTES);
  }

  @Override
  public byte[] restore(Media media) {
    SampleLayout layout = media.layout();
    StreamShape shape = new StreamShape(layout.channels(), layout.bitDepth());
    boolean possible =
        layout.kind() == Modality.AUDIO
            && layout.signed()
            && layout.channels() <= MOST_CHANNELS
            && shape.sound();
    new ForeignSource(media.foreign()).require(possible, "do not fit " + layout);
    return FlacForeign.restore(media.foreign(), media.planes(), shape);
  }
}
