package io.dictdb.internal.query;

import io.dictdb.Condition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A LIKE pattern: literal code points, {@code _} for one, {@code %} for any run.
 *
 * <p>Matching walks value and pattern together and, on a mismatch, goes back to the last {@code %} alone, one code point further on: an
 * earlier one never has to be tried again, so the time is linear in the value for a given pattern. Case is disregarded code point by code
 * point, so that {@code _} stays one code point.
 */
final class LikePattern {
    private static final int ONE = -1;
    private static final int RUN = -2;

    private final int[] tokens;
    private final boolean ignoreCase;

    private LikePattern(int[] tokens, boolean ignoreCase) {
        this.tokens = tokens;
        this.ignoreCase = ignoreCase;
    }

    static LikePattern of(Condition.Like like) {
        return new LikePattern(tokens(like.pattern(), like.escape(), like.ignoreCase()), like.ignoreCase());
    }

    private static int[] tokens(String pattern, @Nullable Character escape, boolean ignoreCase) {
        int[] points = pattern.codePoints().toArray();
        int[] tokens = new int[points.length];
        int n = 0;
        for (int i = 0; i < points.length; i++) {
            boolean literal = escape != null && points[i] == escape && i + 1 < points.length;
            i += literal ? 1 : 0;
            tokens[n++] = literal ? folded(points[i], ignoreCase) : token(points[i], ignoreCase);
        }
        return Arrays.copyOf(tokens, n);
    }

    private static int token(int point, boolean ignoreCase) {
        return point == '%' ? RUN : point == '_' ? ONE : folded(point, ignoreCase);
    }

    private static int folded(int point, boolean ignoreCase) {
        return ignoreCase ? Text.folded(point) : point;
    }

    /** The text before the first {@code %} or {@code _}: every match starts with it. Empty when case is disregarded. */
    String literalPrefix() {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; !ignoreCase && i < tokens.length && tokens[i] >= 0; i++) {
            prefix.appendCodePoint(tokens[i]);
        }
        return prefix.toString();
    }

    boolean matches(String value) {
        int at = 0;
        int token = 0;
        int afterRun = -1;
        int retry = 0;
        while (at < value.length()) {
            int point = value.codePointAt(at);
            if (token < tokens.length && tokens[token] == RUN) {
                afterRun = ++token;
                retry = at;
            } else if (token < tokens.length && fits(tokens[token], point)) {
                token++;
                at += Character.charCount(point);
            } else if (afterRun >= 0) {
                token = afterRun;
                retry += Character.charCount(value.codePointAt(retry));
                at = retry;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == RUN) {
            token++;
        }
        return token == tokens.length;
    }

    private boolean fits(int token, int point) {
        return token == ONE || token == folded(point, ignoreCase);
    }
}
