package io.ardmstream.cli.files;

import com.google.gson.JsonObject;
import io.ardmstream.failure.ArdmException;

/** What became of the content of one file. */
sealed interface Converted {

  /**
   * It was converted.
   *
   * @param bytes what to write
   * @param summary for people, to be put behind the names of the files
   * @param details for programs
   * @param note what somebody may not expect; empty if there is nothing
   */
  record Success(byte[] bytes, String summary, JsonObject details, String note)
      implements Converted {

    Success(byte[] bytes, String summary, JsonObject details) {
      this(bytes, summary, details, "");
    }
  }

  /**
   * It is damaged, but part of it could be saved.
   *
   * @param bytes what to write all the same
   * @param failure what is wrong
   * @param details for programs
   */
  record Partial(byte[] bytes, ArdmException failure, JsonObject details) implements Converted {}

  /** It was refused. */
  record Refused(ArdmException failure) implements Converted {}
}
