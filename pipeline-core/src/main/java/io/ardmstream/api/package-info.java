/** Marks what users of the library may rely on. */
package io.ardmstream.api;
