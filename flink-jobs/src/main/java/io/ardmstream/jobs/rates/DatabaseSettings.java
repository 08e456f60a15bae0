package io.ardmstream.jobs.rates;

import io.ardmstream.jobs.config.SettingReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How to reach PostgreSQL.
 *
 * @param url JDBC address, without a password
 * @param user name of the role
 * @param password its password, never printed; empty: none
 */
public record DatabaseSettings(String url, String user, String password) implements Serializable {

  static DatabaseSettings read(SettingReader reader) {
    String url =
        reader.required("database.url", "for example jdbc:postgresql://localhost:5432/ardm");
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
      reader.problem("database.url", "does not begin with jdbc:postgresql: as it has to");
    }
    return new DatabaseSettings(
        url,
        reader.text("database.user", "ardm").strip(),
        reader.read(
            "database.password-file",
            "",
            file -> load(Path.of(file)),
            "name a readable file that holds the password"));
  }

  private static String load(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read", e);
    }
  }

  /** Says where and who, never the password. */
  @Override
  public String toString() {
    return "PostgreSQL at " + url.replaceFirst("\\?.*", "") + " as " + user;
  }
}
