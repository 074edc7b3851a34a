package io.dictdb.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/* The public signatures of the module, compared with the ones that are checked in. So a change of what callers see is always a
 * line of the commit that makes it, and never an accident. */
class PublicSignatureTest {
    private static final Path FILE =
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "signatures", "io.dictdb.txt");
    private static final String WRITE =
            "mvn -B -ntp -pl dictdb-core test -Dtest=PublicSignatureTest -Dsignatures.write=true";

    private final Signatures signatures = Signatures.of(exportedClasses());

    @Test
    void signaturesAreTheOnesCheckedIn() throws IOException {
        List<String> now = signatures.lines();
        if (Boolean.getBoolean("signatures.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, now.stream().map(line -> line + "\n").collect(joining()));
        }
        List<String> promised = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
        if (!now.equals(promised)) {
            fail(
                    "The public signatures differ from %s:%n%s%nIf that is what you want, rewrite the file and commit it with your"
                            + " change:%n  %s",
                    FILE.getFileName(), diff(promised, now), WRITE);
        }
    }

    @Test
    void signaturesNameOnlyTypesThatCallersCanSee() {
        Set<String> exported = exportedPackages();
        assertThat(signatures.named())
                .filteredOn(type -> !type.getPackageName().startsWith("java."))
                .filteredOn(type -> !exported.contains(type.getPackageName()))
                .isEmpty();
    }

    /** Lines that went ("-") and lines that came ("+"), each member with its type before it. */
    private static String diff(List<String> before, List<String> after) {
        List<String> gone = qualified(before);
        List<String> come = qualified(after);
        Stream<String> removed =
                gone.stream().filter(line -> !come.contains(line)).map(line -> "  - " + line);
        Stream<String> added =
                come.stream().filter(line -> !gone.contains(line)).map(line -> "  + " + line);
        String text = Stream.concat(removed, added).collect(joining("\n"));
        return text.isEmpty() ? "  (only the order of the lines)" : text;
    }

    private static List<String> qualified(List<String> lines) {
        List<String> result = new ArrayList<>();
        String type = "";
        for (String line : lines) {
            boolean member = line.startsWith(" ");
            type = member ? type : line.replaceFirst("^.*?(io\\.dictdb\\.[\\w.]+).*$", "$1");
            result.add(member ? type + ": " + line.strip() : line);
        }
        return result;
    }

    private static Set<String> exportedPackages() {
        return Core.MODULE.exports().stream()
                .filter(exported -> !exported.isQualified())
                .map(exported -> exported.source())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Class<?>> exportedClasses() {
        List<Class<?>> classes = new ArrayList<>();
        for (String exported : exportedPackages()) {
            try (Stream<Path> files = Files.list(Core.CLASSES.resolve(exported.replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                        .map(name -> exported + "." + name.substring(0, name.length() - ".class".length()))
                        .forEach(name -> classes.add(load(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return classes;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicSignatureTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
