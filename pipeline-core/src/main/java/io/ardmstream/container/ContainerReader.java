package io.ardmstream.container;

import io.ardmstream.block.BlockMode;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.NewerFormatException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads containers without decoding them. */
public final class ContainerReader {
  private static final int LEAST = Wire.MARK.length + 1 + Wire.CHECKSUM_BYTES;

  private final byte[] bytes;
  private final ByteReader in;
  private final boolean whole;

  private ContainerReader(byte[] bytes) {
    this.bytes = bytes;
    this.in = new ByteReader(bytes, Math.max(0, bytes.length - Wire.CHECKSUM_BYTES));
    this.whole = footerHolds(bytes);
  }

  /**
   * The last four bytes of a container, the CRC-32C of all others: what the record after it in a
   * group knows it by.
   */
  public static int footer(byte[] container) {
    ByteReader footer = new ByteReader(container, container.length);
    footer.skip(container.length - Wire.CHECKSUM_BYTES);
    return footer.u32("footer");
  }

  /** The place in a group that a container names; empty if it names none or is damaged. */
  public static Optional<GroupPlace> groupPlace(byte[] container) {
    boolean grouped =
        recognises(container)
            && container.length >= LEAST
            && isGrouped(container[Wire.MARK.length] >> 4)
            && footerHolds(container);
    if (!grouped) {
      return Optional.empty();
    }
    ByteReader in = new ByteReader(container, container.length);
    in.skip(Wire.MARK.length + 1);
    try {
      return Optional.of(HeaderReader.group(in));
    } catch (CorruptDataException damaged) {
      return Optional.empty();
    }
  }

  /** Whether records of a version stand in groups. */
  static boolean isGrouped(int version) {
    return version >= Wire.FIRST_GROUPS && version <= Wire.SOUND_GROUPS;
  }

  /** Whether bytes begin like a container, whatever its version and state. */
  public static boolean recognises(byte[] bytes) {
    int length = Wire.MARK.length;
    return bytes.length >= length && Arrays.equals(bytes, 0, length, Wire.MARK, 0, length);
  }

  /**
   * Takes a container apart. If its blocks are damaged but its header is not, it is still returned,
   * not {@link Container#whole whole}; a container of one block has no header of its own and must
   * be whole.
   *
   * @param bytes the container; not copied
   * @param limits how many samples it may claim
   * @throws io.ardmstream.failure.CorruptDataException when it is damaged beyond that
   * @throws NewerFormatException when it is intact, but of a newer version
   * @throws io.ardmstream.failure.UnsupportedInputException when it claims more than the limits
   */
  public static Container open(byte[] bytes, Limits limits) {
    return new ContainerReader(bytes).read(limits);
  }

  private Container read(Limits limits) {
    in.require(recognises(bytes), "This is no container: its mark is missing", "byte 0");
    in.require(bytes.length >= LEAST, "The container ends inside its header", "version");
    in.skip(Wire.MARK.length);
    int packed = in.u8("version");
    int version = version(packed >> 4);
    HeaderReader headers = new HeaderReader(in, version, packed & 15, limits);
    in.require(whole || headers.many(), "The checksum does not hold", wholeRecord());
    Header header = header(headers);
    List<BlockEntry> entries = headers.many() ? index(header) : single(headers.singleMode());
    Container container = new Container(version, header, entries, whole, bytes);
    WorkBudget.of(container).check(bytes.length, limits.samplesPerContainerByte());
    return container;
  }

  /** What is damaged may claim anything: only an intact container is beyond limits. */
  private Header header(HeaderReader headers) {
    try {
      return headers.read();
    } catch (UnsupportedInputException beyondLimits) {
      in.require(whole, "The checksum does not hold", wholeRecord());
      throw beyondLimits;
    }
  }

  private int version(int version) {
    if (version > Wire.NEWEST && whole) {
      throw new NewerFormatException(
          "The container is of format version %d, this program reads up to version %d"
              .formatted(version, Wire.NEWEST),
          "byte " + Wire.MARK.length,
          "Decode it with a newer release.");
    }
    boolean known = version >= Wire.VERSION && version <= Wire.NEWEST;
    in.require(known, "There is no format version " + version, "version");
    return version;
  }

  private String wholeRecord() {
    return "container, bytes 0 to " + bytes.length;
  }

  private List<BlockEntry> single(BlockMode mode) {
    return List.of(new BlockEntry(mode, in.position(), in.remaining(), OptionalInt.empty()));
  }

  private List<BlockEntry> index(Header header) {
    int count = header.grid().count();
    BlockMode[] modes = new BlockMode[count];
    long[] lengths = new long[count];
    int[] checksums = new int[count];
    for (int i = 0; i < count; i++) {
      long packed = in.varint("index of blocks");
      modes[i] = BlockMode.of((int) packed & 3);
      lengths[i] = packed >>> 2;
      checksums[i] = in.u32("index of blocks");
      boolean modelled = modes[i] == BlockMode.ARDM;
      in.require(
          !modelled || header.model().isPresent(), "A block lacks a model", "index of blocks");
    }
    in.checksum("header");
    return entries(modes, lengths, checksums);
  }

  private List<BlockEntry> entries(BlockMode[] modes, long[] lengths, int[] checksums) {
    List<BlockEntry> entries = new ArrayList<>();
    long offset = in.position();
    for (int i = 0; i < lengths.length; i++) {
      in.require(
          offset + lengths[i] <= Integer.MAX_VALUE, "A block is too long", "index of blocks");
      var checksum = OptionalInt.of(checksums[i]);
      entries.add(new BlockEntry(modes[i], (int) offset, (int) lengths[i], checksum));
      offset += lengths[i];
    }
    boolean fits = offset == (long) in.position() + in.remaining();
    in.require(fits || !whole, "The blocks do not fill the container", "index of blocks");
    return entries;
  }

  private static boolean footerHolds(byte[] bytes) {
    int end = bytes.length - Wire.CHECKSUM_BYTES;
    if (end < 0) {
      return false;
    }
    ByteReader footer = new ByteReader(bytes, bytes.length);
    footer.skip(end);
    return footer.u32("footer") == ByteReader.checksum(bytes, end);
  }
}
