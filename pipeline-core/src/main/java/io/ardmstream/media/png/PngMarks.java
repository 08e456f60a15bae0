package io.ardmstream.media.png;

import io.ardmstream.media.png.file.PngChunk;
import io.ardmstream.media.png.file.PngCuts;
import io.ardmstream.media.png.file.PngFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file has beside the content of its chunks: how long each IDAT is, wrong checksums. */
final class PngMarks implements PngFile.Witness {
  private final List<Integer> lengths = new ArrayList<>();
  private final Map<Integer, Integer> checksums = new LinkedHashMap<>();
  private int chunks;

  @Override
  public void see(int at, PngChunk chunk, int checksum) {
    if (checksum != chunk.checksum()) {
      checksums.put(chunks, checksum);
    }
    if (chunk.type().equals("IDAT")) {
      lengths.add(chunk.data().length);
    }
    chunks++;
  }

  PngCuts cuts() {
    return PngCuts.of(lengths.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Wrong checksums by the number of their chunk, IHDR being 0. */
  Map<Integer, Integer> checksums() {
    return checksums;
  }
}
