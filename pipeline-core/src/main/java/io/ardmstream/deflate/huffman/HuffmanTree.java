package io.ardmstream.deflate.huffman;

import java.util.Arrays;

/**
 * The lengths of a Huffman code as zlib chooses them (its trees.c): the two least frequent nodes
 * are joined again and again, the shallower first among equals; codes that come out too long are
 * shortened at the cost of the least frequent ones that still can become longer.
 */
public final class HuffmanTree {
  private final int[] frequencies;
  private final int[] parents;
  private final int[] depths;
  private final int[] heap;
  private int heapSize;

  /** Nodes in the order of their making, from the end: the root first, then by frequency. */
  private final int[] order;

  private int orderStart;
  private int nodes;

  private HuffmanTree(int[] leaves) {
    int most = 2 * leaves.length + 1;
    frequencies = Arrays.copyOf(leaves, most);
    parents = new int[most];
    depths = new int[most];
    heap = new int[leaves.length + 2];
    order = new int[most];
    orderStart = most;
    nodes = leaves.length;
  }

  /**
   * The lengths of the codes of all symbols, 0 for those without one.
   *
   * @param frequencies of the symbols; where fewer than two occur, the first ones get a code too
   * @param longest code allowed
   */
  public static byte[] lengths(int[] frequencies, int longest) {
    HuffmanTree tree = new HuffmanTree(frequencies);
    tree.plant(frequencies.length);
    tree.grow();
    return tree.measure(frequencies.length, longest);
  }

  private void plant(int symbols) {
    int last = -1;
    for (int symbol = 0; symbol < symbols; symbol++) {
      if (frequencies[symbol] > 0) {
        heap[++heapSize] = symbol;
        last = symbol;
      }
    }
    while (heapSize < 2) {
      int symbol = last < 2 ? ++last : 0;
      heap[++heapSize] = symbol;
      frequencies[symbol] = 1;
    }
    for (int i = heapSize / 2; i >= 1; i--) {
      sink(i);
    }
  }

  private void grow() {
    do {
      int least = heap[1];
      heap[1] = heap[heapSize--];
      sink(1);
      int second = heap[1];
      order[--orderStart] = least;
      order[--orderStart] = second;
      int parent = nodes++;
      frequencies[parent] = frequencies[least] + frequencies[second];
      depths[parent] = Math.max(depths[least], depths[second]) + 1;
      parents[least] = parent;
      parents[second] = parent;
      heap[1] = parent;
      sink(1);
    } while (heapSize >= 2);
    order[--orderStart] = heap[1];
  }

  private void sink(int from) {
    int node = heap[from];
    int at = from;
    for (int child = 2 * at; child <= heapSize; child = 2 * at) {
      if (child < heapSize && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (before(node, heap[child])) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = node;
  }

  private boolean before(int node, int other) {
    return frequencies[node] < frequencies[other]
        || frequencies[node] == frequencies[other] && depths[node] <= depths[other];
  }

  private byte[] measure(int symbols, int longest) {
    int[] lengths = new int[nodes];
    int[] counts = new int[longest + 1];
    int tooLong = 0;
    for (int i = orderStart + 1; i < order.length; i++) {
      int node = order[i];
      int length = lengths[parents[node]] + 1;
      if (length > longest) {
        length = longest;
        tooLong++;
      }
      lengths[node] = length;
      counts[length] += node < symbols ? 1 : 0;
    }
    if (tooLong > 0) {
      shorten(counts, tooLong);
      assign(counts, lengths, symbols);
    }
    byte[] leaves = new byte[symbols];
    for (int symbol = 0; symbol < symbols; symbol++) {
      leaves[symbol] = (byte) lengths[symbol];
    }
    return leaves;
  }

  private static void shorten(int[] counts, int tooLong) {
    int longest = counts.length - 1;
    for (int left = tooLong; left > 0; left -= 2) {
      int length = longest - 1;
      while (counts[length] == 0) {
        length--;
      }
      counts[length]--;
      counts[length + 1] += 2;
      counts[longest]--;
    }
  }

  private void assign(int[] counts, int[] lengths, int symbols) {
    int next = order.length;
    for (int length = counts.length - 1; length > 0; length--) {
      int left = counts[length];
      while (left > 0) {
        int node = order[--next];
        if (node < symbols) {
          lengths[node] = length;
          left--;
        }
      }
    }
  }
}
