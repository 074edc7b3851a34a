package io.dictdb.examples;

import io.dictdb.examples.csv.Delimiter;
import io.dictdb.examples.csv.FileTour;
import io.dictdb.examples.csv.UserFile;
import io.dictdb.examples.terminal.Output;
import io.dictdb.examples.terminal.Screen;
import io.dictdb.examples.terminal.Wording;
import io.dictdb.examples.tour.ProductionTour;
import io.dictdb.examples.tour.Refusal;
import io.dictdb.examples.tour.Stopwatch;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code dictdb tour}. */
@Command(
        name = "tour",
        description = "Runs the production scenario on real data and checks every answer; with --csv, puts the same"
                + " questions to a file of yours.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dictdb tour",
            "  dictdb tour --rows 1000000 --seed 7",
            "  dictdb tour --csv people.csv",
            "  dictdb tour --csv export.tsv --delimiter tab --no-header"
        })
final class TourCommand implements Callable<Integer> {
    private static final int MOST_ROWS = 10_000_000;
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Output output;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "A CSV file to question instead of the tour's own data.")
    private @Nullable Path csv;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What stands between its cells, or 'tab'. Default: found out.")
    private @Nullable String delimiter;

    @Option(names = "--no-header", description = "Its first line is data: the columns become col_0, col_1 ...")
    private boolean noHeader;

    @Option(names = "--charset", paramLabel = "NAME", description = "Its character set. Default: UTF-8.")
    private @Nullable String charset;

    @Option(names = "--rows", paramLabel = "N", description = "How many transactions to make. Default: 100000.")
    private @Nullable Integer rows;

    @Option(names = "--seed", paramLabel = "N", description = "Shuffles their amounts. Default: 42.")
    private @Nullable Long seed;

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description = "Where the tour's log files go. Default: a new temporary directory.")
    private @Nullable Path logs;

    @Option(
            names = "--color",
            negatable = true,
            description = "Colours, or none. Default: on a terminal, unless NO_COLOR is set.")
    private @Nullable Boolean color;

    TourCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        checkOptions();
        LongSupplier ticker = System::nanoTime;
        Screen screen = new Screen(output.out(), output.look(color), ticker);
        try {
            return run(screen, new Stopwatch(ticker, PATIENCE)) ? 0 : 1;
        } catch (OutOfMemoryError e) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            throw new Refusal("not enough memory: Java may take " + megabytes
                    + " MB here. Take fewer rows, or set DICTDB_JAVA_OPTS=-Xmx4g");
        }
    }

    private boolean run(Screen screen, Stopwatch stopwatch) {
        if (csv == null) {
            int n = Objects.requireNonNullElse(rows, 100_000);
            return new ProductionTour(screen, stopwatch).run(n, Objects.requireNonNullElse(seed, 42L), logDirectory());
        }
        return new FileTour(screen, stopwatch).run(UserFile.of(csv, between(), !noHeader, characters()));
    }

    private Path logDirectory() {
        try {
            return logs == null ? Files.createTempDirectory("dictdb-tour-logs") : logs;
        } catch (IOException e) {
            throw new Refusal(
                    "no directory for the logs can be made: " + e.getMessage() + "; choose one with --logs DIR");
        }
    }

    private @Nullable Character between() {
        try {
            return delimiter == null ? null : Delimiter.parse(delimiter);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Charset characters() {
        try {
            return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "there is no character set '" + charset + "'");
        }
    }

    private void checkOptions() {
        refuse(csv == null && delimiter != null, "--delimiter needs --csv");
        refuse(csv == null && noHeader, "--no-header needs --csv");
        refuse(csv == null && charset != null, "--charset needs --csv");
        refuse(csv != null && rows != null, "--rows does not go with --csv");
        refuse(csv != null && logs != null, "--logs does not go with --csv");
        refuse(csv != null && seed != null, "--seed does not go with --csv");
        refuse(
                rows != null && (rows < 1 || rows > MOST_ROWS),
                "--rows must be from 1 to " + Wording.count(MOST_ROWS) + ", got " + rows);
    }

    private void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), why);
        }
    }
}
