package io.ardmstream.schema.encoded;

import io.ardmstream.block.ModelId;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Fidelity;
import io.ardmstream.schema.ModelReference;

/** What the encoder says of a record, in the words of the schemas. */
public final class EncodedValue {
  private EncodedValue() {}

  /** A value with the container of a record, what decodes it and what that brings back. */
  public static EncodedRecord.Builder of(Encoded encoded) {
    EncodeStatistics statistics = encoded.statistics();
    return EncodedRecord.newBuilder()
        .setRawLength(statistics.inputBytes())
        .setEncodedLength(encoded.container().length)
        .setFidelity(fidelity(statistics))
        .setModel(model(statistics))
        .setPayload(ByteFields.of(encoded.container()));
  }

  /** What decoding brings back. */
  public static Fidelity fidelity(EncodeStatistics statistics) {
    return Fidelity.valueOf(statistics.fidelity().name());
  }

  /** The model that decoding needs, null if none. */
  public static ModelReference model(EncodeStatistics statistics) {
    return statistics.model().map(EncodedValue::reference).orElse(null);
  }

  private static ModelReference reference(ModelId model) {
    return new ModelReference(model.name(), model.version(), model.digest());
  }
}
