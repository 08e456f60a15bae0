package io.ardmstream.media.pnm;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Patch;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.RasterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Netpbm has besides single grey maps and pixel maps: bit maps (P4), arbitrary maps (P7),
 * floating-point maps (PF, Pf), and any number of pictures in a file, one below the other.
 */
public final class NetpbmPictures implements RasterKind {
  private static final int MOST_PATCHES = 1 << 18;

  @Override
  public String name() {
    return "Netpbm";
  }

  @Override
  public boolean recognises(byte[] file) {
    if (!NetpbmHeader.begins(file, 0)) {
      return false;
    } else if (file[1] != '5' && file[1] != '6') {
      return true;
    }
    Optional<NetpbmHeader> first = header(file, 0);
    return first.isPresent()
        && NetpbmHeader.begins(file, first.get().end())
        && header(file, (int) first.get().end()).filter(first.get()::alike).isPresent();
  }

  private static Optional<NetpbmHeader> header(byte[] file, int at) {
    try {
      return Optional.of(NetpbmHeader.read(file, at));
    } catch (UnsupportedInputException none) {
      return Optional.empty();
    }
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    NetpbmHeader first = NetpbmHeader.read(file, 0);
    List<Patch> patches = new ArrayList<>();
    long height = 0;
    int width = 0;
    Optional<NetpbmHeader> next = Optional.of(first);
    while (next.isPresent() && next.get().alike(first) && patches.size() < MOST_PATCHES) {
      NetpbmHeader header = next.get();
      boolean whole = header.end() <= file.length;
      if (height > 0 && !whole) {
        break;
      }
      width = (int) Math.max(width, header.width());
      limits.checkShape(width, height + header.height(), header.channels(), "byte 2");
      patches.addAll(header.patches((int) height));
      height += header.height();
      boolean more = whole && NetpbmHeader.begins(file, header.end());
      next = more ? header(file, (int) header.end()) : Optional.empty();
    }
    return Finding.of(
        file, new Raster(width, (int) height, first.channels(), first.words(), patches));
  }
}
