package io.ardmstream.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

/** Schemas of strangers, by which a few bytes could keep a reader busy or deep in itself. */
class AvroStructureTest {
  private static final Schema CHAIN =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Chain", "fields": [{"name": "next", "type": ["null", "Chain"]}]}
              """);
  private static final Schema NOTHINGS =
      new Schema.Parser().parse("{\"type\": \"array\", \"items\": \"null\"}");

  @Test
  void valuesInEachOtherEndSomewhere() {
    byte[] chain = new byte[100_000];
    Arrays.fill(chain, 0, chain.length - 1, (byte) 2);
    assertThatThrownBy(() -> check(CHAIN, chain))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("deeper than 100");
    assertThatCode(() -> check(CHAIN, new byte[] {2, 2, 2, 0})).doesNotThrowAnyException();
  }

  @Test
  void listsOfNothingAreNoLongerThanWhatTheyAreIn() {
    byte[] endless = {-128, -128, -128, -128, 8, 0};
    assertThatThrownBy(() -> check(NOTHINGS, endless))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a list has the length");
    assertThatCode(() -> check(NOTHINGS, new byte[] {4, 0})).doesNotThrowAnyException();
  }

  private static void check(Schema schema, byte[] bytes) throws IOException {
    new AvroStructure(DecoderFactory.get().binaryDecoder(bytes, null), bytes.length).check(schema);
  }
}
