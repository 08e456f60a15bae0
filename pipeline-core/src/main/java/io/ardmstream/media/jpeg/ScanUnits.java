package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.entropy.BlockReader;
import io.ardmstream.media.jpeg.entropy.BlockWriter;
import io.ardmstream.media.jpeg.entropy.JpegFrame;
import io.ardmstream.media.jpeg.entropy.NotJpegException;
import io.ardmstream.media.jpeg.entropy.Scan;

/** Where the blocks of a scan's units lie in the planes of its image (T.81, A.2). */
final class ScanUnits {
  private final Scan scan;
  private final CoefficientPlane[] planes;
  private final int unitsWide;
  private final int blocksOfUnit;

  ScanUnits(Scan scan, CoefficientPlane[] planes) {
    this.scan = scan;
    this.planes = planes;
    unitsWide = scan.unitsWide();
    int blocks = 0;
    for (int component : scan.components()) {
      JpegFrame.Component shape = scan.frame().components()[component];
      blocks += scan.interleaved() ? shape.horizontal() * shape.vertical() : 1;
    }
    blocksOfUnit = blocks;
  }

  /** Takes the blocks of a unit; false if the bits mean nothing. */
  boolean read(int unit, BlockReader reader) {
    int block = unit * blocksOfUnit;
    for (int i = 0; i < scan.components().length; i++) {
      int high = high(i);
      int wide = wide(i);
      short[] coefficients = planes[scan.components()[i]].coefficients();
      for (int y = 0; y < high; y++) {
        for (int x = 0; x < wide; x++) {
          if (!reader.read(i, coefficients, place(unit, i, x, y), block++)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Writes the blocks of a unit. */
  void write(int unit, BlockWriter writer) throws NotJpegException {
    int block = unit * blocksOfUnit;
    for (int i = 0; i < scan.components().length; i++) {
      int high = high(i);
      int wide = wide(i);
      short[] coefficients = planes[scan.components()[i]].coefficients();
      for (int y = 0; y < high; y++) {
        for (int x = 0; x < wide; x++) {
          writer.write(i, coefficients, place(unit, i, x, y), block++);
        }
      }
    }
  }

  private int wide(int i) {
    return scan.interleaved() ? component(i).horizontal() : 1;
  }

  private int high(int i) {
    return scan.interleaved() ? component(i).vertical() : 1;
  }

  private JpegFrame.Component component(int i) {
    return scan.frame().components()[scan.components()[i]];
  }

  private int place(int unit, int i, int x, int y) {
    int blockX = unit % unitsWide * wide(i) + x;
    int blockY = unit / unitsWide * high(i) + y;
    int row = blockY * planes[scan.components()[i]].blocksWide();
    return (row + blockX) * CoefficientPlane.BLOCK;
  }
}
