package io.dictdb.durable;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dictdb.DictDB;
import io.dictdb.SyncPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/* What an operator reads: that a store was opened and what its policy promises, once; and that an image failed. */
class StoreLogTest {
    @TempDir
    Path directory;

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.dictdb.store");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(heard);
    }

    @AfterEach
    void end() {
        logger.detachAppender(heard);
        logger.setLevel(null);
    }

    private List<String> lines() {
        return heard.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatIsOpened(SyncPolicy policy) {
        SimulatedDisk disk = new SimulatedDisk(directory);
        try (DictDB db = Stores.opened(disk, directory, policy)) {
            db.createTable("t").insert(Map.of("v", 1));
        }
        Map<SyncPolicy, String> promises = Map.of(
                SyncPolicy.EVERY_COMMIT, "is on the disk",
                SyncPolicy.INTERVAL, "is on the disk within 1000 ms",
                SyncPolicy.NEVER, "when the operating system puts them there");
        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0))
                .startsWith("INFO Opened the store in " + directory + " at commit 0; ")
                .contains(promises.get(policy));
        assertThat(heard.list.get(0).getKeyValuePairs().toString())
                .contains("component=\"store\"", "op=\"OPEN\"", "commit=\"0\"", "policy=\"" + policy + "\"");
    }

    @Test
    void anImageThatFails() {
        SimulatedDisk disk = new SimulatedDisk(directory);
        try (DictDB db = Stores.opened(disk, directory, SyncPolicy.NEVER, image -> {
            disk.faults(call -> {
                if (disk.calls().get(call).equals("replace")) {
                    throw new IOException("No space left on device");
                }
            });
            image.run();
        })) {
            db.createTable("t");
            for (int i = 0; i < 20; i++) {
                db.getTable("t").insert(Map.of("v", "x".repeat(40)));
            }
        }
        assertThat(lines()).hasSizeGreaterThan(1);
        assertThat(lines().get(1)).startsWith("WARN No image could be written to " + directory);
    }
}
