/**
 * Holds the files in {@code docker/} to what they rely on, without a container engine: schemas,
 * versions, files, main classes, settings.
 */
package io.ardmstream.it.deployment;
