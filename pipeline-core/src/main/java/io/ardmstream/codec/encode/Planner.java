package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.classic.ClassicCoder;
import io.ardmstream.block.classic.Hint;
import io.ardmstream.codec.Source;
import io.ardmstream.codec.encode.RecordPlan.Reading;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.Modality;
import io.ardmstream.media.OpaqueFormat;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.media.formats.RankedPictures;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Takes records apart and says how they are cut into blocks.
 *
 * @param bestEffort whether every image may be a drawing
 * @param turbo what is coded fast: no other way is looked for
 * @param ranking whether pictures with gaps between their values are tried without these
 * @param restoring whether each record is put together again for proof; needless where what is made
 *     of it is decoded for proof
 */
record Planner(
    BlockSizes sizes, boolean bestEffort, Set<Modality> turbo, boolean ranking, boolean restoring) {
  private static final ClassicCoder CLASSIC = new ClassicCoder();

  /**
   * One whose records are to resemble each other; which values occur differs from one to the next.
   */
  Planner withoutRanks() {
    return new Planner(sizes, bestEffort, turbo, false, restoring);
  }

  /**
   * A record, and how it is cut.
   *
   * @throws ArdmException when it is refused
   */
  EncodeTask plan(Source source) {
    try {
      Media media = media(source, Reading.PARSED);
      if (restoring && !restores(media, source)) {
        String reason = media.type() + " is not restored byte for byte";
        return new EncodeTask(opaque(source, reason), Optional.empty());
      }
      EncodeTask task = cut(source, media);
      if (!media.reason().isEmpty()) {
        task.original.reasons.add(media.reason());
      }
      return task;
    } catch (ArdmException refused) {
      throw refused;
    } catch (RuntimeException | StackOverflowError unforeseen) {
      throw new UnsupportedInputException(
          "The input cannot be taken apart: " + unforeseen,
          "whole input",
          "Keep it as opaque bytes, and report this as a defect.",
          unforeseen);
    }
  }

  /** Whether a record is sound; takes as long as to plan it. */
  boolean isSound(Source source) {
    try {
      return plan(source).isSound();
    } catch (ArdmException refused) {
      return false;
    }
  }

  private EncodeTask cut(Source source, Media media) {
    BlockGrid grid = grid(media);
    if (turbo.contains(media.layout().kind())) {
      RecordPlan only = new RecordPlan(source, Reading.PARSED, media, grid, false);
      return new EncodeTask(only, Optional.empty());
    }
    BlockGrid broad =
        media.type() == FileFormat.JPEG ? grid : sizes.ofDrawings().grid(grid.layout());
    Hint hint = broad.count() == grid.count() ? Hint.POOR : hint(media);
    if (hint == Hint.SURE) {
      return new EncodeTask(drawing(source, media, broad), Optional.empty());
    }
    RecordPlan original = new RecordPlan(source, Reading.PARSED, media, grid, false);
    boolean perhapsDrawing = broad.count() < grid.count() && (bestEffort || hint != Hint.POOR);
    Optional<RecordPlan> alternative =
        perhapsDrawing
            ? Optional.of(drawing(source, media, broad))
            : inColours(source, media, grid).or(() -> inRanks(source, media));
    return new EncodeTask(original, alternative);
  }

  /** Files that are rebuilt as a whole are not cut. */
  private BlockGrid grid(Media media) {
    return media.type() == FileFormat.JPEG
        ? new BlockGrid(media.layout(), 1, 1)
        : sizes.grid(media.layout());
  }

  private static Hint hint(Media media) {
    SampleLayout layout = media.layout();
    BlockLayout whole = BlockLayout.piece(layout, layout.width(), layout.height());
    return CLASSIC.hint(new Block(whole, media.planes()));
  }

  private static RecordPlan drawing(Source source, Media media, BlockGrid broad) {
    RecordPlan plan = new RecordPlan(source, Reading.PARSED, media, broad, true);
    plan.reasons.add("CLASSIC takes the picture in larger blocks");
    return plan;
  }

  /** A small picture with a palette as one of colours, which the classic coder alone is given. */
  private static Optional<RecordPlan> inColours(Source source, Media media, BlockGrid grid) {
    long most = source.options().limits().maxSamples();
    Optional<Media> colours = grid.count() == 1 ? MediaFormats.inColours(media) : Optional.empty();
    return colours
        .filter(picture -> picture.layout().samples() <= most)
        .map(picture -> inColours(source, picture));
  }

  private static RecordPlan inColours(Source source, Media picture) {
    BlockGrid whole = new BlockGrid(picture.layout(), 1, 1);
    RecordPlan plan = new RecordPlan(source, Reading.COLOURS, picture, whole, true);
    plan.reasons.add("CLASSIC takes the colours of the palette instead of its indices");
    return plan;
  }

  /** A picture some of whose values do not occur, as where its contrast was stretched. */
  private Optional<RecordPlan> inRanks(Source source, Media media) {
    Optional<Media> ranks = ranking ? RankedPictures.of(media) : Optional.empty();
    return ranks
        .filter(picture -> isPhotograph(media))
        .map(picture -> new RecordPlan(source, Reading.RANKS, picture, grid(picture), false));
  }

  /** Values of drawings and false colours are few, and nothing that ranks could tell better. */
  private static boolean isPhotograph(Media media) {
    Hint hint = hint(media);
    return media.layout().channels() == 1 ? hint != Hint.SURE : hint == Hint.POOR;
  }

  /** The same record as opaque bytes. */
  RecordPlan opaque(Source source, String reason) {
    Media bytes = media(source, Reading.BYTES);
    RecordPlan plan =
        new RecordPlan(source, Reading.BYTES, bytes, sizes.grid(bytes.layout()), false);
    plan.reasons.add(reason);
    return plan;
  }

  /**
   * The same record in samples of more bits, as those before it have: how bright the brightest
   * sample is differs from frame to frame. Unchanged if its format does not leave that open.
   */
  EncodeTask widened(EncodeTask task, int depth) {
    RecordPlan plan = task.original;
    SampleLayout layout = plan.layout();
    boolean open = plan.fidelity == Fidelity.BYTES && task.alternative.isEmpty();
    if (!open || layout.kind() != Modality.IMAGE || layout.bitDepth() >= depth) {
      return task;
    }
    SampleLayout wider =
        new SampleLayout(
            layout.kind(),
            layout.width(),
            layout.height(),
            layout.channels(),
            depth,
            layout.signed());
    Media media = plan.media();
    Media same = new Media(media.type(), wider, media.planes(), media.foreign(), media.fidelity());
    RecordPlan widened = new RecordPlan(plan.source, plan.reading, same, grid(same), false);
    return restores(widened) ? new EncodeTask(widened, Optional.empty()) : task;
  }

  /** Gives a plan the samples back that it released. */
  void reload(RecordPlan plan) {
    plan.load(media(plan.source, plan.reading).planes());
  }

  /** Whether a plan that has its samples tells enough to bring the file back. */
  boolean restores(RecordPlan plan) {
    try {
      Media media = plan.media();
      boolean ranks = plan.reading == Reading.RANKS;
      return restores(ranks ? RankedPictures.values(media) : media, plan.source);
    } catch (RuntimeException defect) {
      return false;
    }
  }

  private static boolean restores(Media media, Source source) {
    return media.fidelity() == Fidelity.SAMPLES
        || Arrays.equals(MediaFormats.restore(media), source.bytes());
  }

  private static Media media(Source source, Reading reading) {
    return switch (reading) {
      case PARSED -> MediaFormats.parse(source.bytes(), source.options());
      case RANKS -> RankedPictures.of(media(source, Reading.PARSED)).orElseThrow();
      case COLOURS -> MediaFormats.inColours(media(source, Reading.PARSED)).orElseThrow();
      case BYTES -> OpaqueFormat.of(source.bytes(), "");
    };
  }
}
