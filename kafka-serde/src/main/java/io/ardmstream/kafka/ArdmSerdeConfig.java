package io.ardmstream.kafka;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Limits;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.schema.registry.RegistryAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/** The settings of serializers, deserializers and converters, beside those of the client. */
public final class ArdmSerdeConfig extends AbstractConfig {

  /** Names of the models to encode with. */
  public static final String MODEL = "ardm.model";

  /** Layout of values that are bare samples. */
  public static final String RAW_DESCRIPTOR = "ardm.raw.descriptor";

  /** What becomes of values that are no media. */
  public static final String UNRECOGNISED = "ardm.unrecognised";

  /** Whether each value is decoded again before it is sent. */
  public static final String VERIFY = "ardm.verify";

  /** Most samples that a value may claim. */
  public static final String MAX_SAMPLES = "ardm.max.samples";

  /** Schema registry that the topics go by. */
  public static final String REGISTRY_URL = "ardm.registry.url";

  /** The model name for the classic coder alone. */
  public static final String NO_MODEL = "none";

  private static final String PREFIX = "ardm.";
  private static final String STORE = "store";
  private static final String REFUSE = "refuse";

  private static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(
              MODEL,
              Type.LIST,
              List.of(),
              Importance.HIGH,
              "Models to encode with, for what they cover: image-best, audio-best, or one of your own. Empty:"
                  + " image-fast and audio-fast. none: the classic coder alone. Decoding needs no choice.")
          .define(
              RAW_DESCRIPTOR,
              Type.STRING,
              "",
              Importance.MEDIUM,
              "Layout of values that are bare samples, for example s16le,2ch,44100 or u8,3x640x480. Empty:"
                  + " the values are media files.")
          .define(
              UNRECOGNISED,
              Type.STRING,
              STORE,
              ValidString.in(STORE, REFUSE),
              Importance.MEDIUM,
              "What becomes of values that are no media, or damaged. store: they are encoded as plain bytes."
                  + " refuse: sending fails with a SerializationException.")
          .define(
              VERIFY,
              Type.BOOLEAN,
              true,
              Importance.LOW,
              "Decode each value again and compare before it is sent.")
          .define(
              MAX_SAMPLES,
              Type.INT,
              1 << 28,
              ConfigDef.Range.atLeast(1),
              Importance.LOW,
              "Most samples that a value may claim; more is refused before memory is taken for it.")
          .define(
              REGISTRY_URL,
              Type.STRING,
              "",
              Importance.MEDIUM,
              "Schema registry that speaks Confluent's protocol, if the topics go by one. Its users and"
                  + " certificates are settings that begin with schema.registry.");

  /**
   * Checks the settings of a client.
   *
   * @param all of the client; those of others are passed over
   * @throws ConfigException naming the setting that cannot be used
   */
  public ArdmSerdeConfig(Map<String, ?> all) {
    super(DEFINITION, all, false);
    all.keySet().forEach(ArdmSerdeConfig::requireKnown);
    raw();
    registry();
  }

  /** Kafka passes over settings it does not know; a misspelt one would change nothing unseen. */
  private static void requireKnown(String name) {
    if (name.startsWith(PREFIX) && !DEFINITION.names().contains(name)) {
      throw new ConfigException(
          name
              + " is no setting; there are "
              + String.join(", ", new TreeSet<>(DEFINITION.names())));
    }
  }

  /** What settings there are. */
  public static ConfigDef definition() {
    return new ConfigDef(DEFINITION);
  }

  List<String> models() {
    return getList(MODEL);
  }

  boolean verify() {
    return getBoolean(VERIFY);
  }

  Limits limits() {
    return new Limits(Integer.MAX_VALUE, getInt(MAX_SAMPLES));
  }

  MediaOptions options() {
    MediaOptions options = MediaOptions.defaults();
    Optional<RawDescriptor> raw = raw();
    if (raw.isPresent()) {
      options = options.withRaw(raw.get());
    }
    return getString(UNRECOGNISED).equals(STORE) ? options.withOpaqueAllowed() : options;
  }

  Optional<String> rawDescriptor() {
    return Optional.of(getString(RAW_DESCRIPTOR).strip()).filter(text -> !text.isEmpty());
  }

  Optional<RegistryAddress> registry() {
    String url = getString(REGISTRY_URL).strip();
    if (url.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> client = new HashMap<>();
    originalsStrings(client);
    try {
      return Optional.of(RegistryAddress.of(url, client));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(REGISTRY_URL, url, e.getMessage());
    }
  }

  private void originalsStrings(Map<String, String> into) {
    originals().forEach((name, value) -> into.put(name, String.valueOf(value)));
  }

  private Optional<RawDescriptor> raw() {
    try {
      return rawDescriptor().map(RawDescriptor::parse);
    } catch (UnsupportedInputException e) {
      throw new ConfigException(RAW_DESCRIPTOR, getString(RAW_DESCRIPTOR), e.getMessage());
    }
  }
}
