package io.ardmstream.jobs.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a job as text, by dotted key: a YAML file whose nesting makes the keys,
 * overridden by {@code --key value} arguments. Lists become one text with commas.
 *
 * @param values text by key, in the order of the file
 */
public record Settings(Map<String, String> values) {

  /** The argument that names the file of settings. */
  static final String FILE = "config";

  /** Keeps a copy, so that settings never change. */
  public Settings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Reads the arguments of a job.
   *
   * @param arguments {@code --config FILE}, then any number of {@code --key value} or {@code
   *     --key=value}; a key given twice keeps the last value
   * @throws ConfigurationException if the file or an argument cannot be read
   */
  public static Settings fromArguments(List<String> arguments) {
    return fromArguments(arguments, Set.of());
  }

  /**
   * Reads the arguments of a job.
   *
   * @param arguments as above
   * @param flags keys that may stand without a value, which then is true
   * @throws ConfigurationException if the file or an argument cannot be read
   */
  public static Settings fromArguments(List<String> arguments, Set<String> flags) {
    Map<String, String> overrides = Overrides.parse(arguments, flags);
    String file = overrides.remove(FILE);
    Map<String, String> values =
        file == null ? new LinkedHashMap<>() : fromFile(Path.of(file)).mutableValues();
    values.putAll(overrides);
    return new Settings(values);
  }

  /**
   * Reads a YAML file.
   *
   * @throws ConfigurationException if it is missing, is not YAML or names a key twice
   */
  public static Settings fromFile(Path file) {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
    Map<String, String> values = new LinkedHashMap<>();
    try {
      flatten("", mapper.readTree(Files.readString(file)), values);
    } catch (JacksonYAMLParseException noYaml) {
      // Its message quotes the line, which may hold a password.
      throw new ConfigurationException(
          List.of(
              "the configuration file %s is no YAML at line %d, column %d: indent with spaces, write a space behind each colon, and put values with special characters into quotes"
                  .formatted(
                      file, noYaml.getLocation().getLineNr(), noYaml.getLocation().getColumnNr())));
    } catch (JsonProcessingException unusable) {
      throw new ConfigurationException(
          List.of(
              "cannot read the configuration file " + file + ": " + unusable.getOriginalMessage()));
    } catch (NoSuchFileException missing) {
      throw new ConfigurationException(
          List.of("there is no configuration file " + file + ": check the path after --config"));
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of("cannot read the configuration file " + file + ": " + reason(e, file)));
    }
    return new Settings(values);
  }

  /** The message of a failure without the name of the file, which stands before it. */
  private static String reason(IOException failure, Path file) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = String.valueOf(failure.getMessage());
    return message.startsWith(file + ": ")
        ? message.substring(file.toString().length() + 2)
        : message;
  }

  private Map<String, String> mutableValues() {
    return new LinkedHashMap<>(values);
  }

  private static void flatten(String key, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      String prefix = key.isEmpty() ? "" : key + ".";
      node.properties().forEach(e -> flatten(prefix + e.getKey(), e.getValue(), values));
    } else if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(item.asText()));
      values.put(key, String.join(",", items));
    } else if (!node.isNull() && !node.isMissingNode()) {
      values.put(key, node.asText());
    }
  }
}
