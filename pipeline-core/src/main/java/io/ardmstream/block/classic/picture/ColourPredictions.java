package io.ardmstream.block.classic.picture;

/**
 * The colours that a pixel may well have: those that followed its neighbourhoods before, from the
 * largest to the smallest, then those of its neighbours; each colour once.
 */
final class ColourPredictions {
  /** How many there are at most. */
  static final int MOST = 4;

  /** A neighbourhood was not seen before. */
  static final int UNSEEN = 0;

  /** It was followed by this candidate. */
  static final int AGREES = 1;

  /** It was followed by a colour that has not been tried yet. */
  static final int DIFFERS = 2;

  /** It was followed by a colour that has been tried in vain. */
  static final int REFUTED = 3;

  private final ContextHashes around;
  private final MatchTable[] memories = new MatchTable[ContextHashes.SIZES];
  private final int[] names = new int[MOST];
  private int tried;

  ColourPredictions(ContextHashes around, int pixels) {
    this.around = around;
    for (int size = 0; size < memories.length; size++) {
      memories[size] = new MatchTable(pixels);
    }
  }

  /** Begins with the place last looked at. */
  void recall() {
    tried = 0;
    for (int size = 0; size < memories.length; size++) {
      memories[size].recall(around.hash(size));
    }
  }

  /** The place of the next candidate; 0 if there is no more. */
  int next() {
    for (int size = memories.length - 1; size >= 0; size--) {
      int found = memories[size].found();
      if (found > 0 && isFresh(found)) {
        return found;
      }
    }
    int west = around.place(-1, 0);
    int north = around.place(0, -1);
    int northEast = around.place(1, -1);
    return isFresh(west) ? west : isFresh(north) ? north : isFresh(northEast) ? northEast : 0;
  }

  /** Rules a candidate out. */
  void refute(int place) {
    names[tried++] = around.name(place);
  }

  /** What the neighbourhood of a size says of a candidate. */
  int opinion(int size, int candidate) {
    int found = memories[size].found();
    if (found == 0) {
      return UNSEEN;
    }
    boolean same = around.name(found) == around.name(candidate);
    return same ? AGREES : isFresh(found) ? DIFFERS : REFUTED;
  }

  /** How far what it says can be trusted, 0 to 255. */
  int trust(int size) {
    return memories[size].trust();
  }

  /** Takes note of the colour of the place last looked at. */
  void learn() {
    int place = around.place();
    for (MatchTable memory : memories) {
      int found = memory.found();
      memory.learn(place, found > 0 && around.name(found) == around.name(place));
    }
  }

  private boolean isFresh(int place) {
    int name = around.name(place);
    boolean fresh = name != 0;
    for (int i = 0; i < tried; i++) {
      fresh &= names[i] != name;
    }
    return fresh;
  }
}
