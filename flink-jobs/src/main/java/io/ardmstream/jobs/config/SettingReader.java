package io.ardmstream.jobs.config;

import io.ardmstream.media.RawDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/**
 * Reads typed values out of {@link Settings} and collects everything that is wrong with them, so
 * that one start reports all problems. A value that cannot be read is replaced by its default until
 * {@link #finish()} throws.
 */
public final class SettingReader {

  private final Settings settings;
  private final Set<String> known = new TreeSet<>();
  private final List<String> sections = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  public SettingReader(Settings settings) {
    this.settings = settings;
  }

  public String text(String key, String fallback) {
    known.add(key);
    return settings.values().getOrDefault(key, fallback);
  }

  public String required(String key, String remedy) {
    String value = text(key, "").strip();
    if (value.isEmpty()) {
      problem(key, "is missing: " + remedy);
    }
    return value;
  }

  public List<String> requiredList(String key, String remedy) {
    return Arrays.stream(required(key, remedy).split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  public boolean flag(String key, boolean fallback) {
    return read(
        key,
        fallback,
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException("neither true nor false");
            },
        "write true or false");
  }

  public int count(String key, int fallback, int atLeast, int atMost) {
    return read(
        key,
        fallback,
        text -> (int) inRange(Integer.parseInt(text), atLeast, atMost),
        "write a whole number from " + atLeast + " to " + atMost);
  }

  public int bytes(String key, String fallback, String atLeast, String atMost) {
    return read(
        key,
        bytes(fallback),
        text -> (int) inRange(MemorySize.parseBytes(text), bytes(atLeast), bytes(atMost)),
        "write a size from " + atLeast + " to " + atMost + ", for example 16 mb");
  }

  public Duration duration(String key, String fallback, String atLeast, String atMost) {
    return read(
        key,
        TimeUtils.parseDuration(fallback),
        text -> Duration.ofMillis(inRange(millis(withUnit(text)), millis(atLeast), millis(atMost))),
        "write a time from " + atLeast + " to " + atMost + ", for example 30 s");
  }

  public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
    String choices =
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(SettingReader::name).toList());
    return read(
        key,
        fallback,
        text ->
            Arrays.stream(type.getEnumConstants())
                .filter(
                    choice -> name(choice).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such choice")),
        "write one of: " + choices);
  }

  /** The layout of bare samples, as text; empty if there is none. */
  public String rawDescriptor(String key) {
    return read(
        key,
        "",
        text -> RawDescriptor.parse(text) == null ? "" : text,
        "declare the layout of the samples, for example s16le,2ch,44100 or u8,3x640x480");
  }

  /** Any value with a grammar of its own. */
  public <T> T read(String key, T fallback, Function<String, T> parser, String remedy) {
    String value = text(key, "").strip();
    if (value.isEmpty()) {
      return fallback;
    }
    try {
      return parser.apply(value);
    } catch (RuntimeException e) {
      problem(key, "has the unusable value '" + value + "' (" + e.getMessage() + "): " + remedy);
      return fallback;
    }
  }

  /** All settings below a key, free in their names, without the common prefix. */
  public Map<String, String> section(String key) {
    String prefix = key + ".";
    sections.add(prefix);
    Map<String, String> section = new TreeMap<>();
    settings
        .values()
        .forEach(
            (name, value) -> {
              if (name.startsWith(prefix)) {
                section.put(name.substring(prefix.length()), value);
              }
            });
    return section;
  }

  public void problem(String key, String sentence) {
    problems.add(key + " " + sentence);
  }

  /** Call last, when every setting there is has been read. */
  public void finish() {
    Set<String> words = new HashSet<>(known);
    words.add(Settings.FILE);
    settings.values().keySet().stream()
        .filter(key -> !known.contains(key))
        .filter(key -> sections.stream().noneMatch(key::startsWith))
        .forEach(key -> problem(key, "is no setting of this job" + Spelling.hint(key, words)));
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  private static long inRange(long value, long atLeast, long atMost) {
    if (value < atLeast || value > atMost) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  /** Flink takes a bare number for milliseconds, and who writes it means seconds as often. */
  private static String withUnit(String duration) {
    if (duration.chars().noneMatch(Character::isLetter)) {
      throw new IllegalArgumentException("a number without a unit");
    }
    return duration;
  }

  private static int bytes(String size) {
    return Math.toIntExact(MemorySize.parseBytes(size));
  }

  private static long millis(String duration) {
    return TimeUtils.parseDuration(duration).toMillis();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
