/**
 * Model bundles: in goes a folder or a class path location, out come verified networks and their
 * description. A published bundle is frozen for ever; its digest is in every block it wrote.
 */
package io.ardmstream.likelihood.bundle;
