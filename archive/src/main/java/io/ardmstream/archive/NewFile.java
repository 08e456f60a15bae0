package io.ardmstream.archive;

import java.io.IOException;
import java.io.OutputStream;

/** A file of an archive that nobody sees until it is published. */
public interface NewFile {

  /** Takes what it holds; closed by the one who writes, before it is published. */
  OutputStream content();

  /** Makes all of it appear under its name, for good. */
  void publish() throws IOException;

  /** Forgets it, if it was not published. */
  void abandon() throws IOException;
}
