package io.dictdb.examples.terminal;

/**
 * What an output shows.
 *
 * @param terminal whether a person watches it: then long steps have a progress bar
 * @param colored whether it takes colour codes
 * @param glyphs the characters it can hold
 */
public record Look(boolean terminal, boolean colored, Glyphs glyphs) {}
