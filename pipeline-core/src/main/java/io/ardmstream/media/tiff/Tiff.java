package io.ardmstream.media.tiff;

import io.ardmstream.media.Fields;
import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.RasterKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TIFF and BigTIFF: the largest page, and below it all others whose samples are written alike.
 * Cells may be uncompressed, or packed by PackBits, LZW or DEFLATE.
 */
public final class Tiff implements RasterKind {

  @Override
  public String name() {
    return "TIFF";
  }

  @Override
  public boolean recognises(byte[] file) {
    Fields fields = new Fields(file, file.length > 0 && file[0] == 'M');
    boolean order = fields.named(0, "II") || fields.named(0, "MM");
    return order && file.length >= 8 && (fields.u16(2) == 42 || fields.u16(2) == 43);
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    List<Page> pages = new ArrayList<>();
    String obstacle = "a picture without pixels";
    long refused = 0;
    for (Map<Integer, long[]> tags : Directories.of(file)) {
      String found = Page.obstacle(tags);
      Optional<Page> page = found.isEmpty() ? Page.of(tags, file[0] == 'M') : Optional.empty();
      page.ifPresent(pages::add);
      if (page.isEmpty() && Page.pixels(tags) > refused) {
        refused = Page.pixels(tags);
        obstacle = found.isEmpty() ? "a shape that contradicts itself" : found;
      }
    }
    Optional<Page> largest = pages.stream().max(Comparator.comparingLong(Page::pixels));
    if (largest.isEmpty() || largest.get().pixels() < refused) {
      return Finding.refused(obstacle);
    }
    List<Page> alike = pages.stream().filter(page -> page.alike(largest.get())).toList();
    return new Cells(file, alike).read(limits);
  }
}
