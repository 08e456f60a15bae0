package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the heap is too small for costs no neighbour its result. */
class HeapGuardTest {
  private final List<byte[]> files =
      List.of(Inputs.photo(20, 20), Inputs.photo(Greedy.WIDTH, 20), Inputs.photo(30, 20));

  private static Codec codec(boolean encoding, boolean decoding) {
    return Codec.builder()
        .models(ModelRegistry.of(new Greedy(encoding, decoding)))
        .imageModel(ResidualModel.ID.name())
        .verify(false)
        .build();
  }

  @Test
  void aRecordTooLargeToEncodeFailsAlone() {
    List<Encoding> encodings = codec(true, false).encode(files.stream().map(Source::of).toList());

    assertThat(encodings.get(0)).isInstanceOf(Encoding.Encoded.class);
    assertThat(encodings.get(2)).isInstanceOf(Encoding.Encoded.class);
    assertRefused(((Encoding.Failed) encodings.get(1)).failure());
  }

  @Test
  void aRecordTooLargeToDecodeFailsAlone() {
    List<byte[]> containers = new ArrayList<>();
    for (Encoding encoding : codec(false, false).encode(files.stream().map(Source::of).toList())) {
      containers.add(encoding.orThrow().container());
    }
    Codec greedy = codec(false, true);

    List<Decoding> decodings = greedy.decode(containers);

    assertThat(decodings.get(0).orThrow().bytes()).isEqualTo(files.get(0));
    assertThat(decodings.get(2).orThrow().bytes()).isEqualTo(files.get(2));
    assertRefused(((Decoding.Failed) decodings.get(1)).failure());
    assertThat(greedy.verify(containers.get(1)).holds()).isFalse();
    assertThatThrownBy(() -> greedy.salvage(containers.get(1)))
        .isInstanceOf(UnsupportedInputException.class);
    assertThatThrownBy(() -> greedy.survey(containers.get(1)))
        .isInstanceOf(UnsupportedInputException.class);
  }

  private static void assertRefused(ArdmException failure) {
    assertThat(failure)
        .isInstanceOf(UnsupportedInputException.class)
        .hasCauseInstanceOf(OutOfMemoryError.class)
        .hasMessageContaining("does not fit into the heap of");
  }

  @Test
  void workersHandOnThatTheMemoryIsOut() throws Exception {
    try (Workers<AutoCloseable> workers = Workers.open(2, () -> () -> {}, () -> {})) {
      assertThatThrownBy(
              () -> workers.map(List.of(1), i -> 1, (worker, share) -> List.of(allOfIt())))
          .isInstanceOf(OutOfMemoryError.class);
    }
  }

  private static long[] allOfIt() {
    return new long[Integer.MAX_VALUE];
  }

  /** Takes all memory for blocks of one width. */
  private static final class Greedy implements BlockModel {
    static final int WIDTH = 25;
    private final ResidualModel model = new ResidualModel();
    private final boolean encoding;
    private final boolean decoding;

    Greedy(boolean encoding, boolean decoding) {
      this.encoding = encoding;
      this.decoding = decoding;
    }

    @Override
    public ModelId id() {
      return model.id();
    }

    @Override
    public boolean covers(BlockLayout layout) {
      return true;
    }

    @Override
    public List<ModelledBlock> encode(List<Block> blocks) {
      if (encoding && blocks.stream().anyMatch(block -> block.layout().width() == WIDTH)) {
        allOfIt();
      }
      return model.encode(blocks);
    }

    @Override
    public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
      if (decoding && layouts.stream().anyMatch(layout -> layout.width() == WIDTH)) {
        allOfIt();
      }
      return model.decode(layouts, payloads);
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}
