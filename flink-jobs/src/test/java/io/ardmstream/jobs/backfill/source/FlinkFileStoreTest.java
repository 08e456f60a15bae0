package io.ardmstream.jobs.backfill.source;

import java.nio.file.Path;

class FlinkFileStoreTest extends FileStoreContract {

  @Override
  FileStore store() {
    return FileStore.of("file:/path");
  }

  @Override
  String location(Path file) {
    return "file:" + file;
  }
}
