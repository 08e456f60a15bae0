/**
 * Pictures, pixel by pixel, under mixed contexts: what a sample is predicted to be, how rough it is
 * around, and whether the pixel copies one that was seen before.
 */
package io.ardmstream.block.classic.picture;
