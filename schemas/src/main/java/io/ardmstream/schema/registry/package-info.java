/**
 * The schema registry, for whoever has one. In: its address. Out: the numbers of our schemas, the
 * schemas of numbers, and the wire format that is made of both. Speaks the protocol of Confluent's
 * registry, which many others speak too.
 */
package io.ardmstream.schema.registry;
