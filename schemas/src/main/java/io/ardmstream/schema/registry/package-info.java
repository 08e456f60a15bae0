/**
 * The schema registry, for whoever has one. It is known by its address, and tells the numbers of
 * our schemas and the schemas of numbers; the wire format is made of both. The protocol is that of
 * Confluent's registry, which many others speak too.
 */
package io.ardmstream.schema.registry;
