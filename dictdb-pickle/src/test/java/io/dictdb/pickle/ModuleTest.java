package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.spi.FileFormatProvider;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.net.URL;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/* What the module shows, needs and provides, on the module path and on the class path. */
class ModuleTest {
    private static ModuleDescriptor descriptor() throws Exception {
        URL classes = PickleFormat.class.getProtectionDomain().getCodeSource().getLocation();
        try (InputStream in = new URL(classes, "module-info.class").openStream()) {
            return ModuleDescriptor.read(in);
        }
    }

    @Test
    void needsTheCoreOnlyAndShowsOnePackage() throws Exception {
        ModuleDescriptor module = descriptor();
        assertThat(module.exports()).extracting(Exports::source).containsExactly("io.dictdb.pickle");
        assertThat(module.exports()).noneMatch(Exports::isQualified);
        assertThat(module.opens()).isEmpty();
        assertThat(module.requires())
                .filteredOn(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .containsExactlyInAnyOrder("java.base", "io.dictdb.core");
    }

    @Test
    void providesTheFormatBothWays() throws Exception {
        assertThat(descriptor().provides())
                .singleElement()
                .satisfies(provided -> assertThat(provided.providers()).containsExactly(PickleFormat.class.getName()));
        assertThat(ServiceLoader.load(FileFormatProvider.class)).hasAtLeastOneElementOfType(PickleFormat.class);
    }
}
