package io.dictdb.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final Recorder recorder = new Recorder();

    @Test
    void noLineIsWiderThanTheTerminal() {
        Screen screen = recorder.screen();
        screen.line(Ink.PLAIN.of("a".repeat(79)), Ink.BOLD.of("bcd"), Ink.PLAIN.of("東京"));
        screen.line(5, Ink.PLAIN, "東".repeat(60));
        screen.prose(70, Ink.PLAIN, "abcdefghijklmnopqrstuvwxyz");
        assertThat(recorder.lines()).allMatch(line -> Cells.width(line) <= Screen.WIDTH);
    }

    @Test
    void controlCharactersAreMadeVisible() {
        recorder.screen().line(0, Ink.PLAIN, "a\u001b]0;title\u0007b\nc");
        assertThat(recorder.lines()).containsExactly("a\\u001b]0;title\\u0007b\\nc");
    }

    @Test
    void inkIsUsedOnlyWhereColoursAreTaken() {
        recorder.screen().line(Ink.GREEN.of("ok"), Ink.PLAIN.of(" then"));
        recorder.screen(new Look(false, true, Glyphs.UNICODE)).line(Ink.GREEN.of("ok"), Ink.PLAIN.of(" then"));
        assertThat(recorder.lines()).containsExactly("ok then", "\u001b[32mok\u001b[0m then");
    }

    @Test
    void gapsDoNotAddUp() {
        Screen screen = recorder.screen();
        screen.line(0, Ink.PLAIN, "a");
        screen.gap();
        screen.gap();
        screen.line(0, Ink.PLAIN, "b");
        assertThat(recorder.lines()).containsExactly("a", "", "b");
    }

    @Test
    void plainCharacterSetsGetPlainCharacters() {
        Recorder ascii = new Recorder(StandardCharsets.US_ASCII);
        Screen screen = ascii.screen();
        screen.line(0, Ink.PLAIN, screen.glyphs().rule(3) + screen.glyphs().bar(2) + "x".repeat(90));
        assertThat(ascii.text()).startsWith("---##xx").doesNotContain("?").contains("...");
    }
}
