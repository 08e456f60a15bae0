/**
 * Records to containers: taken apart, cut into blocks, coded in every way that may pay, the
 * smallest kept, and decoded again for proof.
 */
package io.ardmstream.codec.encode;
