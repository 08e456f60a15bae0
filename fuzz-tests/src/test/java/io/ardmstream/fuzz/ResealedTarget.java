package io.ardmstream.fuzz;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.ConstantSamples;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.block.classic.ClassicCoder;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.RawChecksum;
import io.ardmstream.codec.Source;
import io.ardmstream.container.BlockPayload;
import io.ardmstream.container.Container;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.container.ContainerWriter;
import io.ardmstream.container.Header;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.likelihood.registry.PublishedModels;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.media.formats.RankedPictures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Encoded records with models, whose checksums of blocks and of the record are those of what they
 * decode to: whatever the payloads hold has to be decoded, and to come back when it is encoded
 * again.
 */
final class ResealedTarget {

  /** Few samples, so that there is time for many inputs. */
  private static final Limits LIMITS = new Limits(1 << 20, 1 << 11);

  private static final ModelRegistry MODELS = new PublishedModels();
  static final Codec CODEC =
      Codec.builder()
          .models(MODELS)
          .imageModel("image-fast")
          .audioModel("audio-fast")
          .blockSizes(new BlockSizes(8, 64, 1 << 14))
          .limits(LIMITS)
          .verify(false)
          .build();

  private ResealedTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    byte[] sealed = ContainerTarget.sealed(input);
    Container container;
    try {
      container = ContainerReader.open(sealed, LIMITS);
    } catch (ArdmException refusal) {
      return;
    }
    resealed(container).ifPresent(ResealedTarget::check);
  }

  private static void check(byte[] container) {
    Decoding decoding = CODEC.decode(List.of(container)).get(0);
    byte[] file = decoding.orThrow().bytes();
    MediaOracle.require(CODEC.verify(container).holds(), "verify differs from decode");
    MediaOracle.require(
        Arrays.equals(CODEC.salvage(container).bytes(), file), "salvaged otherwise");
    roundTrip(new Source(file, MediaOptions.defaults().withOpaqueAllowed()));
  }

  /** What is encoded comes back, without the encoder having looked. */
  static void roundTrip(Source source) {
    byte[] again = CODEC.encode(List.of(source)).get(0).orThrow().container();
    byte[] back = CODEC.decode(List.of(again)).get(0).orThrow().bytes();
    MediaOracle.require(Arrays.equals(back, source.bytes()), "another file came back");
  }

  /** The container with the checksums of what is in it; empty if a block or a model is missing. */
  private static Optional<byte[]> resealed(Container container) {
    Header header = container.header();
    int[][] planes = blank(header.grid().layout());
    List<BlockPayload> payloads = new ArrayList<>();
    for (int i = 0; i < container.entries().size(); i++) {
      Optional<Block> block = container.holds(i) ? decoded(container, i) : Optional.empty();
      if (block.isEmpty()) {
        return Optional.empty();
      }
      int[][] samples = block.get().planes();
      int checksum = StoredSamples.checksum(samples, block.get().layout().bitDepth());
      payloads.add(
          new BlockPayload(container.entries().get(i).mode(), checksum, container.payload(i)));
      header.grid().paste(block.get(), planes, i);
    }
    return file(header, planes).map(file -> written(header, planes, file, payloads));
  }

  private static Optional<Block> decoded(Container container, int index) {
    BlockLayout layout = container.header().grid().layoutOf(index);
    byte[] payload = container.payload(index);
    return switch (container.entries().get(index).mode()) {
      case STORED -> refusable(() -> StoredSamples.unpack(layout, payload));
      case CONSTANT -> refusable(() -> ConstantSamples.unpack(layout, payload));
      case CLASSIC -> Optional.of(new ClassicCoder().decode(layout, payload));
      case ARDM -> modelled(container.header(), layout, payload);
    };
  }

  private static Optional<Block> modelled(Header header, BlockLayout layout, byte[] payload) {
    Optional<BlockModel> model =
        header.model().flatMap(tag -> MODELS.byDigest(tag.hex())).filter(m -> m.covers(layout));
    return model.map(m -> m.decode(List.of(layout), List.of(payload)).get(0));
  }

  private static Optional<byte[]> file(Header header, int[][] planes) {
    SampleLayout layout = header.grid().layout();
    Media media = new Media(header.type(), layout, planes, header.foreign(), header.fidelity());
    return refusable(
        () -> MediaFormats.restore(header.ranked() ? RankedPictures.values(media) : media));
  }

  private static byte[] written(
      Header header, int[][] planes, byte[] file, List<BlockPayload> payloads) {
    int depth = header.grid().layout().bitDepth();
    int checksum = RawChecksum.of(header.fidelity(), file, planes, depth);
    return ContainerWriter.write(
        new Header(
            header.type(),
            header.fidelity(),
            header.grid(),
            header.model(),
            checksum,
            header.foreign(),
            header.group(),
            header.ranked()),
        payloads);
  }

  private static int[][] blank(SampleLayout layout) {
    return new int[layout.channels()][layout.planeSize()];
  }

  private interface Refusable<T> {
    T get();
  }

  private static <T> Optional<T> refusable(Refusable<T> call) {
    try {
      return Optional.of(call.get());
    } catch (CorruptDataException refusal) {
      return Optional.empty();
    }
  }
}
