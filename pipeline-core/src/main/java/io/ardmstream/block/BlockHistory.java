package io.ardmstream.block;

/**
 * What a model has learnt from a sequence of blocks of one shape, each of which leans on those
 * before. It belongs to the model that began it and to one caller, and grows with every block that
 * is coded. If coding a block fails, the history is of no use any more.
 */
public interface BlockHistory {}
