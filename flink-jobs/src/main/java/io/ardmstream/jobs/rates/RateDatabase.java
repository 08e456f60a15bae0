package io.ardmstream.jobs.rates;

import io.ardmstream.jobs.config.ConfigurationException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL database that holds the windows, in a schema of its own. */
public final class RateDatabase {

  /** Schema of all tables. */
  public static final String SCHEMA = "ardm";

  private RateDatabase() {}

  /**
   * Brings the tables to the version this software needs; does nothing when they are.
   *
   * @throws ConfigurationException if the database cannot be reached or refuses
   */
  public static void migrate(DatabaseSettings settings) {
    try {
      Flyway.configure(RateDatabase.class.getClassLoader())
          .dataSource(source(settings))
          .defaultSchema(SCHEMA)
          .locations("classpath:io/ardmstream/jobs/rates/migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new ConfigurationException(
          List.of(
              "the tables in "
                  + settings
                  + " cannot be prepared: check database.url and database.user, and that the user"
                  + " may create a schema ("
                  + e.getMessage()
                  + ")"));
    }
  }

  static PGSimpleDataSource source(DatabaseSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    source.setUser(settings.user());
    source.setPassword(settings.password());
    source.setCurrentSchema(SCHEMA);
    return source;
  }
}
