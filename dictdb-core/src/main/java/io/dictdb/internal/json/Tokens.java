package io.dictdb.internal.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What must come next; anything else is an {@link IllegalArgumentException}. */
final class Tokens {
    private Tokens() {}

    static void expect(JsonParser in, JsonToken token) {
        in.nextToken();
        require(in, token);
    }

    static void require(JsonParser in, JsonToken token) {
        if (in.currentToken() != token) {
            throw new IllegalArgumentException(token + " was expected, not " + in.currentToken());
        }
    }

    static String string(JsonParser in) {
        expect(in, JsonToken.VALUE_STRING);
        return in.getString();
    }

    static boolean truth(JsonParser in) {
        JsonToken token = in.nextToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw new IllegalArgumentException("true or false was expected, not " + token);
        }
        return token == JsonToken.VALUE_TRUE;
    }

    static long integer(JsonParser in) {
        expect(in, JsonToken.VALUE_NUMBER_INT);
        return in.getLongValue();
    }

    /** The text of the next property, which must have that name. */
    static String property(JsonParser in, String name) {
        String found = in.nextName();
        if (!name.equals(found)) {
            throw new IllegalArgumentException("'" + name + "' was expected, not '" + found + "'");
        }
        return string(in);
    }
}
