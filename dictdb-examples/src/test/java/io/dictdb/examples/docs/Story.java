package io.dictdb.examples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Java blocks of a page as one program. A block sees what the blocks before it declared; a {@code text} block is what the Java block before it
 * must print.
 *
 * @param page the page
 * @param imports the import lines of all blocks
 * @param blocks the code of each block
 * @param outputs what each block must print
 */
record Story(Path page, List<String> imports, List<String> blocks, List<String> outputs) {
    static final String MARK = "\u0001";

    static Story of(Path page) {
        Story story = new Story(page, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        String language = "";
        List<String> block = new ArrayList<>();
        for (String line : lines(page)) {
            if (!line.startsWith("```")) {
                block.add(line);
            } else if (line.length() > 3) {
                language = line.substring(3);
                block.clear();
            } else {
                story.close(language, block);
                language = "";
                block.clear();
            }
        }
        return story;
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close(String language, List<String> block) {
        if (language.equals("java")) {
            block.stream().filter(line -> line.startsWith("import ")).forEach(imports::add);
            blocks.add(
                    block.stream().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n")));
            outputs.add("");
        } else if (language.equals("text")) {
            outputs.set(outputs.size() - 1, String.join("\n", block));
        }
    }

    String className() {
        return "Page_" + page.getFileName().toString().replaceAll("[^A-Za-z]", "_");
    }

    /** A class with a method {@code run} that prints a mark before each block. */
    String source() {
        StringBuilder source = new StringBuilder("import java.util.*;\n");
        imports.forEach(line -> source.append(line).append('\n'));
        source.append("@SuppressWarnings(\"unchecked\") public final class ").append(className());
        source.append(" {\n  public static void run() throws Exception {\n");
        blocks.forEach(block -> source.append("System.out.print(\"")
                .append(MARK)
                .append("\");\n")
                .append(block)
                .append('\n'));
        return source.append("  }\n}\n").toString();
    }
}
