/** The ground that headers stand on: numbers and bits in bytes. */
package io.ardmstream.bytes;
