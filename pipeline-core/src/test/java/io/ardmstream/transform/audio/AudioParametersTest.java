package io.ardmstream.transform.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.transform.audio.predictor.PredictorSettings;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AudioParametersTest {

  @Test
  void anOrdinaryBlockNeedsOneByte() {
    AudioParameters parameters =
        new AudioParameters(
            2, 16, List.of(AudioParameters.ordinary(16), AudioParameters.ordinary(16)));

    assertThat(parameters.toBytes()).containsExactly(2);
    assertThat(read(parameters, 2).settings()).isEqualTo(PredictorSettings.byId(2));
  }

  @Property
  void progressionsComeBack(
      @ForAll int first,
      @ForAll @LongRange(min = 1, max = 1L << 32) long step,
      @ForAll @LongRange(min = 1, max = 1L << 32) long size) {
    ChannelCode code = new ChannelCode.Predicted(new Progression(first, step, size));

    assertThat(read(new AudioParameters(0, 32, List.of(code)), 1).channels()).containsExactly(code);
  }

  @Property
  void listsComeBack(
      @ForAll @Size(min = 1, max = 400) Set<@IntRange(min = -8388608, max = 8388607) Integer> set) {
    int[] values = new TreeSet<>(set).stream().mapToInt(Integer::intValue).toArray();
    ChannelCode code = new ChannelCode.Predicted(new ListedValues(values));

    ChannelCode.Predicted read =
        (ChannelCode.Predicted)
            read(new AudioParameters(0, 24, List.of(code)), 1).channels().get(0);

    assertThat(((ListedValues) read.values()).values()).containsExactly(values);
  }

  @Test
  void copiesComeBackInAnyMixture() {
    List<ChannelCode> codes =
        List.of(
            AudioParameters.ordinary(16),
            new ChannelCode.Copied(true),
            new ChannelCode.Copied(false),
            AudioParameters.ordinary(16));

    assertThat(read(new AudioParameters(0, 16, codes), 4).channels()).isEqualTo(codes);
  }

  @Test
  void knownChannelsAreLeftOutWhenTheBlockSaysSo() {
    List<ChannelCode> codes =
        List.of(
            new ChannelCode.Predicted(new Progression(-7, 1, 1)),
            AudioParameters.ordinary(16),
            new ChannelCode.Copied(true));
    AudioParameters all = new AudioParameters(0, 16, codes);

    assertThat(read(all, 3).codedChannels().indices()).containsExactly(0, 1, 2);
    assertThat(read(all.leavingOut(), 3).codedChannels().indices()).containsExactly(1);
  }

  @Test
  void channelsMayBeDifferences() {
    AudioParameters parameters =
        new AudioParameters(
                1, 24, List.of(AudioParameters.ordinary(24), AudioParameters.ordinary(24)))
            .ofDifferences();
    int[][] samples = {{5, -(1 << 23), 7}, {6, (1 << 23) - 1, 7}};

    assertThat(parameters.toBytes()).containsExactly(0x21);
    assertThat(read(parameters, 2).coded(samples)[1]).containsExactly(1, -1, 0);
    assertThat(read(parameters, 2).samples(parameters.coded(samples))).isDeepEqualTo(samples);
  }

  @Test
  void aBlockOfConstantsKeepsAChannel() {
    ChannelCode constant = new ChannelCode.Predicted(new Progression(-7, 1, 1));
    AudioParameters parameters = new AudioParameters(0, 16, List.of(constant, constant));

    assertThat(read(parameters.leavingOut(), 2).codedChannels().indices()).containsExactly(0);
  }

  @Test
  void leftOutChannelsComeBackAsZeros() {
    CodedChannels coded = new CodedChannels(new int[] {1, 3}, 4);
    int[][] planes = {{0, 0}, {1, 2}, {0, 0}, {3, 4}};

    assertThat(coded.complete(coded.select(planes))).isDeepEqualTo(planes);
  }

  @Test
  void whatFollowsTheParametersIsLeftInTheBuffer() {
    byte[] bytes =
        new AudioParameters(0, 16, List.of(new ChannelCode.Predicted(new Progression(3, 2, 9))))
            .toBytes();
    ByteBuffer buffer = ByteBuffer.allocate(bytes.length + 3).put(bytes).put(new byte[3]).flip();

    AudioParameters.read(buffer, 1, 16);

    assertThat(buffer.remaining()).isEqualTo(3);
  }

  private static AudioParameters read(AudioParameters parameters, int channels) {
    ByteBuffer bytes = ByteBuffer.wrap(parameters.toBytes());
    AudioParameters read = AudioParameters.read(bytes, channels, parameters.bitDepth());
    assertThat(bytes.hasRemaining()).isFalse();
    return read;
  }
}
