package io.ardmstream.it;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The classes of the project, read once. */
final class House {

  /** All but the studies that look into a room from inside, which nobody may use. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(place -> !isStudy(place) || place.contains("/ardmstream/studies/"))
          .importLocations(everywhere());

  static final JavaClasses STUDIES =
      new ClassFileImporter().withImportOption(House::isStudy).importPackages("io.ardmstream");

  private House() {}

  /** The functions of SQL must not be on the class path, so they are found by their folder. */
  private static Set<Location> everywhere() {
    Set<Location> places = new HashSet<>(Locations.ofPackage("io.ardmstream"));
    places.add(Location.of(Path.of("..", "flink-sql", "target", "classes")));
    return places;
  }

  private static boolean isStudy(Location place) {
    return place.contains("/studies/target/");
  }
}
