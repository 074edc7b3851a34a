package io.dictdb.proofs.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.StorageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* A store that another process has is refused with the number of that process, and free at once when it has been killed. */
class OwnerTest {
    private static final int TIMES = Integer.getInteger("dictdb.owners", 10);

    @TempDir
    Path directory;

    /** Opens a store, says so, and stays until it is killed or nobody listens any more. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            try (DictDB db = DictDB.open(Path.of(args[0]))) {
                System.out.println("open at commit " + db.sequence());
                while (System.in.read() >= 0) {
                    // until the end
                }
            }
        }
    }

    @Test
    void refusedWhileAnotherHasIt() throws IOException, InterruptedException {
        for (int i = 0; i < TIMES; i++) {
            Process holder = new ProcessBuilder(command())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out = holder.inputReader(StandardCharsets.US_ASCII)) {
                assertThat(out.readLine()).isEqualTo("open at commit " + i);
                assertThatThrownBy(() -> DictDB.open(directory))
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("is open already, by process " + holder.pid());
            } finally {
                holder.destroyForcibly().waitFor();
            }
            try (DictDB db = DictDB.open(directory)) {
                db.createTable("t" + i);
            }
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                directory.toString());
    }
}
