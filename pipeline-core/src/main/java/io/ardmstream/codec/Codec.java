package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.decode.BitCostSurvey;
import io.ardmstream.codec.decode.BlockDecoder;
import io.ardmstream.codec.decode.Decoder;
import io.ardmstream.codec.decode.GroupMemory;
import io.ardmstream.codec.decode.Verifier;
import io.ardmstream.codec.encode.ChosenModels;
import io.ardmstream.codec.encode.Encoder;
import io.ardmstream.codec.encode.GroupEncoder;
import io.ardmstream.container.Container;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.failure.UnknownModelException;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Modality;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Files to containers and back.
 *
 * <p>Encoding takes a file apart, cuts its samples into blocks, and keeps for each block the
 * smallest of what the likelihood model, the classic coder and plain storage make of it. No record
 * is made larger than its input by more than 64 bytes and 0.1 %: where nothing else helps its bytes
 * are kept as they are. Records of one call share the calls of the models; each has a result of its
 * own, whatever becomes of the others.
 *
 * <p>Any number of threads may call at once. A codec owns its models and closes them when it is
 * closed, which waits for those that are at work; later calls are refused with an {@link
 * IllegalStateException}.
 */
@PublicApi
public final class Codec implements AutoCloseable {
  /** Containers that a decoder of streams keeps. */
  private static final long MEMORY_BYTES =
      Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);

  private final ModelRegistry models;
  private final Encoder encoder;
  private final GroupEncoder groupEncoder;
  private final Decoder decoder;
  private final BitCostSurvey surveyor;
  private final Supplier<GroupMemory> memories;
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private boolean closed;

  private Codec(Builder builder) {
    models = builder.models;
    BlockDecoder blocks = new BlockDecoder(models);
    decoder = new Decoder(blocks, builder.limits);
    surveyor = new BitCostSurvey(blocks, builder.limits);
    memories = () -> new GroupMemory(blocks, builder.limits, MEMORY_BYTES);
    Optional<BlockDecoder> verifying = builder.verify ? Optional.of(blocks) : Optional.empty();
    encoder = new Encoder(builder.chosenModels(), builder.sizes, verifying);
    groupEncoder =
        encoder.ofGroups(
            builder.verify ? Optional.of(new Decoder(blocks, Limits.none())) : Optional.empty());
  }

  /** A builder without models, with the default limits and block sizes, and with verification. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Encodes records together.
   *
   * @return one outcome a source, in the same order
   */
  public List<Encoding> encode(List<Source> sources) {
    return whileOpen(() -> encoder.encode(sources));
  }

  /**
   * Encodes streams together. Records of a stream that profit from those before them become groups,
   * coded in order; others are encoded alone. A record of a group can be decoded together with all
   * before it in its group only.
   *
   * @param streams each in its order; what belongs together is alike: frames of one camera
   * @param most records a group; with 1 every record is encoded alone
   * @return one outcome a record, as they were given
   */
  public List<List<Encoding>> encodeStreams(List<List<Source>> streams, int most) {
    return whileOpen(() -> groupEncoder.encode(streams, most));
  }

  /**
   * Decodes containers together. A record of a group needs the records before it in the group: they
   * must be among the containers, and before it.
   *
   * @return one outcome a container, in the same order
   */
  public List<Decoding> decode(List<byte[]> containers) {
    return whileOpen(() -> decoder.decode(containers));
  }

  /** A decoder that remembers the records of groups from one call to the next. */
  public StreamDecoder streamDecoder() {
    return new StreamDecoder(this, memories.get());
  }

  /**
   * Saves what can be saved of a container whose blocks are damaged or missing, or need a model
   * that is not here.
   *
   * @throws io.ardmstream.failure.ArdmException when nothing can be, because the header is damaged,
   *     too new or beyond the limits
   */
  public PartialDecode salvage(byte[] container) {
    return whileOpen(() -> decoder.salvage(container));
  }

  /**
   * Decodes a container and tells where its bits went.
   *
   * @throws io.ardmstream.failure.ArdmException when it cannot be decoded as a whole
   */
  public BitCostMap survey(byte[] container) {
    return whileOpen(() -> surveyor.survey(container));
  }

  /** Decodes a container and tells whether every checksum holds. */
  public Verdict verify(byte[] container) {
    return whileOpen(() -> new Verifier(decoder).verify(container));
  }

  /** Decodes a container and tells whether it is the original, as far as its fidelity promises. */
  public Verdict verify(byte[] container, byte[] original) {
    return whileOpen(() -> new Verifier(decoder).verify(container, original));
  }

  /**
   * What a container tells without being decoded.
   *
   * @throws io.ardmstream.failure.CorruptDataException when it is damaged, unless only blocks are;
   *     see {@link ContainerInfo#whole}
   * @throws io.ardmstream.failure.NewerFormatException when it is of a newer format
   */
  public static ContainerInfo inspect(byte[] container) {
    Container opened = ContainerReader.open(container, Limits.none());
    return opened.info();
  }

  /** Freeing a native model under a thread that evaluates it would end the process. */
  <R> R whileOpen(Supplier<R> call) {
    inUse.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the codec is closed");
      }
      return call.get();
    } finally {
      inUse.readLock().unlock();
    }
  }

  @Override
  public void close() {
    inUse.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        models.close();
      }
    } finally {
      inUse.writeLock().unlock();
    }
  }

  /** Collects what a codec is made of. */
  public static final class Builder {
    private ModelRegistry models = ModelRegistry.of();
    private Optional<String> imageModel = Optional.empty();
    private Optional<String> audioModel = Optional.empty();
    private Limits limits = Limits.defaults();
    private BlockSizes sizes = BlockSizes.defaults();
    private boolean verify = true;
    private OptionalInt steps = OptionalInt.empty();

    private Builder() {}

    /** Models to decode with and to choose from; the codec closes them. */
    public Builder models(ModelRegistry registry) {
      models = Objects.requireNonNull(registry, "registry");
      return this;
    }

    /**
     * Name of the model that images are encoded with; none by default. Those of at most 64 by 64
     * pixels, or as many in another shape, are encoded with the model called {@code NAME-tiny} if
     * there is one. {@link TypicalBlock#TURBO} stands for the coder that takes least time.
     */
    public Builder imageModel(String name) {
      imageModel = Optional.of(name);
      return this;
    }

    /**
     * Name of the model that audio is encoded with; none by default. {@link TypicalBlock#TURBO}
     * stands for the coder that takes least time.
     */
    public Builder audioModel(String name) {
      audioModel = Optional.of(name);
      return this;
    }

    /**
     * In about how many steps models encode that leave it to the encoder, which are those for any
     * order: more make less of bytes and take more time.
     *
     * @param count at least 1
     */
    public Builder steps(int count) {
      if (count < 1) {
        throw new IllegalArgumentException(count + " steps");
      }
      steps = OptionalInt.of(count);
      return this;
    }

    /** Whether every record is decoded again right after it was encoded; true by default. */
    public Builder verify(boolean wanted) {
      verify = wanted;
      return this;
    }

    /** What a container to be decoded may claim; {@link Source#options} has those for encoding. */
    public Builder limits(Limits decoding) {
      limits = Objects.requireNonNull(decoding, "decoding");
      return this;
    }

    /** The largest blocks that records are cut into. */
    public Builder blockSizes(BlockSizes largest) {
      sizes = Objects.requireNonNull(largest, "largest");
      return this;
    }

    /**
     * The codec.
     *
     * @throws UnknownModelException when a model to encode with is not at hand
     */
    public Codec build() {
      return new Codec(this);
    }

    private ChosenModels chosenModels() {
      Set<Modality> turbo = EnumSet.noneOf(Modality.class);
      imageModel.filter(TypicalBlock.TURBO::equals).ifPresent(name -> turbo.add(Modality.IMAGE));
      audioModel.filter(TypicalBlock.TURBO::equals).ifPresent(name -> turbo.add(Modality.AUDIO));
      return new ChosenModels(
          models, opened(imageModel), opened(audioModel), Set.copyOf(turbo), steps);
    }

    private Optional<BlockModel> opened(Optional<String> name) {
      return name.filter(chosen -> !chosen.equals(TypicalBlock.TURBO)).map(this::named);
    }

    private BlockModel named(String name) {
      return models.byName(name).orElseThrow(() -> unknown(name));
    }

    private UnknownModelException unknown(String name) {
      List<String> names = models.available().stream().map(ModelId::name).distinct().toList();
      return new UnknownModelException(
          "There is no model " + name,
          "models at hand: " + names,
          "Choose one of these, %s or %s.".formatted(TypicalBlock.NO_MODEL, TypicalBlock.TURBO));
    }
  }
}
