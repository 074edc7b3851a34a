package io.dictdb.examples.tour;

import java.util.List;
import java.util.function.Consumer;

/**
 * One thing shown.
 *
 * @param title what is done, in a few words
 * @param snippet the Java that does it, as a reader would type it
 * @param action does it and writes on the page what came out
 */
public record Step(String title, String snippet, Consumer<Page> action) {
    /** The snippet line by line. */
    public List<String> code() {
        return snippet.lines().toList();
    }
}
