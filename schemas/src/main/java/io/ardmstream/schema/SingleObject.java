package io.ardmstream.schema;

import org.apache.avro.specific.SpecificRecordBase;

/** Values begin with the fingerprint of a published schema. */
record SingleObject() implements WireFormat {

  @Override
  public <T extends SpecificRecordBase> MessageWriter<T> writer(Class<T> type, String topic) {
    return AvroMessage.of(type);
  }

  @Override
  public <T extends SpecificRecordBase> MessageReader<T> reader(Class<T> type) {
    return AvroMessage.of(type);
  }
}
