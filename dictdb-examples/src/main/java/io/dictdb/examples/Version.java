package io.dictdb.examples;

import io.dictdb.DictDB;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of the database, as its module descriptor has it: it is the same in a jar and in a directory of classes. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String java = " (Java " + System.getProperty("java.version") + ")";
        return new String[] {"DictDB " + ofModule().orElse("of unknown version") + java};
    }

    private static Optional<String> ofModule() {
        @Nullable CodeSource source = DictDB.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            return ModuleFinder.of(Path.of(source.getLocation().toURI())).findAll().stream()
                    .flatMap(module -> module.descriptor().rawVersion().stream())
                    .findFirst();
        } catch (URISyntaxException | FindException e) {
            return Optional.empty();
        }
    }
}
