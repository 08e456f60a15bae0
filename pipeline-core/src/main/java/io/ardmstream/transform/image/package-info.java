/** Reversible colour transforms of integer samples. */
package io.ardmstream.transform.image;
