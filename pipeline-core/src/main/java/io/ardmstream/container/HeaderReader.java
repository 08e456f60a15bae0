package io.ardmstream.container;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;
import java.util.Arrays;
import java.util.Optional;

/** Reads what a container says about itself, up to the foreign bytes. */
final class HeaderReader {
  private static final String SHAPE = "shape of the samples";
  private static final String GROUP = "place in the group";
  private static final String GRID = "grid of blocks";
  private static final int LEAST_INDEX_ENTRY = 1 + Wire.CHECKSUM_BYTES;

  private final ByteReader in;
  private final Limits limits;
  private final int version;
  private final int flags;

  HeaderReader(ByteReader in, int version, int flags, Limits limits) {
    this.in = in;
    this.version = version;
    this.flags = flags;
    this.limits = limits;
  }

  boolean many() {
    return (flags & Wire.FLAG_MANY) != 0;
  }

  BlockMode singleMode() {
    return BlockMode.of(flags >> Wire.SINGLE_MODE_SHIFT & 3);
  }

  Header read() {
    Optional<GroupPlace> group =
        ContainerReader.isGrouped(version) ? Optional.of(group(in)) : Optional.empty();
    int packed = in.u8("file format");
    FileFormat type = type(packed >> 4);
    long foreign = packed & 15;
    if (foreign == Wire.FOREIGN_LONG) {
      foreign += in.varint("length of the foreign bytes");
    }
    SampleLayout layout = layout(type.kind());
    in.require(
        group.isEmpty() || layout.samples() <= GroupPlace.MOST_SAMPLES,
        "A record of a group has too many samples",
        SHAPE);
    in.require(
        version != Wire.SOUND_GROUPS || layout.kind() == Modality.AUDIO && !many(),
        "A record of a group of sound is not one block of sound",
        SHAPE);
    in.require(
        version != Wire.RANKS || layout.kind() == Modality.IMAGE,
        "What is no picture has ranks for samples",
        SHAPE);
    in.require(
        version != Wire.JPEG_GROUPS || type == FileFormat.JPEG && !many(),
        "A record of a group of JPEG files is not one block of one",
        SHAPE);
    BlockGrid grid = many() ? grid(layout) : new BlockGrid(layout, 1, 1);
    Optional<ModelTag> model = model();
    int checksum = in.u32("checksum of the record");
    Fidelity fidelity = (flags & Wire.FLAG_SAMPLES) != 0 ? Fidelity.SAMPLES : Fidelity.BYTES;
    byte[] bytes = in.bytes(foreign, "foreign bytes");
    boolean ranked = version == Wire.RANKS;
    return new Header(type, fidelity, grid, model, checksum, bytes, group, ranked);
  }

  /** Reads the place in a group. */
  static GroupPlace group(ByteReader in) {
    long place = in.varint(GROUP);
    in.require(place <= GroupPlace.MOST, "There is no such place in a group", GROUP);
    return place == 0 ? GroupPlace.FIRST : new GroupPlace((int) place, in.u32(GROUP));
  }

  private FileFormat type(int code) {
    return Arrays.stream(FileFormat.values())
        .filter(type -> type.code() == code)
        .findFirst()
        .orElseThrow(() -> in.corrupt("There is no file format " + code, "file format"));
  }

  private SampleLayout layout(Modality kind) {
    int packed = in.u8(SHAPE);
    boolean signed = packed >> 7 == 1;
    int depth = (packed >> 2 & 31) + 1;
    long channels = packed & 3;
    if (channels == Wire.CHANNELS_MANY) {
      channels = in.varint(SHAPE);
    }
    long width = in.varint(SHAPE);
    long height = kind == Modality.IMAGE ? in.varint(SHAPE) : 1;
    limits.checkShape(width, height, channels, SHAPE);
    // A shape with nothing in it passes, whatever its other sides are.
    boolean possible = Math.max(Math.max(width, height), channels) <= Integer.MAX_VALUE;
    in.require(possible, "There is no such shape", SHAPE);
    try {
      return new SampleLayout(kind, (int) width, (int) height, (int) channels, depth, signed);
    } catch (IllegalArgumentException impossible) {
      throw in.corrupt("There is no such shape: " + impossible.getMessage(), SHAPE);
    }
  }

  private BlockGrid grid(SampleLayout layout) {
    long columns = in.varint(GRID);
    long rows = layout.kind() == Modality.IMAGE ? in.varint(GRID) : 1;
    boolean possible = Math.max(columns, rows) <= in.remaining();
    long index = possible ? columns * rows * LEAST_INDEX_ENTRY : Long.MAX_VALUE;
    in.require(index <= in.remaining() && columns * rows > 1, "The grid cannot be", GRID);
    try {
      return new BlockGrid(layout, (int) columns, (int) rows);
    } catch (IllegalArgumentException impossible) {
      throw in.corrupt("The grid cannot be: " + impossible.getMessage(), GRID);
    }
  }

  private Optional<ModelTag> model() {
    boolean named = many() ? (flags & Wire.FLAG_MODEL) != 0 : singleMode() == BlockMode.ARDM;
    return named ? Optional.of(ModelTag.of(in.bytes(ModelTag.BYTES, "model"))) : Optional.empty();
  }
}
