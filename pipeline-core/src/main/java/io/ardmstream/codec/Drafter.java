package io.ardmstream.codec;

import io.ardmstream.block.BlockSizes;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormats;
import io.ardmstream.media.MediaType;
import io.ardmstream.media.SampleLayout;
import java.util.Arrays;

/** Takes records apart and cuts them into blocks. */
record Drafter(BlockSizes sizes) {
  private static final byte[] NOTHING = {};

  /**
   * A record cut into blocks.
   *
   * @throws ArdmException when it is refused
   */
  Draft draft(Source source) {
    try {
      Media media = MediaFormats.parse(source.bytes(), source.options());
      boolean exact = media.fidelity() == Fidelity.BYTES;
      if (exact && !Arrays.equals(MediaFormats.restore(media), source.bytes())) {
        return opaque(source, media.type() + " is not restored byte for byte");
      }
      Draft draft = cut(source, media);
      if (!media.reason().isEmpty()) {
        draft.reasons.add(media.reason());
      }
      return draft;
    } catch (ArdmException refused) {
      throw refused;
    } catch (RuntimeException unforeseen) {
      throw new UnsupportedInputException(
          "The input cannot be taken apart: " + unforeseen,
          "whole input",
          "Keep it as opaque bytes, and report this as a defect.",
          unforeseen);
    }
  }

  /** The same record as opaque bytes. */
  Draft opaque(Source source, String reason) {
    byte[] bytes = source.bytes();
    int[] plane = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      plane[i] = bytes[i] & 0xFF;
    }
    SampleLayout layout = SampleLayout.opaque(bytes.length);
    int[][] planes = {plane};
    Draft draft = cut(source, new Media(MediaType.OPAQUE, layout, planes, NOTHING, Fidelity.BYTES));
    draft.reasons.add(reason);
    return draft;
  }

  private Draft cut(Source source, Media media) {
    int depth = media.layout().bitDepth();
    int checksum = RawChecksum.of(media.fidelity(), source.bytes(), media.planes(), depth);
    Draft draft =
        new Draft(
            source,
            media.type(),
            media.fidelity(),
            sizes.grid(media.layout()),
            media.foreign(),
            checksum);
    draft.cut(media.planes());
    return draft;
  }
}
