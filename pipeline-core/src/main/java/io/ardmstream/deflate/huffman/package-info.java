/** The bits of a DEFLATE stream: prefix codes, their headers, and how zlib builds their trees. */
package io.ardmstream.deflate.huffman;
