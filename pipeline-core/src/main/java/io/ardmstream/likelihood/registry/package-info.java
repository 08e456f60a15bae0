/** The models of this installation, opened when they are first asked for. */
package io.ardmstream.likelihood.registry;
