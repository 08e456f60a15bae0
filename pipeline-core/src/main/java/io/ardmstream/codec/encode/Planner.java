package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.classic.ClassicCoder;
import io.ardmstream.block.classic.Hint;
import io.ardmstream.codec.RawChecksum;
import io.ardmstream.codec.Source;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes records apart and cuts them into blocks.
 *
 * @param thorough whether every image may be a drawing
 */
record Planner(BlockSizes sizes, boolean thorough) {
  private static final ClassicCoder CLASSIC = new ClassicCoder();
  private static final byte[] NOTHING = {};
  private static final Optional<String> MODELLED = Optional.empty();
  private static final Optional<String> DRAWING =
      Optional.of("CLASSIC takes the picture in larger blocks");
  private static final Optional<String> COLOURS =
      Optional.of("CLASSIC takes the colours of the palette instead of its indices");

  /**
   * A record cut into blocks.
   *
   * @throws ArdmException when it is refused
   */
  RecordPlan draft(Source source) {
    try {
      Media media = media(source);
      boolean exact = media.fidelity() == Fidelity.BYTES;
      if (exact && !Arrays.equals(MediaFormats.restore(media), source.bytes())) {
        return opaque(source, media.type() + " is not restored byte for byte");
      }
      RecordPlan draft = cut(source, media);
      if (sizes.grid(media.layout()).count() == 1) {
        draft.rival = inColours(source, media);
      }
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
  RecordPlan opaque(Source source, String reason) {
    SampleLayout layout = SampleLayout.opaque(source.bytes().length);
    Media media = new Media(FileFormat.OPAQUE, layout, bytes(source), NOTHING, Fidelity.BYTES);
    int checksum = checksum(source, media);
    BlockGrid grid = sizes.grid(layout);
    RecordPlan draft = draft(source, media, checksum, grid, MODELLED, () -> bytes(source));
    draft.reasons.add(reason);
    return loaded(draft, media);
  }

  private static int[][] bytes(Source source) {
    byte[] bytes = source.bytes();
    int[] plane = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      plane[i] = bytes[i] & 0xFF;
    }
    return new int[][] {plane};
  }

  /** A picture with a palette as one of colours, which the classic coder alone is given. */
  private static Optional<RecordPlan> inColours(Source source, Media media) {
    long most = source.options().limits().maxSamples();
    return MediaFormats.inColours(media)
        .filter(picture -> picture.layout().samples() <= most)
        .map(
            picture ->
                draft(
                    source,
                    picture,
                    checksum(source, picture),
                    new BlockGrid(picture.layout(), 1, 1),
                    COLOURS,
                    () -> MediaFormats.inColours(media(source)).orElseThrow().planes()));
  }

  /** A draft with its samples, and its rival without. */
  private RecordPlan cut(Source source, Media media) {
    int checksum = checksum(source, media);
    BlockGrid grid = sizes.grid(media.layout());
    BlockGrid broad = sizes.ofDrawings().grid(media.layout());
    if (broad.count() == grid.count()) {
      return loaded(draft(source, media, checksum, grid, MODELLED), media);
    }
    Hint prospect = prospect(media);
    if (prospect == Hint.SURE) {
      return loaded(draft(source, media, checksum, broad, DRAWING), media);
    }
    RecordPlan draft = loaded(draft(source, media, checksum, grid, MODELLED), media);
    if (thorough || prospect != Hint.POOR) {
      draft.rival = Optional.of(draft(source, media, checksum, broad, DRAWING));
    }
    return draft;
  }

  private static RecordPlan loaded(RecordPlan draft, Media media) {
    draft.load(media.planes());
    return draft;
  }

  private static Hint prospect(Media media) {
    SampleLayout layout = media.layout();
    BlockLayout whole = BlockLayout.piece(layout, layout.width(), layout.height());
    return CLASSIC.prospect(new Block(whole, media.planes()));
  }

  private static int checksum(Source source, Media media) {
    int depth = media.layout().bitDepth();
    return RawChecksum.of(media.fidelity(), source.bytes(), media.planes(), depth);
  }

  private static Media media(Source source) {
    return MediaFormats.parse(source.bytes(), source.options());
  }

  private static RecordPlan draft(
      Source source, Media media, int checksum, BlockGrid grid, Optional<String> classic) {
    return draft(source, media, checksum, grid, classic, () -> media(source).planes());
  }

  /** A draft for the classic coder alone if there is a reason, else for models too. */
  private static RecordPlan draft(
      Source source,
      Media media,
      int checksum,
      BlockGrid grid,
      Optional<String> classic,
      Supplier<int[][]> planes) {
    RecordPlan draft =
        new RecordPlan(
            source,
            media.type(),
            media.fidelity(),
            grid,
            classic.isPresent(),
            media.foreign(),
            checksum,
            planes);
    classic.ifPresent(draft.reasons::add);
    return draft;
  }
}
