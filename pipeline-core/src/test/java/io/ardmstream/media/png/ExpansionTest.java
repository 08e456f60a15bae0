package io.ardmstream.media.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.Dictionary;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.PackedBytes;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.media.png.file.PngChunk;
import io.ardmstream.media.png.file.PngFile;
import io.ardmstream.media.png.file.PngHeader;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** What is small when packed and huge when unpacked is recognised before it is unpacked. */
class ExpansionTest {
  private static final int SIDE = 16_384;

  @Test
  void aFileOfFarMoreSamplesThanBytesIsKeptAsItIs() throws Exception {
    byte[] bomb = blankPng(SIDE);
    assertThat(bomb.length).isLessThan(100_000);

    Media kept = MediaFormats.parse(bomb, MediaOptions.defaults());

    assertThat(kept.type()).isEqualTo(FileFormat.OPAQUE);
    assertThat(kept.reason()).contains("268435456 samples", "256 for each byte");
    assertThat(MediaFormats.restore(kept)).isEqualTo(bomb);
    assertThat(MediaFormats.claimedSamples(bomb)).isEqualTo((long) SIDE * SIDE);
  }

  @Test
  void aBlankPageIsTakenApart() throws Exception {
    byte[] page = blankPng(1000);
    assertThat(page.length).isLessThan(1000);
    assertThat(MediaFormats.parse(page, MediaOptions.defaults()).type()).isEqualTo(FileFormat.PNG);
  }

  @Test
  void whoTrustsTheInputMayRaiseTheLimit() throws Exception {
    byte[] large = blankPng(5000);
    Limits raised = Limits.defaults().withSamplesPerFileByte(1 << 20);
    MediaOptions trusting = MediaOptions.defaults().withLimits(raised);
    assertThat(MediaFormats.parse(large, MediaOptions.defaults()).type())
        .isEqualTo(FileFormat.OPAQUE);
    assertThat(MediaFormats.parse(large, trusting).type()).isEqualTo(FileFormat.PNG);
  }

  @Test
  void claimsAreReadFromAnythingThatLooksLikeAPng() throws Exception {
    byte[] png = blankPng(1000);
    for (int length = 0; length < png.length; length++) {
      assertThat(MediaFormats.claimedSamples(Arrays.copyOf(png, length)))
          .isEqualTo(length < 29 ? length : 1_000_000);
    }
  }

  /** As many bits as a DEFLATE stream can never give; only the check of the claim notices. */
  @Test
  void foreignBytesMayNotClaimMoreThanDeflateCanGive() {
    assertClaimRefused(1032 * 3 + 1, new byte[3], "claim more than they can hold");
    assertClaimRefused(1 << 30, new byte[3], "claim more than they can hold");
    assertClaimRefused((1 << 28) + 1, new byte[1 << 19], "claim more than they can hold");
    assertClaimRefused(1032 * 3, new byte[3], "are shorter than they say");
  }

  @Test
  void foreignBytesMayNotClaimMoreThanIsEverMixed() {
    byte[] packed = new ByteSink().u8(2).varint((1 << 16) + 1).bytes(new byte[3]).toBytes();
    assertThatThrownBy(
            () -> PackedBytes.read(new ForeignSource(packed), new Dictionary(new byte[0])))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("claim more than is ever mixed");
  }

  private static void assertClaimRefused(int length, byte[] deflated, String complaint) {
    byte[] packed = new ByteSink().u8(1).varint(length).bytes(deflated).toBytes();
    assertThatThrownBy(
            () -> PackedBytes.read(new ForeignSource(packed), new Dictionary(new byte[0])))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void foreignBytesMayNotClaimMoreChunksThanTheyHold() {
    byte[] many = new ByteSink().varint(3).bytes(new byte[14]).toBytes();
    assertThatThrownBy(() -> PngChunk.unpack(new ForeignSource(many)))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("claim more chunks than they hold");
    byte[] most = new ByteSink().varint(PngChunk.MOST + 1).bytes(new byte[6 << 20]).toBytes();
    assertThatThrownBy(() -> PngChunk.unpack(new ForeignSource(most)))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("claim more chunks than there may be");
  }

  @Test
  void aPngOfTooManyChunksIsRefused() {
    ByteSink file = new ByteSink().ascii(PngFile.SIGNATURE);
    PngHeader header = new PngHeader(1, 1, 8, PngHeader.Colour.GREY, false);
    header.chunk().write(file);
    ByteSink chunk = new ByteSink();
    new PngChunk("teSt", new byte[0]).write(chunk);
    byte[] empty = chunk.toBytes();
    for (int i = 0; i <= PngChunk.MOST; i++) {
      file.bytes(empty);
    }
    assertThatThrownBy(() -> PngFile.read(file.toBytes()))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("too many chunks");
  }

  private static byte[] blankPng(int side) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed, new Deflater(9))) {
      byte[] line = new byte[1 + (side + 7) / 8];
      for (int y = 0; y < side; y++) {
        deflater.write(line);
      }
    }
    ByteSink file = new ByteSink().ascii(PngFile.SIGNATURE);
    new PngHeader(side, side, 1, PngHeader.Colour.GREY, false).chunk().write(file);
    new PngChunk("IDAT", packed.toByteArray()).write(file);
    new PngChunk("IEND", new byte[0]).write(file);
    return file.toBytes();
  }
}
