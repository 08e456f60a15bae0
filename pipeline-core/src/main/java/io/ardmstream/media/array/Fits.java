package io.ardmstream.media.array;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Fields;
import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.RasterKind;
import io.ardmstream.media.raster.Words;
import java.util.HashMap;
import java.util.Map;

/** FITS: the first unit of its file that is an image. */
public final class Fits implements RasterKind {
  private static final int BLOCK = 2880;
  private static final int CARD = 80;
  private static final int KEY = 8;
  private static final int VALUE_AT = 10;
  private static final int VALUE_END = 30;
  private static final int MOST_UNITS = 1000;
  private static final int MOST_AXES = 999;

  @Override
  public String name() {
    return "FITS";
  }

  @Override
  public boolean recognises(byte[] file) {
    return Ascii.at(file, 0, "SIMPLE  =") && file.length >= BLOCK;
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    Fields fields = new Fields(file, true);
    long at = 0;
    for (int unit = 0; unit < MOST_UNITS && fields.has(at, BLOCK); unit++) {
      Map<String, String> cards = new HashMap<>();
      long data = at + header(file, at, cards);
      long axes = number(cards, "NAXIS");
      int kind = (int) number(cards, "BITPIX");
      boolean image = unit == 0 || cards.getOrDefault("XTENSION", "").startsWith("'IMAGE");
      if (image && axes > 0 && axes <= MOST_AXES && number(cards, "NAXIS1") > 0) {
        return picture(file, cards, (int) axes, kind, data, limits);
      }
      double bytes = axes > 0 ? Math.abs(kind) / 8 : 0;
      for (int i = 1; i <= Math.min(axes, MOST_AXES); i++) {
        bytes *= number(cards, "NAXIS" + i);
      }
      bytes += number(cards, "PCOUNT");
      if (bytes < 0 || bytes > file.length) {
        break;
      }
      at = data + ((long) bytes + BLOCK - 1) / BLOCK * BLOCK;
    }
    return Finding.refused("no image that is not compressed");
  }

  /** Reads cards up to the last; how many bytes their blocks are. */
  private static long header(byte[] file, long from, Map<String, String> cards) {
    long at = from;
    boolean ended = false;
    while (!ended && at + CARD <= file.length) {
      String card = Ascii.text(file, (int) at, CARD);
      String key = card.substring(0, KEY).strip();
      ended = key.equals("END");
      if (card.startsWith("= ", KEY)) {
        cards.putIfAbsent(key, card.substring(VALUE_AT, VALUE_END).strip());
      }
      at += CARD;
    }
    return (at - from + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static Finding picture(
      byte[] file, Map<String, String> cards, int axes, int kind, long data, Limits limits) {
    long[] sizes = new long[axes];
    for (int i = 0; i < axes; i++) {
      sizes[axes - 1 - i] = number(cards, "NAXIS" + (i + 1));
      if (sizes[axes - 1 - i] < 1) {
        return Finding.refused("an image without pixels");
      }
    }
    Words words = new Words(true, kind > 8, kind < 0);
    int bits = Math.abs(kind);
    boolean known = kind < 0 ? bits == 32 || bits == 64 : bits % 8 == 0 && bits > 0 && bits <= 64;
    return known
        ? Shape.picture(file, sizes, words, bits, data, limits, "header of the FITS")
        : Finding.refused("samples of " + kind + " bits");
  }

  private static long number(Map<String, String> cards, String key) {
    String text = cards.getOrDefault(key, "0");
    return text.matches("-?\\d{1,10}") ? Long.parseLong(text) : 0;
  }
}
