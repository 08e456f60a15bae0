/**
 * Every parser against hostile input: each {@code *Target} is an entry point of the fuzzer Jazzer,
 * takes any bytes and fails on everything but the refusals a parser may give. {@link
 * io.ardmstream.fuzz.CorpusTest} gives every target all inputs in {@code corpus/}, what was found
 * before among them; {@link io.ardmstream.fuzz.DamageIT} damages these, {@link
 * io.ardmstream.fuzz.FuzzingIT} looks for what reaches more.
 */
package io.ardmstream.fuzz;
