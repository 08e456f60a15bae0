/**
 * A tile of a picture while it is coded: its samples, their neighbours, and the features of both.
 */
package io.ardmstream.likelihood.image.tile;
