/** Trains order-agnostic models of images. */
package io.ardmstream.training.anyorder;
