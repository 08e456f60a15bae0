package io.ardmstream.codec;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.classic.ClassicCoder;
import io.ardmstream.block.classic.Prospect;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormats;
import io.ardmstream.media.MediaType;
import io.ardmstream.media.SampleLayout;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes records apart and cuts them into blocks.
 *
 * @param thorough whether every image may be a drawing
 */
record Drafter(BlockSizes sizes, boolean thorough) {
  private static final ClassicCoder CLASSIC = new ClassicCoder();
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
    BlockGrid grid = sizes.grid(media.layout());
    BlockGrid broad = sizes.ofDrawings().grid(media.layout());
    if (broad.count() == grid.count()) {
      return cut(source, media, checksum, grid, false);
    }
    SampleLayout layout = media.layout();
    BlockLayout whole = BlockLayout.piece(layout, layout.width(), layout.height());
    Block picture = new Block(whole, media.planes());
    Prospect prospect = CLASSIC.prospect(picture);
    if (prospect == Prospect.SURE) {
      return cut(source, media, checksum, broad, true);
    }
    Draft draft = cut(source, media, checksum, grid, false);
    if (thorough || prospect != Prospect.POOR) {
      draft.rival = Optional.of(cut(source, media, checksum, broad, true));
    }
    return draft;
  }

  private static Draft cut(
      Source source, Media media, int checksum, BlockGrid grid, boolean drawing) {
    Draft draft =
        new Draft(source, media.type(), media.fidelity(), grid, drawing, media.foreign(), checksum);
    draft.cut(media.planes());
    if (drawing) {
      draft.reasons.add("CLASSIC takes the picture in larger blocks");
    }
    return draft;
  }
}
