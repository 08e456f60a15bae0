package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.container.ContainerInfo;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of a stream whose model fails, or decodes something else, come back all the same. */
class UnreliableGroupsTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recordsThatDoNotComeBackInAGroupAreEncodedAlone(boolean fails) {
    byte[] first = Inputs.photo(40, 30);
    byte[] second = first.clone();
    second[second.length - 1] ^= 1;
    try (Codec codec = codec(true, fails)) {
      List<byte[]> containers = containers(codec, first, second);

      for (byte[] container : containers) {
        assertThat(Codec.inspect(container).group()).isEmpty();
      }
      assertThat(codec.decode(containers).get(0).orThrow().bytes()).isEqualTo(first);
      assertThat(codec.decode(containers).get(1).orThrow().bytes()).isEqualTo(second);
    }
  }

  /** Without verification such a model makes a group, which proves that it is tried above. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsNotVerifiedBecomesAGroup(boolean fails) {
    byte[] first = Inputs.photo(40, 30);
    try (Codec codec = codec(false, fails)) {
      List<ContainerInfo> infos =
          containers(codec, first, first.clone()).stream().map(Codec::inspect).toList();

      assertThat(infos.get(0).group().isPresent()).isNotEqualTo(fails);
    }
  }

  private static Codec codec(boolean verify, boolean fails) {
    return Codec.builder()
        .models(ModelRegistry.of(new OddModel(true, fails)))
        .imageModel(ResidualModel.ID.name())
        .verify(verify)
        .build();
  }

  private static List<byte[]> containers(Codec codec, byte[]... files) {
    List<Source> stream = Arrays.stream(files).map(Source::of).toList();
    return codec.encodeStreams(List.of(stream), 8).get(0).stream()
        .map(Encoding::orThrow)
        .map(Encoded::container)
        .toList();
  }
}
