package io.ardmstream.schema;

import java.io.Serializable;
import org.apache.avro.specific.SpecificRecordBase;

/** How Avro values name the schema that wrote them: the same on all topics of a job. */
public interface WireFormat extends Serializable {

  /** Makes the values of a topic. */
  <T extends SpecificRecordBase> MessageWriter<T> writer(Class<T> type, String topic);

  /** Reads the values of any topic. */
  <T extends SpecificRecordBase> MessageReader<T> reader(Class<T> type);

  /** Avro's single-object encoding, which needs nobody to be asked: {@link AvroMessage}. */
  static WireFormat singleObject() {
    return new SingleObject();
  }
}
