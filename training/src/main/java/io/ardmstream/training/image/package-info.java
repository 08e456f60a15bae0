/**
 * Training of models of images: tiles of pictures, their features, and the bits that they cost as
 * the objective. {@link io.ardmstream.training.image.ImageTraining} is the way in.
 */
package io.ardmstream.training.image;
