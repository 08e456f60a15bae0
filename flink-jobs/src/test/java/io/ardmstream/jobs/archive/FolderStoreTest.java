package io.ardmstream.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.archive.ArchiveStore;
import io.ardmstream.archive.FolderStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FolderStoreTest extends ArchiveStoreContract {

  @Override
  ArchiveStore store(Path folder) {
    return new FolderStore(folder);
  }

  @Test
  void pathsAndLocalUrisAreFolders() throws IOException {
    FolderStore folder = new FolderStore(Path.of("/data/archive"));
    assertThat(ArchiveStores.of("/data/archive")).isEqualTo(folder);
    assertThat(ArchiveStores.of("file:/data/archive")).isEqualTo(folder);
    assertThat(ArchiveStores.of("file:///data/archive")).isEqualTo(folder);
    assertThat(ArchiveStores.of("C:archive")).isEqualTo(new FolderStore(Path.of("C:archive")));
    assertThat(ArchiveStores.isRemote("file:///data/archive")).isFalse();
    assertThat(ArchiveStores.isRemote("s3://data/archive")).isTrue();
  }
}
