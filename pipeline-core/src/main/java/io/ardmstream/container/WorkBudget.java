package io.ardmstream.container;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Modality;
import java.util.List;

/**
 * How many samples of a container take work to decode, so that a few bytes cannot keep a machine
 * busy for long. Stored and constant samples cost next to nothing and do not count.
 *
 * <p>What a block of a model in a group leaves for those after it takes memory, however small the
 * block is: as much as 2^18 samples do. A container of n bytes may have 2^24 + r * n of these.
 *
 * <p>With r samples for each byte, a container of n bytes may have r * n samples that a model
 * codes, and 2^24 + r * n that the classic coder does, those of opaque bytes counting half: LZMA
 * cannot pack more than 8192 of them into a byte. A JPEG file may have 512 coefficients for each of
 * its bytes, up to 2^28; where it is one block of several its bytes count 16 each, so that many do
 * not claim that again and again. Writers keep to it with r = 4096.
 *
 * @param modelled samples of blocks that a model codes
 * @param classic samples of blocks that the classic coder does
 * @param histories samples that take as much memory as what blocks leave for those after them
 */
record WorkBudget(long modelled, long classic, long histories) {
  /** Samples that take as much memory as what the least block of a model in a group leaves. */
  private static final long HISTORY = 1 << 18;

  /** What the bytes of a JPEG file count that is one block of several. */
  private static final int JPEG_WEIGHT = 16;

  /** How payloads of the classic coder begin that are JPEG files, see docs/FORMAT.md. */
  private static final int JPEG = 4;

  /** Of all blocks that are there. */
  static WorkBudget of(Container container) {
    List<BlockEntry> entries = container.entries();
    long modelled = 0;
    long classic = 0;
    long histories = 0;
    for (int i = 0; i < entries.size(); i++) {
      BlockMode mode = entries.get(i).mode();
      if (mode == BlockMode.ARDM && container.holds(i)) {
        modelled += container.header().grid().layoutOf(i).samples();
        histories += container.header().group().isPresent() ? HISTORY : 0;
      } else if (mode == BlockMode.CLASSIC && container.holds(i)) {
        classic += weight(container.header().grid(), i, container.startsWith(i, JPEG));
      }
    }
    return new WorkBudget(modelled, classic, histories);
  }

  /** Of all blocks of the classic coder. */
  static WorkBudget of(BlockGrid grid, List<BlockPayload> blocks) {
    long classic = 0;
    for (int i = 0; i < blocks.size(); i++) {
      BlockPayload block = blocks.get(i);
      classic += block.mode() == BlockMode.CLASSIC ? weight(grid, i, isJpeg(block.payload())) : 0;
    }
    return new WorkBudget(0, classic, 0);
  }

  private static boolean isJpeg(byte[] payload) {
    return payload.length > 0 && payload[0] == JPEG;
  }

  private static long weight(BlockGrid grid, int index, boolean jpeg) {
    long samples = grid.layoutOf(index).samples();
    if (grid.layout().kind() != Modality.OPAQUE) {
      return samples;
    }
    return jpeg && grid.count() > 1 ? JPEG_WEIGHT * samples : samples / 2;
  }

  /** The shortest container that may have them. */
  long leastBytes(int samplesPerByte) {
    long beyond = Math.max(modelled, Math.max(classic, histories) - Limits.FREE_SAMPLES);
    return (Math.max(0, beyond) + samplesPerByte - 1) / samplesPerByte;
  }

  /**
   * Refuses a container that asks for too much work.
   *
   * @throws UnsupportedInputException when it is too short for what it claims
   */
  void check(long bytes, int samplesPerByte) {
    if (bytes < leastBytes(samplesPerByte)) {
      throw new UnsupportedInputException(
          "A container of %d bytes with %d coded samples is beyond the limit of %d for each byte"
              .formatted(bytes, Math.max(modelled + classic, histories), samplesPerByte),
          "shape of the samples",
          "Raise the limit if the input is to be trusted.");
    }
  }
}
