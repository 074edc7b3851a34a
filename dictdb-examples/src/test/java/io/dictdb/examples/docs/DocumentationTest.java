package io.dictdb.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the README and the pages under docs show, and compares what it prints. */
class DocumentationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyPageDoesWhatItSays() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> found = Files.walk(ROOT.resolve("docs"))) {
            found.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream()
                .map(Story::of)
                .filter(story -> !story.blocks().isEmpty())
                .map(story ->
                        DynamicTest.dynamicTest(ROOT.relativize(story.page()).toString(), () -> check(story)));
    }

    @Test
    void thePagesThatMatterAreAmongThem() {
        assertThat(Story.of(ROOT.resolve("README.md")).blocks()).isNotEmpty();
        assertThat(Story.of(ROOT.resolve("docs/getting-started.md")).blocks()).hasSizeGreaterThan(4);
    }

    @Test
    void everyExceptionIsExplained() throws IOException {
        String explained = Files.readString(ROOT.resolve("docs/guides/errors.md"));
        try (Stream<Path> sources = Files.list(ROOT.resolve("dictdb-core/src/main/java/io/dictdb"))) {
            List<String> names = sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith("Exception.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
            assertThat(names)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(name -> assertThat(explained).contains("`" + name + "`"));
        }
    }

    private void check(Story story) throws Exception {
        String[] printed = run(story).split(Story.MARK, -1);
        assertThat(printed).as("blocks run").hasSize(story.blocks().size() + 1);
        for (int i = 0; i < story.blocks().size(); i++) {
            assertThat(printed[i + 1].strip())
                    .as("block %d:%n%s", i + 1, story.blocks().get(i))
                    .isEqualTo(story.outputs().get(i).strip());
        }
    }

    private String run(Story story) throws Exception {
        compile(story);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
                PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            loader.loadClass(story.className()).getMethod("run").invoke(null);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void compile(Story story) throws IOException {
        Path source = Files.writeString(folder.resolve(story.className() + ".java"), story.source());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-d", folder.toString(), "-proc:none", "-classpath", classPath());
            boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as("%s%n%s", complaints, story.source()).isTrue();
        }
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Arrays.asList(System.getProperty("java.class.path", ""), System.getProperty("jdk.module.path", "")));
    }
}
