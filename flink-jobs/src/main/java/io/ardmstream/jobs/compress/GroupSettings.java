package io.ardmstream.jobs.compress;

import io.ardmstream.jobs.config.SettingReader;
import java.io.Serializable;
import java.util.Map;

/**
 * Which records lean on the records before them.
 *
 * @param records most records of a group; 1: every record stands alone
 * @param by what the records of a group have in common
 */
public record GroupSettings(int records, GroupBy by) implements Serializable {

  /** More would only make records harder to reach. */
  private static final int MOST_RECORDS = 256;

  /**
   * Reads the settings.
   *
   * @param kafka client properties of the user
   */
  static GroupSettings read(SettingReader reader, Map<String, String> kafka) {
    GroupSettings settings =
        new GroupSettings(
            reader.count("group.records", 8, 1, MOST_RECORDS),
            reader.choice("group.by", GroupBy.class, GroupBy.STREAM));
    if (settings.areWanted() && kafka.containsKey("partitioner.class")) {
      reader.problem(
          "group.records",
          "is "
              + settings.records
              + ", and the records of a group have to lie in one partition, which"
              + " kafka.properties.partitioner.class does not promise: remove that property, or set"
              + " group.records to 1");
    }
    return settings;
  }

  boolean areWanted() {
    return records > 1;
  }
}
