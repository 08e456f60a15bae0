package io.ardmstream.media.jpeg.entropy;

/** The inverse of {@link BlockReader}. */
public interface BlockWriter {

  /** Begins a stretch between restart markers. */
  void begin(EntropyWriter out);

  /**
   * Writes what the scan has of a block.
   *
   * @throws NotJpegException when it cannot be written with the tables of the scan
   */
  void write(int component, short[] plane, int at, int block) throws NotJpegException;

  /** Ends the stretch, but for the bits that complete the last byte. */
  void end() throws NotJpegException;

  /** The writer of this kind of scan; makes the same choices. */
  static BlockWriter of(Scan scan, Choices choices) {
    choices.starts.rewind();
    choices.zeros.rewind();
    if (!scan.frame().progressive()) {
      return new SequentialWriter(scan, choices);
    }
    if (scan.first() == 0) {
      return scan.above() == 0 ? new DcWriter(scan) : new DcRefinementWriter(scan);
    }
    return scan.above() == 0 ? new AcWriter(scan, choices) : new AcRefinementWriter(scan, choices);
  }

  /** Significant bits of a magnitude. */
  static int bits(int magnitude) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(magnitude);
  }
}
