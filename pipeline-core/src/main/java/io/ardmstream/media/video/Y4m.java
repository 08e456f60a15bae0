package io.ardmstream.media.video;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Arrangement;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Patches;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.RasterKind;
import io.ardmstream.media.raster.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** YUV4MPEG2: a line of text, and a line of text before each frame. */
public final class Y4m implements RasterKind {
  private static final String MAGIC = "YUV4MPEG2 ";
  private static final int MOST_LINE = 256;
  private static final Pattern WIDTH = Pattern.compile(" W(\\d{1,9})(?= |$)");
  private static final Pattern HEIGHT = Pattern.compile(" H(\\d{1,9})(?= |$)");
  private static final Pattern COLOURS =
      Pattern.compile(" C(mono|4\\d\\d)(?:jpeg|mpeg2|paldv|p?(\\d\\d))?(?= |$)");

  @Override
  public String name() {
    return "Y4M";
  }

  @Override
  public boolean recognises(byte[] file) {
    return Ascii.at(file, 0, MAGIC);
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    int start = lineEnd(file, 0);
    if (start < 0) {
      return Finding.refused("a header without end");
    }
    String line = Ascii.text(file, 0, start - 1);
    int width = number(WIDTH, line);
    int height = number(HEIGHT, line);
    Matcher colours = COLOURS.matcher(line);
    boolean told = colours.find();
    String kind = told ? colours.group(1) : "420";
    boolean plain = !line.contains(" C") || told;
    int depth = told && colours.group(2) != null ? Integer.parseInt(colours.group(2)) : 8;
    int bits = depth > 8 ? 16 : 8;
    if (width < 1 || height < 1 || !plain || depth > 16) {
      return Finding.refused("frames of another kind: " + line.substring(MAGIC.length()));
    }
    limits.checkShape(width, height, 3, "header of the Y4M");
    return switch (kind) {
      case "mono" -> even(file, start, Arrangement.dense(width, height, 1, bits, true), limits);
      case "444" -> even(file, start, Arrangement.dense(width, height, 3, bits, true), limits);
      case "420" -> uneven(file, start, new Chroma(width, height, 2, 2), bits, limits);
      case "422" -> uneven(file, start, new Chroma(width, height, 2, 1), bits, limits);
      case "411" -> uneven(file, start, new Chroma(width, height, 4, 1), bits, limits);
      case "440" -> uneven(file, start, new Chroma(width, height, 1, 2), bits, limits);
      default -> Finding.refused("frames of another kind: C" + kind);
    };
  }

  private static Finding even(byte[] file, int start, Arrangement frame, Limits limits) {
    Patches patches = new Patches();
    int height = 0;
    for (long at = frame(file, start); at >= 0; at = frame(file, at + frame.bytes())) {
      if (at + frame.bytes() > file.length || patches.isFull()) {
        break;
      }
      limits.checkShape(frame.width(), height + frame.height(), frame.channels(), "frames");
      frame.at(at, height).forEach(patches::add);
      height += frame.height();
    }
    return found(file, frame.width(), height, frame.channels(), patches);
  }

  private static Finding uneven(byte[] file, int start, Chroma chroma, int bits, Limits limits) {
    long luma = (long) chroma.width() * chroma.height() * bits;
    long each = (long) chroma.chromaWidth() * chroma.chromaHeight() * bits;
    long bytes = (luma + 2 * each) / 8;
    Patches patches = new Patches();
    int height = 0;
    for (long at = frame(file, start); at >= 0; at = frame(file, at + bytes)) {
      if (at + bytes > file.length || patches.isFull()) {
        break;
      }
      limits.checkShape(chroma.wide(), height + chroma.high(), 1, "frames");
      chroma.add(
          patches,
          height,
          bits,
          new Chroma.Place(8 * at, bits, chroma.width()),
          new Chroma.Place(8 * at + luma, bits, chroma.chromaWidth()),
          new Chroma.Place(8 * at + luma + each, bits, chroma.chromaWidth()));
      height += chroma.high();
    }
    return found(file, chroma.wide(), height, 1, patches);
  }

  private static Finding found(byte[] file, int width, int height, int channels, Patches patches) {
    return height == 0
        ? Finding.refused("no frame that is all there")
        : Finding.of(
            file, new Raster(width, height, channels, Words.unsigned(false), patches.toList()));
  }

  /** The first sample of the frame whose line begins at the offset; negative if none does. */
  private static long frame(byte[] file, long at) {
    boolean begins = at < file.length && Ascii.at(file, (int) at, "FRAME");
    return begins ? lineEnd(file, (int) at) : -1;
  }

  private static int lineEnd(byte[] file, int from) {
    for (int at = from; at < file.length && at - from < MOST_LINE; at++) {
      if (file[at] == '\n') {
        return at + 1;
      }
    }
    return -1;
  }

  private static int number(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
