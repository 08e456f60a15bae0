package io.ardmstream.mixing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.coder.binary.BinaryEncoder;
import io.ardmstream.coder.binary.BitCoder;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SignedCoderTest {

  @Property(tries = 100)
  void numbersComeBack(@ForAll List<Integer> numbers) {
    byte[] bytes = encode(numbers);

    SignedCoder coder = coder(new BinaryDecoder(bytes, 0));
    for (int number : numbers) {
      assertThat(coder.pass(0, 0, 0)).isEqualTo(number);
    }
  }

  @Example
  void theOutermostNumbersComeBack() {
    numbersComeBack(List.of(Integer.MIN_VALUE, Integer.MAX_VALUE, -1, 0, 1, Integer.MIN_VALUE));
  }

  @Example
  void whatIsAlwaysTheSameCostsHardlyAnything() {
    assertThat(encode(Collections.nCopies(100_000, 0))).hasSizeLessThan(40);
  }

  private static byte[] encode(List<Integer> numbers) {
    BinaryEncoder encoder = new BinaryEncoder();
    SignedCoder coder = coder(encoder);
    numbers.forEach(number -> coder.pass(number, 0, 0));
    return encoder.finish();
  }

  private static SignedCoder coder(BitCoder port) {
    int[] selectors = {SignedCoder.KINDS, 1};
    return new SignedCoder(port, new ContextMixer(1, 100, selectors));
  }
}
