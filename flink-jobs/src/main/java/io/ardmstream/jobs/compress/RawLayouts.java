package io.ardmstream.jobs.compress;

import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.TopicRecord;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What layout bare samples have: as the header {@code ardm.raw-descriptor} of the record says, else
 * as the longest name of a topic says that fits, else as is said for all.
 *
 * @param everywhere layout for all topics, as text; empty: media files
 * @param byTopic layouts by names of topics, in which {@code *} stands for any letters
 */
record RawLayouts(String everywhere, Map<String, String> byTopic) implements Serializable {
  private static final String HEADER = "ardm.raw-descriptor";
  private static final String KEY = "input.raw-descriptor";

  /** Keeps a copy. */
  RawLayouts {
    byTopic = new HashMap<>(byTopic);
  }

  static RawLayouts read(SettingReader reader) {
    Map<String, String> byTopic = new HashMap<>();
    for (String topic : reader.section(KEY + "s").keySet()) {
      byTopic.put(topic, reader.rawDescriptor(KEY + "s." + topic));
    }
    return new RawLayouts(reader.rawDescriptor(KEY), byTopic);
  }

  /** Whether nothing is said. */
  boolean areEmpty() {
    return everywhere.isEmpty() && byTopic.isEmpty();
  }

  /** The layout of a record, as text; null: a media file. */
  String of(TopicRecord record) {
    List<Header> headers = record.getHeaders();
    for (int i = headers.size() - 1; i >= 0; i--) {
      if (headers.get(i).getKey().equals(HEADER) && headers.get(i).getValue() != null) {
        return text(
            new String(ByteFields.toArray(headers.get(i).getValue()), StandardCharsets.UTF_8));
      }
    }
    return text(
        byTopic.keySet().stream()
            .filter(name -> fits(name, record.getTopic()))
            .max(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
            .map(byTopic::get)
            .orElse(everywhere));
  }

  private static String text(String descriptor) {
    return descriptor.isBlank() ? null : descriptor.strip();
  }

  private static boolean fits(String name, String topic) {
    String[] parts = name.split("\\*", -1);
    StringBuilder pattern = new StringBuilder(Pattern.quote(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      pattern.append(".*").append(Pattern.quote(parts[i]));
    }
    return topic.matches(pattern.toString());
  }
}
