package io.dictdb.benchmarks.race;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a process for each cell, and ends it when its time is over. */
final class Runner {
    private final List<String> options;
    private final int limitSeconds;

    Runner(List<String> options, int limitSeconds) {
        this.options = options;
        this.limitSeconds = limitSeconds;
    }

    Result run(Cell cell) throws IOException, InterruptedException {
        File printed = Files.createTempFile("cell", ".txt").toFile();
        Process process = new ProcessBuilder(command(cell))
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start();
        try {
            if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                return Result.failed("not within " + limitSeconds + " s");
            }
            return result(Files.readAllLines(printed.toPath()));
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(printed.toPath());
        }
    }

    private static Result result(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("RESULT "))
                .findFirst()
                .map(Result::of)
                .orElseGet(() -> Result.failed(lastWords(lines)));
    }

    /** The deepest cause of what was thrown. */
    private static String lastWords(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: ") || line.startsWith("Exception in thread"))
                .reduce((first, second) -> second)
                .orElse("it ended without a word")
                .replace("Caused by: ", "")
                .replace('|', '/');
    }

    private List<String> command(Cell cell) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx6g");
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Cell.class.getName(),
                cell.engine().name(),
                cell.workload().toString(),
                String.valueOf(cell.rows()),
                String.valueOf(cell.rounds()),
                String.valueOf(cell.seconds())));
        return command;
    }
}
