package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.block.ModelledBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A record survives a model that fails or that does not decode what it encoded. */
class UnreliableModelTest {
  private final byte[] picture = Inputs.photo(80, 80);

  @Test
  void aModelThatDoesNotReproduceABlockLosesThatBlock() {
    var encoded = encode(new Forgetful());

    assertThat(encoded.statistics().verification()).isEqualTo(Verification.REPAIRED);
    assertThat(encoded.statistics().modes())
        .containsEntry(BlockMode.ARDM, 3)
        .containsEntry(BlockMode.CLASSIC, 1);
    assertThat(encoded.statistics().fallbackReasons())
        .containsExactly("ARDM did not reproduce a block");
  }

  @Test
  void aModelThatFailsOnABlockKeepsTheOthers() {
    var encoded = encode(new Choking());

    assertThat(encoded.statistics().modes())
        .containsEntry(BlockMode.ARDM, 3)
        .containsEntry(BlockMode.CLASSIC, 1);
    assertThat(encoded.statistics().fallbackReasons().get(0)).contains("residual failed");
  }

  /** A payload too short for its samples would be refused when it is to be decoded. */
  @Test
  void aModelThatLeavesFewerBytesThanDecodersAskForIsNotUsed() {
    var encoded = encode(new Terse(), Inputs.photo(200, 200), new BlockSizes(200, 1000, 1 << 14));

    assertThat(encoded.statistics().modes())
        .containsEntry(BlockMode.ARDM, 0)
        .containsEntry(BlockMode.CLASSIC, 1);
    assertThat(encoded.statistics().fallbackReasons())
        .containsExactly("residual leaves too few bytes");
  }

  private static Encoding.Encoded encode(BlockModel model, byte[] picture, BlockSizes sizes) {
    Codec codec =
        Codec.builder()
            .models(ModelRegistry.of(model))
            .imageModel("residual")
            .blockSizes(sizes)
            .build();
    var encoded = codec.encode(List.of(Source.of(picture))).get(0).orThrow();
    var decoded = codec.decode(List.of(encoded.container())).get(0).orThrow();
    assertThat(decoded.bytes()).isEqualTo(picture);
    return encoded;
  }

  private Encoding.Encoded encode(BlockModel model) {
    return encode(model, picture, new BlockSizes(40, 1000, 1 << 14));
  }

  /** Whether this is the block in the upper left corner of {@link #picture}. */
  private static boolean isCorner(Block block) {
    return block.planes()[0][0] < 10;
  }

  private static final class Choking implements BlockModel {
    private final ResidualModel model = new ResidualModel();

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
      if (blocks.stream().anyMatch(UnreliableModelTest::isCorner)) {
        throw new IllegalStateException("out of its depth");
      }
      return model.encode(blocks);
    }

    @Override
    public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
      return model.decode(layouts, payloads);
    }

    @Override
    public void close() {
      model.close();
    }
  }

  private static final class Forgetful implements BlockModel {
    private final ResidualModel model = new ResidualModel();

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
      return model.encode(blocks);
    }

    @Override
    public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
      return model.decode(layouts, payloads).stream()
          .map(block -> isCorner(block) ? Block.blank(block.layout()) : block)
          .toList();
    }

    @Override
    public void close() {
      model.close();
    }
  }

  /** Knows the one picture that it is asked for by heart. */
  private static final class Terse implements BlockModel {
    private Block known;

    @Override
    public ModelId id() {
      return ResidualModel.ID;
    }

    @Override
    public boolean covers(BlockLayout layout) {
      return true;
    }

    @Override
    public List<ModelledBlock> encode(List<Block> blocks) {
      known = blocks.get(0);
      return List.of(new ModelledBlock(new byte[] {1}, 8, new double[] {8}));
    }

    @Override
    public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
      return List.of(known);
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}
