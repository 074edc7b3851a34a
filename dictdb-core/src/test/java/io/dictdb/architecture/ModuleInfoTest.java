package io.dictdb.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/* What the module shows and what it needs, spelled out: to change either is a decision, not a side effect. */
class ModuleInfoTest {
    private static final Set<String> TO_ALL = Set.of();

    @Test
    void exportsThePublicWordsAndTheServicesToAllAndTheEngineToTheTestkit() {
        Map<String, Set<String>> exported =
                Core.MODULE.exports().stream().collect(toMap(Exports::source, Exports::targets));
        assertThat(exported)
                .containsOnly(
                        Map.entry("io.dictdb", TO_ALL),
                        Map.entry("io.dictdb.backup", TO_ALL),
                        Map.entry("io.dictdb.spi", TO_ALL),
                        Map.entry("io.dictdb.internal.engine", Set.of("io.dictdb.testkit")),
                        Map.entry("io.dictdb.internal.log", Set.of("io.dictdb.logging")));
    }

    @Test
    void opensNothing() {
        assertThat(Core.MODULE.isOpen()).isFalse();
        assertThat(Core.MODULE.opens()).isEmpty();
    }

    @Test
    void needsOnlyReadersOfCsvAndJsonALogAndFlightRecordings() {
        assertThat(Core.MODULE.requires())
                .filteredOn(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .filteredOn(name -> !name.startsWith("java."))
                .containsExactlyInAnyOrder("de.siegmar.fastcsv", "tools.jackson.core", "org.slf4j", "jdk.jfr");
    }
}
