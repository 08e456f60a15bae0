package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.block.ModelledBlock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Closing a native model under a thread that evaluates it would end the process. */
class CodecCloseTest {

  @Test
  void closingWaitsForThoseAtWorkAndRefusesLaterCalls() throws Exception {
    Paused model = new Paused();
    Codec codec =
        Codec.builder().models(ModelRegistry.of(model)).imageModel(ResidualModel.ID.name()).build();
    Thread caller = new Thread(() -> codec.encode(List.of(Source.of(Inputs.photo(9, 9)))));
    Thread closer = new Thread(codec::close);
    caller.start();
    model.atWork.await();
    closer.start();
    closer.join(100);
    assertThat(model.closed).isZero();

    model.mayFinish.countDown();
    caller.join();
    closer.join();
    assertThat(model.closed).isOne();

    assertThatThrownBy(() -> codec.decode(List.of(new byte[9])))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the codec is closed");
    codec.close();
    assertThat(model.closed).isOne();
  }

  private static final class Paused implements BlockModel {
    private final ResidualModel model = new ResidualModel();
    private final CountDownLatch atWork = new CountDownLatch(1);
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private volatile int closed;

    @Override
    public ModelId id() {
      return model.id();
    }

    @Override
    public boolean covers(BlockLayout layout) {
      return model.covers(layout);
    }

    @Override
    public List<ModelledBlock> encode(List<Block> blocks) {
      atWork.countDown();
      try {
        mayFinish.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return model.encode(blocks);
    }

    @Override
    public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
      return model.decode(layouts, payloads);
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
