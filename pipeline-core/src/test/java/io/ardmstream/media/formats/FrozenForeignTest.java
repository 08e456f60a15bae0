package io.ardmstream.media.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Bytes;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.png.file.PngChunk;
import io.ardmstream.media.png.file.PngFile;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Foreign bytes that were once written are read for ever: what each restores is frozen here. A line
 * may be added, none may change.
 */
class FrozenForeignTest {

  @ParameterizedTest
  @CsvSource({
    "3, 2, 16, 39, 2578449451",
    "3, 1, 8, 39, 1217916453",
    "2, 8, 32, 39, 3885591609",
    "1, 6, 24, 39, 2859715402"
  })
  void wavTemplates(int frames, int channels, int bits, int count, long checksum) {
    SampleLayout layout = SampleLayout.audio(frames, channels, bits, bits > 8);
    assertThat(checksumOfTemplates(FileFormat.WAV, layout, count)).isEqualTo(checksum);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8, 3, 1329881026",
    "3, 8, 3, 2561289680",
    "3, 16, 3, 2759618818",
    "1, 10, 3, 1586685420"
  })
  void pnmTemplates(int channels, int bits, int count, long checksum) {
    SampleLayout layout = SampleLayout.image(3, 2, channels, bits);
    assertThat(checksumOfTemplates(FileFormat.PNM, layout, count)).isEqualTo(checksum);
  }

  @ParameterizedTest
  @CsvSource({"1, 16, 4109644526", "3, 16, 654753819", "4, 16, 2645537845"})
  void bmpTemplates(int channels, int count, long checksum) {
    SampleLayout layout = SampleLayout.image(3, 2, channels, 8);
    assertThat(checksumOfTemplates(FileFormat.BMP, layout, count)).isEqualTo(checksum);
  }

  @ParameterizedTest
  @CsvSource({
    "WAV, 2, 16, 002c012c0bc2a1d61228f8e400aa5a00, 167297813",
    "PNM, 1, 8, 001701170b30555056485448cecfcd4dcd2b810b0300, 2840577878",
    "BMP, 3, 8, 0036014073c2aaebdfffffff61ba40a4303704a38292c4cc1c00, 4092987130"
  })
  void compressedWrappings(FileFormat type, int channels, int bits, String hex, long checksum) {
    boolean audio = type.kind() == Modality.AUDIO;
    var layout = new SampleLayout(type.kind(), 3, audio ? 1 : 2, channels, bits, audio);
    CRC32 crc = new CRC32();
    crc.update(restore(type, layout, HexFormat.of().parseHex(hex)));
    assertThat(crc.getValue()).isEqualTo(checksum);
  }

  @Test
  void compressedChunks() {
    byte[] foreign = HexFormat.of().parseHex("04011963c2250100");
    PngFile file = PngFile.read(restore(FileFormat.PNG, SampleLayout.image(3, 2, 3, 8), foreign));
    assertThat(file.before()).extracting(PngChunk::type).containsExactly("gAMA", "pHYs");
    assertThat(file.before().get(0).data()).containsExactly(0, 0, 177, 143);
    assertThat(file.before().get(1).data()).containsExactly(0, 0, 11, 19, 0, 0, 11, 19, 1);
    assertThat(file.after()).isEmpty();
  }

  @Test
  void ordersOfPalettes() {
    SampleLayout layout = SampleLayout.image(7, 1, 4, 8);
    int[][] planes = {
      {9, 5, 9, 7, 5, 7, 1},
      {9, 6, 9, 7, 6, 7, 2},
      {9, 7, 9, 7, 7, 7, 3},
      {80, 255, 80, 20, 255, 20, 255}
    };
    CRC32 crc = new CRC32();
    for (int number = 0; number < 9; number++) {
      byte[] foreign = {10, (byte) (number << 2 | 1)};
      Media media = new Media(FileFormat.PNG, layout, planes, foreign, Fidelity.SAMPLES);
      PngFile file = PngFile.read(MediaFormats.restore(media));
      file.before().forEach(chunk -> crc.update(chunk.data()));
    }
    assertThat(crc.getValue()).isEqualTo(269953764L);
  }

  @Test
  void compressedChunksAroundColours() {
    byte[] foreign = HexFormat.of().parseHex("0e00030136632647130300");
    PngFile file = PngFile.read(restore(FileFormat.PNG, SampleLayout.image(2, 1, 3, 8), foreign));
    assertThat(file.before())
        .extracting(PngChunk::type)
        .containsExactly("sBIT", "pHYs", "tEXt", "PLTE");
    assertThat(file.before().get(2).data()).isEqualTo(Bytes.text("Software\0www.inkscape.org"));
    assertThat(file.before().get(3).data()).containsExactly(0, 0, 0, 1, 1, 1);
  }

  @Test
  void numbersInEncodedRecords() {
    assertThat(FileFormat.values())
        .extracting(FileFormat::code)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  /** Of all restored files one after the other. */
  private static long checksumOfTemplates(FileFormat type, SampleLayout layout, int count) {
    CRC32 crc = new CRC32();
    for (int number = 1; number <= count; number++) {
      crc.update(restore(type, layout, new byte[] {(byte) number}));
    }
    return crc.getValue();
  }

  private static byte[] restore(FileFormat type, SampleLayout layout, byte[] foreign) {
    int[][] planes = new int[layout.channels()][layout.planeSize()];
    for (int[] plane : planes) {
      Arrays.setAll(plane, i -> i);
    }
    return MediaFormats.restore(new Media(type, layout, planes, foreign, Fidelity.BYTES));
  }
}
