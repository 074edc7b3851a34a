package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.net.URL;
import org.junit.jupiter.api.Test;

/* What the module shows and needs. */
class ModuleTest {
    private static ModuleDescriptor descriptor() throws Exception {
        URL classes = Logging.class.getProtectionDomain().getCodeSource().getLocation();
        try (InputStream in = new URL(classes, "module-info.class").openStream()) {
            return ModuleDescriptor.read(in);
        }
    }

    @Test
    void needsTheAppendersOfLogbackAndShowsOnePackage() throws Exception {
        ModuleDescriptor module = descriptor();
        assertThat(module.exports()).extracting(Exports::source).containsExactly("io.dictdb.logging");
        assertThat(module.opens()).isEmpty();
        assertThat(module.requires())
                .filteredOn(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .containsExactlyInAnyOrder(
                        "java.base", "io.dictdb.core", "org.slf4j", "ch.qos.logback.core", "tools.jackson.core");
    }
}
