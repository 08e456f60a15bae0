package io.ardmstream.block.classic;

/** What the classic coder may expect of a block beside a likelihood model. */
public enum Hint {
  /** The model will do better. */
  POOR,
  /** An attempt has a chance. */
  FAIR,
  /** It is a drawing or a screen shot: no model will do better. */
  SURE
}
