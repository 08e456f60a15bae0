/**
 * The image likelihood model. It codes tiles of colour-transformed samples along a causal
 * wavefront: each sample sees a window of its causal neighbourhood.
 */
package io.ardmstream.likelihood.image;
