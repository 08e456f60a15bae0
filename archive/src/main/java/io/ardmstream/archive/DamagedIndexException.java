package io.ardmstream.archive;

import java.io.IOException;

/** An index is not what was written. The parts have all that it takes to make it again. */
final class DamagedIndexException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedIndexException(String finding) {
    super(
        "the index of the archive is damaged (%s): the next ardm backfill into it rebuilds it"
            .formatted(finding));
  }
}
