/** Values of encoded topics for what the codec gives. */
package io.ardmstream.schema.encoded;
