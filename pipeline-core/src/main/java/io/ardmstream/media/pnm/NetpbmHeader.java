package io.ardmstream.media.pnm;

import io.ardmstream.media.raster.Arrangement;
import io.ardmstream.media.raster.Patch;
import io.ardmstream.media.raster.Words;
import java.util.List;

/**
 * The header of a binary picture of Netpbm.
 *
 * @param width columns as declared, at least 1
 * @param height rows as declared, at least 1
 * @param channels at least 1
 * @param bits of a sample: 1, 8, 16, or 32 if floating
 * @param start offset of the first sample
 */
record NetpbmHeader(long width, long height, int channels, int bits, Words words, int start) {
  private static final String KINDS = "4567Ff";
  private static final int MOST_CHANNELS = 255;
  private static final int MOST_SIDE = 1 << 30;

  /** Whether a header of such a kind is likely to begin at the offset. */
  static boolean begins(byte[] file, long at) {
    return PnmText.begins(file, at, KINDS);
  }

  static NetpbmHeader read(byte[] file, int at) {
    PnmText text = new PnmText(file, at + 2);
    char kind = (char) file[at + 1];
    return kind == '7' ? arbitrary(text) : shape(kind, text);
  }

  private static NetpbmHeader shape(char kind, PnmText text) {
    long width = text.number("width");
    long height = text.number("height");
    boolean floating = kind == 'F' || kind == 'f';
    boolean bigEndian = !floating || !text.word("scale").startsWith("-");
    int bits = floating ? 32 : kind == '4' ? 1 : bits(text.number("maxval"), text);
    text.space("before the samples");
    int channels = kind == '6' || kind == 'F' ? 3 : 1;
    return checked(width, height, channels, bits, new Words(bigEndian, false, floating), text);
  }

  private static NetpbmHeader arbitrary(PnmText text) {
    long width = 0;
    long height = 0;
    long channels = 0;
    long greatest = 0;
    for (String name = text.word("name"); !name.equals("ENDHDR"); name = text.word("name")) {
      switch (name) {
        case "WIDTH" -> width = text.number(name);
        case "HEIGHT" -> height = text.number(name);
        case "DEPTH" -> channels = text.number(name);
        case "MAXVAL" -> greatest = text.number(name);
        default -> text.line();
      }
    }
    text.space("after ENDHDR");
    int deep = (int) Math.min(channels, MOST_CHANNELS + 1);
    return checked(width, height, deep, bits(greatest, text), Words.unsigned(true), text);
  }

  private static int bits(long greatest, PnmText text) {
    PnmHeader.CHECK.that(
        greatest > 0 && greatest <= PnmHeader.MAX_GREATEST,
        text.at(),
        "maxval %d is not 1 to 65535",
        greatest);
    return greatest < 256 ? 8 : 16;
  }

  private static NetpbmHeader checked(
      long width, long height, int channels, int bits, Words words, PnmText text) {
    PnmHeader.CHECK.that(
        width > 0 && height > 0 && width < MOST_SIDE && height < MOST_SIDE,
        text.at(),
        "the image is %d by %d",
        width,
        height);
    PnmHeader.CHECK.that(
        channels > 0 && channels <= MOST_CHANNELS,
        text.at(),
        "the image has %d channels, not 1 to 255",
        channels);
    return new NetpbmHeader(width, height, channels, bits, words, text.at());
  }

  private Arrangement arrangement() {
    return Arrangement.dense((int) width, (int) height, channels, bits, false);
  }

  /** Where the file goes on. */
  long end() {
    return start + arrangement().bytes();
  }

  /** Whether the samples of another picture are written in the same way. */
  boolean alike(NetpbmHeader other) {
    return channels == other.channels && bits == other.bits && words.equals(other.words);
  }

  /** Its samples, in planes where its first row is given; the rows of floating-point maps rise. */
  List<Patch> patches(int top) {
    List<Patch> patches = arrangement().at(start, top);
    return words.floating() ? patches.stream().map(Patch::upsideDown).toList() : patches;
  }
}
