package io.ardmstream.media.jpeg.entropy;

/** Takes the bits of one kind of scan, block by block, into coefficients. */
public interface BlockReader {

  /** Begins a stretch between restart markers. */
  void begin(EntropyReader in);

  /**
   * Takes what the scan has of a block.
   *
   * @param component number of it within the scan
   * @param plane coefficients, of which 64 from {@code at} on are the block's
   * @param block number of it within the scan
   * @return false if the bits mean nothing
   */
  boolean read(int component, short[] plane, int at, int block);

  /** The reader of this kind of scan; notes what the encoder chose. */
  static BlockReader of(Scan scan, Choices choices) {
    if (!scan.frame().progressive()) {
      return new SequentialReader(scan, choices);
    }
    if (scan.first() == 0) {
      return scan.above() == 0 ? new DcReader(scan) : new DcRefinementReader(scan);
    }
    return scan.above() == 0 ? new AcReader(scan, choices) : new AcRefinementReader(scan, choices);
  }
}
