package io.dictdb.examples;

import io.dictdb.examples.terminal.Output;
import io.dictdb.examples.tour.Refusal;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code dictdb} command. Exit codes: 0 all went well, 1 something failed, 2 it was called wrongly. */
@Command(
        name = "dictdb",
        description = "An in-memory database of tables of map-like records.",
        subcommands = CommandLine.HelpCommand.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  dictdb tour                     a tour on real data, every answer checked",
            "  dictdb tour --csv people.csv    the same questions on a file of yours",
            "  dictdb help tour                all options of the tour",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 it was called wrongly."
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Output.ofProcess(), arguments));
    }

    /** Runs the command and returns its exit code. */
    static int run(Output output, String... arguments) {
        boolean colored = output.look(null).colored();
        return new CommandLine(new Main())
                .addSubcommand(new TourCommand(output))
                .setOut(writer(output.out(), output))
                .setErr(writer(output.err(), output))
                .setColorScheme(Help.defaultColorScheme(colored ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(Main::misused)
                .setExecutionExceptionHandler(Main::failed)
                .execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream, Output output) {
        return new PrintWriter(new OutputStreamWriter(stream, output.charset()), true);
    }

    private static int misused(ParameterException e, String[] ignored) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        PrintWriter err = e.getCommandLine().getErr();
        err.println(command.qualifiedName() + ": " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + command.qualifiedName() + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command, ParseResult ignored) {
        String message = e instanceof Refusal ? e.getMessage() : e.getClass().getSimpleName() + ": " + e.getMessage();
        command.getErr().println("dictdb: " + message);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
