package io.ardmstream.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bytes beside the samples come back, and take little room. */
class PackedBytesTest {
  private static final Dictionary XMP =
      new Dictionary(text("iTXtXML:com.adobe.xmp http://ns.adobe.com/xap/1.0/"));

  @Property(tries = 200)
  void anyBytesComeBack(@ForAll @Size(max = 300) byte[] bytes, @ForAll byte[] dictionary) {
    assertComesBack(bytes, new Dictionary(dictionary));
  }

  @Property(tries = 50)
  void repetitiveBytesComeBack(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int alphabet) {
    Random random = new Random(seed);
    byte[] bytes = new byte[1 + random.nextInt(3000)];
    for (int i = 0; i < bytes.length; i++) {
      boolean again = i > 40 && random.nextInt(20) > 0;
      bytes[i] = again ? bytes[i - 40] : (byte) random.nextInt(alphabet);
    }
    assertComesBack(bytes, XMP);
  }

  @Test
  void aTableOfAddressesCostsLessThanABitAByte() {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      ByteBuffer table = ByteBuffer.allocate(400).order(order);
      for (int i = 0; i < 100; i++) {
        table.putInt(70_002 + i * 1536);
      }
      assertThat(assertComesBack(table.array(), XMP)).as("%s", order).isLessThan(40);
    }
  }

  @Test
  void aLongFillCostsNextToNothing() {
    byte[] fill = new byte[60_000];
    assertThat(assertComesBack(fill, XMP)).isLessThan(16);
  }

  @Test
  void whatStandsInTheDictionaryCostsLess() {
    byte[] text = text("XML:com.adobe.xmp http://ns.adobe.com/xap/1.0/ and more");
    int known = assertComesBack(text, XMP);
    assertThat(known).isLessThan(assertComesBack(text, new Dictionary(new byte[0])) / 2);
  }

  @Test
  void noiseCostsItsLengthAndAByteOfForm() {
    byte[] noise = Bytes.noise(2000, 3);
    assertThat(assertComesBack(noise, XMP)).isLessThanOrEqualTo(2003);
  }

  /** A published format: these bytes stand for that text for ever. */
  @Test
  void mixedBytesAreDecodedAsTheyWereWritten() {
    String packed = "0282015e1269aea94c449c427ba7d6223c51c68978f8a201d64fcc72";
    byte[] bytes = PackedBytes.read(new ForeignSource(HexFormat.of().parseHex(packed)), XMP);
    assertThat(new String(bytes, StandardCharsets.US_ASCII)).isEqualTo(golden());
  }

  private static String golden() {
    return "http://ns.adobe.com/tiff/1.0/ 0000 0010 0020 0030 0040 0050 0060 ".repeat(2);
  }

  private static int assertComesBack(byte[] bytes, Dictionary dictionary) {
    ByteSink sink = new ByteSink();
    PackedBytes.write(sink, bytes, dictionary);
    byte[] packed = sink.toBytes();
    assertThat(PackedBytes.read(new ForeignSource(packed), dictionary)).isEqualTo(bytes);
    return packed.length;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
