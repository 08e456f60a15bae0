/**
 * Mixing: the model's distribution of a sample and contexts that adapt while coding, in one coder.
 * A value is told by binary decisions; to each of them the distributions (opinions) and the
 * contexts give a probability, which weights that learn make one of.
 */
package io.ardmstream.likelihood.mixed;
