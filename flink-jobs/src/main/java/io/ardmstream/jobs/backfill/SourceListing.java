package io.ardmstream.jobs.backfill;

import io.ardmstream.jobs.backfill.source.SourceItem;
import io.ardmstream.jobs.backfill.source.Sources;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.util.Collector;

/**
 * Lists what sources hold: each item with its group. All items of a group have to go to the same
 * {@link Backfill}.
 */
public final class SourceListing extends RichFlatMapFunction<String, Tuple2<String, SourceItem>> {

  private static final long serialVersionUID = 1L;

  private final List<String> sources;
  private final String stream;
  private final boolean foldersTogether;

  private transient Sources finder;
  private transient ItemGroups groups;

  /**
   * @param sources all sources there are
   * @param stream stream of all that is found; null: the name of the folder it was found in
   * @param foldersTogether whether files of a folder lean on each other
   */
  public SourceListing(List<String> sources, String stream, boolean foldersTogether) {
    this.sources = sources;
    this.stream = stream;
    this.foldersTogether = foldersTogether;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    finder = new Sources(stream);
    groups = new ItemGroups(foldersTogether);
    for (String source : sources) {
      noteContainers(source);
    }
  }

  @Override
  public void flatMap(String source, Collector<Tuple2<String, SourceItem>> out) throws IOException {
    finder.visit(source, item -> out.collect(Tuple2.of(groups.of(item), item)));
  }

  private void noteContainers(String source) throws IOException {
    try {
      finder.visitUnlessFolder(source, groups::note);
    } catch (NoSuchFileException e) {
      String message = "there is no source " + source + ": name what exists on all machines";
      throw new SuppressRestartsException(new NoSuchFileException(message));
    }
  }
}
