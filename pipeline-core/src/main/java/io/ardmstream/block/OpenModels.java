package io.ardmstream.block;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A registry of models that are open already. */
record OpenModels(List<BlockModel> models) implements ModelRegistry {
  private static final Comparator<ModelId> ORDER =
      Comparator.comparing(ModelId::name)
          .thenComparing(Comparator.comparingInt(ModelId::version).reversed());

  @Override
  public List<ModelId> available() {
    return models.stream().map(BlockModel::id).sorted(ORDER).toList();
  }

  @Override
  public Optional<String> preferredFor(BlockLayout layout) {
    return models.stream()
        .filter(model -> model.covers(layout))
        .map(BlockModel::id)
        .min(ORDER)
        .map(ModelId::name);
  }

  @Override
  public boolean covers(String name, BlockLayout layout) {
    return byName(name).filter(model -> model.covers(layout)).isPresent();
  }

  @Override
  public Optional<BlockModel> byName(String name) {
    return first(id -> id.name().equals(name));
  }

  @Override
  public Optional<BlockModel> byDigest(String digestPrefix) {
    return first(id -> id.matches(digestPrefix));
  }

  @Override
  public void close() {
    models.forEach(BlockModel::close);
  }

  private Optional<BlockModel> first(Predicate<ModelId> wanted) {
    return models.stream()
        .filter(model -> wanted.test(model.id()))
        .min(Comparator.comparing(BlockModel::id, ORDER));
  }
}
