package io.ardmstream.training;

import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.DescriptionJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run will make, in the folder of its checkpoint: {@code model.json} without files, under
 * another name, since a folder with a {@code model.json} counts as a bundle.
 */
public final class Declaration {

  private static final String FILE = "declaration.json";

  private Declaration() {}

  /**
   * Begins a run.
   *
   * @param resume whether from the checkpoint in the folder, if there is one
   * @throws IOException if that belongs to another model
   */
  public static void begin(BundleDescription draft, Path work, boolean resume) throws IOException {
    if (resume) {
      resume(draft, work);
    }
    write(draft, work);
  }

  /** Says what a run will make. */
  public static void write(BundleDescription draft, Path work) throws IOException {
    Files.createDirectories(work);
    Files.writeString(work.resolve(FILE), DescriptionJson.write(draft));
  }

  /**
   * Makes sure that a checkpoint that is resumed belongs to this model, whatever it was called.
   *
   * @throws IOException if it does not, naming what differs
   */
  static void resume(BundleDescription draft, Path work) throws IOException {
    Path file = work.resolve(FILE);
    if (!Files.exists(file)) {
      return;
    }
    BundleDescription begun = DescriptionJson.read(Files.readString(file));
    if (!nameless(begun).equals(nameless(draft))) {
      throw new IOException(
          "%s belongs to another model: it was begun with %s %s, this would be %s %s; give the --config that it was begun with, or train without --resume"
              .formatted(work, begun.schedule(), sorted(begun), draft.schedule(), sorted(draft)));
    }
  }

  private static Map<String, Integer> sorted(BundleDescription description) {
    return new TreeMap<>(description.parameters());
  }

  private static BundleDescription nameless(BundleDescription description) {
    return new BundleDescription(
        description.format(),
        "",
        0,
        description.modality(),
        description.schedule(),
        description.base(),
        description.parameters(),
        description.networks(),
        Map.of());
  }
}
