package io.dictdb.benchmarks.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs every workload with every engine, each in a process of its own, and writes a file of results and a table. */
@Command(
        name = "race",
        description = "Measures DictDB beside its rivals, each in a process of its own, every answer checked.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples, after mvn -Dquick package:",
            "  java -cp 'dictdb-benchmarks/target/quick/classes:dictdb-benchmarks/target/quick/lib/*' \\",
            "      io.dictdb.benchmarks.race.Race --quick",
            "  ... Race --workloads W3,W4,W8 --engines DICTDB,DUCKDB --rows 100000",
            "  ... Race --jvm=-XX:+UseParallelGC --out results-parallel"
        })
public final class Race implements Callable<Integer> {
    @Option(names = "--engines", split = ",", description = "Who takes part. Default: all.")
    private List<Engine> engines = List.of(Engine.values());

    @Option(names = "--workloads", split = ",", description = "What is measured, W1 to W14. Default: all.")
    private List<String> workloads = new ArrayList<>();

    @Option(names = "--rows", description = "How many rows the table has. Default: ${DEFAULT-VALUE}.")
    private int rows = 1_000_000;

    @Option(names = "--rounds", description = "How many rounds count. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(names = "--seconds", description = "How long a round is. Default: ${DEFAULT-VALUE}.")
    private double seconds = 1;

    @Option(names = "--limit", description = "Seconds after which an engine is stopped. Default: ${DEFAULT-VALUE}.")
    private int limit = 180;

    @Option(names = "--jvm", description = "Options for the processes. Default: -Xmx6g with the JDK's collector.")
    private List<String> jvm = new ArrayList<>();

    @Option(
            names = "--quick",
            description =
                    "100,000 rows, short rounds, and only DictDB and the rival that was best in each row: a few minutes.")
    private boolean quick;

    @Option(names = "--out", description = "Where the results go: NAME.json and NAME.md. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("race");

    /** Runs it. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Race())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Results results = new Results(quick ? 100_000 : rows, jvm);
        Runner runner = new Runner(jvm, quick ? 60 : limit);
        List<Cell> cells = cells();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            System.out.printf("%3d/%d  %-10s %-9s ", i + 1, cells.size(), cell.workload(), cell.engine());
            Result result = runner.run(cell);
            System.out.println(result.text(cell.workload()));
            results.add(cell, result);
            write(results);
        }
        System.out.println();
        System.out.print(results.table());
        return 0;
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Workload workload : chosen()) {
            for (Engine engine : quick ? workload.quick() : engines) {
                cells.add(
                        quick
                                ? new Cell(engine, workload, 100_000, 3, 0.3)
                                : new Cell(engine, workload, rows, rounds, seconds));
            }
        }
        return cells;
    }

    private List<Workload> chosen() {
        if (workloads.isEmpty()) {
            return List.of(Workload.values());
        }
        List<Workload> chosen = new ArrayList<>();
        workloads.forEach(name -> chosen.addAll(Workload.named(name)));
        Collections.sort(chosen);
        return chosen;
    }

    private void write(Results results) throws IOException {
        Files.writeString(Path.of(out + ".json"), results.json());
        Files.writeString(Path.of(out + ".md"), results.table());
    }
}
