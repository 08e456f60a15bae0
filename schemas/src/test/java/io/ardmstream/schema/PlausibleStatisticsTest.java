package io.ardmstream.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlausibleStatisticsTest {
  private static final AvroMessage<RateStatistics> MESSAGES = AvroMessage.of(RateStatistics.class);
  private final MessageReader<RateStatistics> reader =
      new PlausibleStatistics(WireFormat.singleObject().reader(RateStatistics.class));

  @Test
  void ordinaryNumbersAreRead() throws Exception {
    RateStatistics one =
        RateStatistics.newBuilder()
            .setRawBytes(1L << 40)
            .setEncodedBytes(0)
            .setIdealBits(1e12)
            .setStageBits(List.of(0.0, 3.5))
            .build();
    assertThat(reader.fromBytes(MESSAGES.toBytes(one))).isEqualTo(one);
    RateStatistics nothing = RateStatistics.newBuilder().build();
    assertThat(reader.fromBytes(MESSAGES.toBytes(nothing))).isEqualTo(nothing);
  }

  @Test
  void whatCannotBeAddedUpIsRefused() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e16}) {
      assertRefused("idealBits", one -> one.setIdealBits(bad));
      assertRefused("modelledBits", one -> one.setModelledBits(bad));
      assertRefused("encodeMillis", one -> one.setEncodeMillis(bad));
      assertRefused("bitsPerDimension", one -> one.setBitsPerDimension(bad));
      assertRefused("stageBits", one -> one.setStageBits(List.of(1.0, bad)));
    }
    assertRefused("stageBits", one -> one.setStageBits(Collections.nCopies(1001, 1.0)));
    assertRefused("samples", one -> one.setSamples(-1));
    assertRefused("rawBytes", one -> one.setRawBytes(Long.MAX_VALUE));
    assertRefused("encodedBytes", one -> one.setEncodedBytes(Long.MIN_VALUE));
    assertRefused("sampleBytes", one -> one.setSampleBytes(-7));
    assertRefused("leaningSavedBytes", one -> one.setLeaningSavedBytes(-1));
    assertRefused("width", one -> one.setWidth(-7));
    assertRefused("height", one -> one.setHeight(-7));
    assertRefused("channels", one -> one.setChannels(-7));
    assertRefused("bitDepth", one -> one.setBitDepth(-7));
    assertRefused("batchSize", one -> one.setBatchSize(-7));
    assertRefused("blocks", one -> one.setBlocks(new BlockCounts(0L, 0L, 0L, -1L)));
  }

  private void assertRefused(String field, Consumer<RateStatistics.Builder> change) {
    RateStatistics.Builder one = RateStatistics.newBuilder();
    change.accept(one);
    byte[] value = MESSAGES.toBytes(one.build());
    assertThatThrownBy(() -> reader.fromBytes(value))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining(field);
  }
}
