package io.ardmstream.jobs.replay;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.jobs.bundle.Counts;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.ModelReference;

/** What the report of a replay names: models that are missing here. */
final class Remarks {

  private final Counts counts;

  Remarks(Counts counts) {
    this.counts = counts;
  }

  /** A record needs a model, or a version of the format, that is not here. */
  void missing(EncodedRecord message, ArdmException failure) {
    ModelReference model = message.getModel();
    counts.remark("missing", model == null ? failure.what() : text(model));
  }

  private static String text(ModelReference model) {
    return "model %s version %d, digest %s"
        .formatted(model.getName(), model.getVersion(), model.getDigest());
  }
}
