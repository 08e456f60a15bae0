/** RIFF/WAVE files of integer samples. */
package io.ardmstream.media.wav;
