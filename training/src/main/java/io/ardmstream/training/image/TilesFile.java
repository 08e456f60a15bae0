package io.ardmstream.training.image;

import io.ardmstream.block.Block;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * Tiles for training elsewhere: compressed by gzip, one after another: width and height, 32 bits
 * each, big-endian; then the planes R, G, B, a byte a sample.
 */
final class TilesFile {

  private TilesFile() {}

  /** Writes the tiles of pictures, each in the forms that are to be learnt from. */
  static void write(Path file, List<Path> pictures, Function<Block, List<Block>> forms)
      throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
      for (Path picture : pictures) {
        for (Block tile : PictureTiles.blocks(Pictures.read(picture))) {
          for (Block form : forms.apply(tile)) {
            write(out, form);
          }
        }
      }
    }
  }

  private static void write(DataOutputStream out, Block tile) throws IOException {
    out.writeInt(tile.layout().width());
    out.writeInt(tile.layout().height());
    for (int[] plane : tile.planes()) {
      byte[] bytes = new byte[plane.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) plane[i];
      }
      out.write(bytes);
    }
  }
}
