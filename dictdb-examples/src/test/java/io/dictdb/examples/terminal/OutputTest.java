package io.dictdb.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputTest {
    @Test
    void aTerminalHasColoursAndProgressBars() {
        assertThat(new Recorder().output(Map.of("TERM", "xterm"), true).look(null))
                .isEqualTo(new Look(true, true, Glyphs.UNICODE));
    }

    @Test
    void aPipeAndADumbTerminalHaveNeither() {
        Look plain = new Look(false, false, Glyphs.UNICODE);
        assertThat(new Recorder().output(Map.of("TERM", "xterm"), false).look(null))
                .isEqualTo(plain);
        assertThat(new Recorder().output(Map.of("TERM", "dumb"), true).look(null))
                .isEqualTo(plain);
    }

    @Test
    void whoWantsNoColourGetsNoneButKeepsTheProgressBar() {
        Look uncoloured = new Look(true, false, Glyphs.UNICODE);
        assertThat(new Recorder().output(Map.of("NO_COLOR", "1"), true).look(null))
                .isEqualTo(uncoloured);
        assertThat(new Recorder().output(Map.of(), true).look(false)).isEqualTo(uncoloured);
    }

    @Test
    void anEmptyWishForNoColourIsNone() {
        assertThat(new Recorder()
                        .output(Map.of("NO_COLOR", ""), true)
                        .look(null)
                        .colored())
                .isTrue();
    }

    @Test
    void theOptionOverrulesWhatIsFound() {
        assertThat(new Recorder().output(Map.of("NO_COLOR", "1"), false).look(true))
                .isEqualTo(new Look(false, true, Glyphs.UNICODE));
    }

    @Test
    void glyphsAreThoseThatTheCharacterSetHolds() {
        assertThat(Glyphs.of(StandardCharsets.UTF_8)).isEqualTo(Glyphs.UNICODE);
        assertThat(Glyphs.of(StandardCharsets.UTF_16LE)).isEqualTo(Glyphs.UNICODE);
        assertThat(Glyphs.of(StandardCharsets.US_ASCII)).isEqualTo(Glyphs.ASCII);
        assertThat(Glyphs.of(StandardCharsets.ISO_8859_1)).isEqualTo(Glyphs.ASCII);
        assertThat(Glyphs.of(Charset.forName("windows-1252"))).isEqualTo(Glyphs.ASCII);
    }
}
