package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.entropy.HuffmanTable;
import io.ardmstream.media.jpeg.entropy.NotJpegException;
import java.util.Arrays;

/**
 * The Huffman tables of T.81, K.3: DC and AC of luminance, DC and AC of chrominance. They are in
 * force in files that define none, as in frames of motion JPEG.
 */
final class CommonHuffmanTables {
  static final int COUNT = 4;

  private static final String[] COUNTS = {
    "00010501010101010100000000000000",
    "0002010303020403050504040000017d",
    "00030101010101010101010000000000",
    "00020102040403040705040400010277"
  };
  private static final String DC = "000102030405060708090a0b";
  private static final String[] SYMBOLS = {
    DC,
    "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a2526"
        + "2728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a"
        + "838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9"
        + "cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa",
    DC,
    "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f1171819"
        + "1a262728292a35363738393a434445464748494a535455565758595a636465666768696a73747576777879"
        + "7a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7"
        + "c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa"
  };

  private CommonHuffmanTables() {}

  static HuffmanTable table(int number) throws NotJpegException {
    byte[] definition = definition(number);
    return new HuffmanTable(definition, 0, Arrays.copyOfRange(definition, 16, definition.length));
  }

  /** Counts of lengths and symbols, as a segment has them. */
  static byte[] definition(int number) {
    String text = COUNTS[number] + SYMBOLS[number];
    byte[] bytes = new byte[text.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(text, 2 * i, 2 * i + 2, 16);
    }
    return bytes;
  }
}
