package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dictdb.DictDB;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Where there is a python3, it disassembles and loads what we write, with classes that stand in for those of Python DictDB, and what it makes of that in each protocol comes back. */
class PythonOpinionTest {
    @TempDir
    Path directory;

    private int run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output.txt").toFile())
                    .start();
            return process.waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void pythonReadsWhatWeWrite() throws Exception {
        String hasPickle = "import pickle, pickletools, sys; sys.exit(0 if sys.version_info >= (3, 8) else 1)";
        assumeThat(run("python3", "-c", hasPickle)).as("there is a python3").isZero();
        DictDB db = Everything.create();
        Path file = directory.resolve("db.pickle");
        db.save(file);
        int exit = run("python3", "src/test/resources/opinion.py", file.toString(), directory.toString());
        assertThat(exit)
                .as(Files.readString(directory.resolve("output.txt"), StandardCharsets.ISO_8859_1))
                .isZero();
        for (int protocol = 0; protocol <= 5; protocol++) {
            Golden.requireSame(DictDB.load(directory.resolve(protocol + ".pickle")), db);
            Golden.requireSame(DictDB.load(directory.resolve(protocol + ".in-python.pickle")), db);
        }
    }
}
