package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;
import io.ardmstream.codec.decode.GroupMemory;
import io.ardmstream.container.GroupPlace;
import java.util.List;
import java.util.Optional;

/**
 * Decodes the records of streams as they come, call by call. Records of groups may lean on records
 * of earlier calls: these are kept, the newest of them up to a bound, so that reading a stream in
 * its order decodes each record once. One thread at a time may call.
 */
@PublicApi
public final class StreamDecoder {
  private final Codec codec;
  private final GroupMemory memory;

  StreamDecoder(Codec codec, GroupMemory memory) {
    this.codec = codec;
    this.memory = memory;
  }

  /**
   * Decodes containers together, in any order.
   *
   * @return one outcome a container, in the same order
   */
  public List<Decoding> decode(List<byte[]> containers) {
    return codec.whileOpen(() -> memory.decode(containers));
  }

  /**
   * What is missing before a record can be decoded.
   *
   * @return the place of the first of the records that it leans on, or of itself, whose predecessor
   *     is not at hand; empty if nothing is missing
   */
  public Optional<GroupPlace> gap(byte[] container) {
    return memory.gap(container);
  }

  /**
   * Decodes a container and tells where its bits went.
   *
   * @throws io.ardmstream.failure.ArdmException when it cannot be decoded as a whole, or leans on
   *     what is not at hand
   */
  public BitCostMap survey(byte[] container) {
    return codec.whileOpen(() -> memory.survey(container));
  }

  /** Takes in a record that others lean on, without decoding it. */
  public void remember(byte[] container) {
    memory.remember(container);
  }
}
