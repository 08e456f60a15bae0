package io.ardmstream.deflate;

/** Predicts the tokens of a compressor, one by one; each depends on those before. */
interface Parse {
  /** The token that the compressor chooses here. */
  int predict();

  /** What is here instead, or what was predicted. */
  void accept(int token);

  /** The byte at which the next token begins. */
  int position();

  /** The length of the match found here, 0 if there is none; after {@link #predict}. */
  int found();

  /** The length of the match found at the next byte, 0 if none was looked for or found. */
  int foundNext();

  /** The distance of the match found here, if there is one. */
  int foundDistance();
}
