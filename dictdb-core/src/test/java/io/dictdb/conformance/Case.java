package io.dictdb.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One case: steps that run in order against one fresh database.
 *
 * @param id unique in its file
 * @param steps the steps
 */
record Case(String id, List<Step> steps) {

    /** Reads JSON Lines, one case a line. */
    static List<Case> read(String text) {
        List<Case> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> cases.add(parse(line)));
        for (Case one : cases) {
            if (!ids.add(one.id)) {
                throw new IllegalArgumentException("two cases have the id " + one.id);
            }
        }
        return cases;
    }

    @SuppressWarnings("unchecked")
    private static Case parse(String line) {
        Map<String, @Nullable Object> json = (Map<String, @Nullable Object>) Json.read(line);
        List<Map<String, @Nullable Object>> steps = (List<Map<String, @Nullable Object>>) json.get("steps");
        return new Case((String) json.get("id"), steps.stream().map(Step::new).toList());
    }
}
