package io.ardmstream.benchmarks;

/** Alphabets of the coder benchmark. */
public enum BenchmarkAlphabet {
  /** Two symbols, one of them with probability 0.9. */
  BINARY(2, 0.9),
  /** Sixteen symbols, as a digit in base 16 has; each 0.6 times as likely as the one before. */
  DIGIT(16, 0.4),
  /** 256 symbols with a flat tail. */
  BYTE(256, 0.05);

  private final int size;
  private final double shareOfFirst;

  BenchmarkAlphabet(int size, double shareOfFirst) {
    this.size = size;
    this.shareOfFirst = shareOfFirst;
  }

  SymbolTable table() {
    return SymbolTable.geometric(size, shareOfFirst);
  }
}
