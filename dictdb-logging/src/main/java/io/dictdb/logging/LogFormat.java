package io.dictdb.logging;

/** How an event is written. */
public enum LogFormat {
    /** For people: time, level, thread, logger and message in a line; a stack trace follows in lines that begin with a tab. */
    TEXT,
    /** For programs: an object in a line with {@code time}, {@code level}, {@code logger}, {@code thread}, {@code message}, {@code extra} and, where there is one, {@code exception}, the stack trace. */
    JSON
}
