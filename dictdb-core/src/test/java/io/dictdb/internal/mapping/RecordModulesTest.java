package io.dictdb.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of other modules: compiled here, because the tests themselves are in none. */
class RecordModulesTest {
    private static final String HIDDEN = "record Hidden(int a) {}";
    private static final String SHOWN = "public record Shown(int a) {}";

    @TempDir
    Path directory;

    private Class<? extends java.lang.Record> load(String moduleInfo, String name, String source) throws Exception {
        Path classes = directory.resolve("classes");
        write("module-info.java", "module com.acme { " + moduleInfo + " }");
        write("com/acme/people/" + name + ".java", "package com.acme.people; " + source);
        String[] files = {
            directory.resolve("module-info.java").toString(),
            directory.resolve("com/acme/people/" + name + ".java").toString()
        };
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), files[0], files[1]))
                .isZero();
        return in(classes).loadClass("com.acme.people." + name).asSubclass(java.lang.Record.class);
    }

    private void write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static ClassLoader in(Path classes) {
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("com.acme"));
        return ModuleLayer.boot()
                .defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader())
                .findLoader("com.acme");
    }

    private static <R extends java.lang.Record> void assertMapped(Class<R> type) {
        RecordMapper<R> mapper = RecordMapper.of(type);
        assertThat(mapper.write(mapper.read(Map.of("a", 7L)))).isEqualTo(Map.of("a", 7));
    }

    @Test
    void aClosedPackageIsSaidWithTheLineThatOpensIt() throws Exception {
        for (String moduleInfo : List.of("", "exports com.acme.people;")) {
            Class<? extends java.lang.Record> type = load(moduleInfo, "Hidden", HIDDEN);
            assertThatThrownBy(() -> RecordMapper.of(type))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("record com.acme.people.Hidden")
                    .hasMessageContaining("'opens com.acme.people to io.dictdb.core;'")
                    .hasMessageContaining("module-info of com.acme");
        }
    }

    @Test
    void anOpenPackageIsInReach() throws Exception {
        assertMapped(load("opens com.acme.people;", "Hidden", HIDDEN));
    }

    @Test
    void aPublicRecordOfAnExportedPackageNeedsNoOpening() throws Exception {
        assertMapped(load("exports com.acme.people;", "Shown", SHOWN));
    }

    @Test
    void aPublicRecordOfAHiddenPackageDoes() throws Exception {
        Class<? extends java.lang.Record> type = load("", "Shown", SHOWN);
        assertThatThrownBy(() -> RecordMapper.of(type))
                .hasMessageContaining("'opens com.acme.people to io.dictdb.core;'");
    }
}
