package io.ardmstream.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class VarintTest {

  @Property
  void comesBack(@ForAll @LongRange(min = 0) long value) {
    assertThat(Varint.read(new ByteArrayInputStream(written(value))::read, 63)).isEqualTo(value);
  }

  @Test
  void hasTheLeastSignificantBitsFirst() {
    assertThat(written(0)).containsExactly(0);
    assertThat(written(127)).containsExactly(127);
    assertThat(written(300)).containsExactly(0xAC, 2);
  }

  @Test
  void theFirstNumberOfTwoBytesComesBack() {
    byte[] written = written(128);

    assertThat(written).containsExactly(0x80, 1);
    assertThat(Varint.read(new ByteArrayInputStream(written)::read, 63)).isEqualTo(128);
  }

  @Test
  void aFullByteIsNotFilledUp() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BitSink sink = new BitSink(out);
    sink.bits(0xAB, 8);
    sink.finish();
    assertThat(out.toByteArray()).containsExactly(0xAB);

    sink.bits(1, 1);
    sink.finish();
    assertThat(out.toByteArray()).containsExactly(0xAB, 0x80);
  }

  @Test
  void withoutAnEndItIsTheComplementOfWhatWasRead() {
    byte[] endless = {-1, -1, -1, -1, -1, -1};

    assertThat(Varint.read(new ByteArrayInputStream(endless)::read, 35))
        .isEqualTo(~((1L << 35) - 1));
  }

  private static byte[] written(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Varint.write(value, out);
    return out.toByteArray();
  }

  @Test
  void bitsAndRunsOfOnesComeBackInTheirOrder() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BitSink sink = new BitSink(out);
    sink.bits(5, 3);
    sink.unary(4, true);
    sink.unary(2, false);
    sink.bits(-1, 32);
    sink.finish();

    BitSource source = new BitSource(new ByteArrayInputStream(out.toByteArray())::read);

    assertThat(List.of(source.bits(3), source.unary(9), source.unary(2), source.bits(32)))
        .containsExactly(5, 4, 2, -1);
    assertThat(out.toByteArray()).hasSize(6);
  }
}
