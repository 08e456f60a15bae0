/**
 * The image models: tiles of decorrelated samples along a causal wavefront, each sample seen from a
 * window of its causal neighbourhood.
 */
package io.ardmstream.likelihood.image;
