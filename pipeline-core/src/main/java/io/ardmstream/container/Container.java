package io.ardmstream.container;

import io.ardmstream.block.LeaningRules;
import io.ardmstream.media.SampleLayout;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A container taken apart, with its payloads still coded.
 *
 * @param version of the format it is written in
 * @param header what it says about itself
 * @param entries where its blocks lie, in the order of the grid
 * @param whole whether the checksum over all of it holds; if not, some block is damaged or missing,
 *     or the bytes after the last one
 * @param bytes the container; not copied
 */
public record Container(
    int version, Header header, List<BlockEntry> entries, boolean whole, byte[] bytes) {

  /** What it tells without being decoded. */
  public ContainerInfo info() {
    SampleLayout layout = header.grid().layout();
    return new ContainerInfo(
        version,
        header.type(),
        layout,
        header.fidelity(),
        header.model(),
        layout.rawBytes(),
        header.rawChecksum(),
        header.foreign().length,
        bytes.length,
        header.grid().columns(),
        header.grid().rows(),
        entries,
        whole,
        header.group());
  }

  /** How a record of a group leans on those before it. */
  public LeaningRules rules() {
    return switch (version) {
      case Wire.FIRST_GROUPS -> LeaningRules.FIRST;
      case Wire.SECOND_GROUPS -> LeaningRules.SECOND;
      default -> LeaningRules.THIRD;
    };
  }

  /** Whether it is a JPEG file that leans on those before it, whose sizes may be others. */
  public boolean isJpegInGroup() {
    return version == Wire.JPEG_GROUPS;
  }

  /** Whether it is sound that goes on from that before it, whose lengths may be others. */
  public boolean isSoundInGroup() {
    return version == Wire.SOUND_GROUPS;
  }

  /** Whether all of a block's payload is there, be it damaged or not. */
  public boolean holds(int index) {
    return entries.get(index).end() <= bytes.length;
  }

  /** The payload of a block that is there. */
  public byte[] payload(int index) {
    BlockEntry entry = entries.get(index);
    return Arrays.copyOfRange(bytes, entry.offset(), entry.end());
  }

  /** Whether the payload of a block that is there begins with a byte. */
  boolean startsWith(int index, int value) {
    BlockEntry entry = entries.get(index);
    return entry.offset() < entry.end() && bytes[entry.offset()] == value;
  }

  /** What the samples of a block must sum up to, if the block has a checksum of its own. */
  public OptionalInt checksum(int index) {
    return entries.get(index).checksum();
  }

  /** Names a block and its place for messages. */
  public String place(int index) {
    BlockEntry entry = entries.get(index);
    int column = index % header.grid().columns();
    int row = index / header.grid().columns();
    return "block %d of %d (column %d, row %d), bytes %d to %d"
        .formatted(index + 1, entries.size(), column, row, entry.offset(), entry.end());
  }
}
