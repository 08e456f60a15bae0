/**
 * Training of models of audio: residuals of clips after decorrelation, their contexts, and the bits
 * that they cost as the objective. {@link io.ardmstream.training.audio.AudioTraining} is the way
 * in.
 */
package io.ardmstream.training.audio;
