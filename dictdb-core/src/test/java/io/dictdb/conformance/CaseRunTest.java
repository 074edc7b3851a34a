package io.dictdb.conformance;

import static io.dictdb.conformance.Steps.expecting;
import static io.dictdb.conformance.Steps.insert;
import static io.dictdb.conformance.Steps.select;
import static io.dictdb.conformance.Steps.step;
import static io.dictdb.conformance.Steps.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner sees a difference where there is one, follows the original past a departure, and reads other folders. */
class CaseRunTest {
    private static final Step CREATE = table();
    private static final Step TRUE = expecting(insert("{'v':true}"), "{'result':1}");
    private static final Step ONE = expecting(insert("{'v':1}"), "{'result':2}");

    @Test
    void aDifferenceNamesCaseStepExpectedAndGot() {
        Case wrong = new Case("some-id", List.of(CREATE, expecting(TRUE, "{'result':7}")));
        assertThatThrownBy(() -> CaseRun.of(wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("case some-id, step 2 of 2")
                .hasMessageContaining("\"op\":\"insert\"")
                .hasMessageContaining("{\"result\":7}")
                .hasMessageContaining("got:      1");
    }

    @Test
    void aDepartureIsFollowedInTheWordsThatMeanTheSameHere() {
        Step delete =
                step("{'op':'delete','table':'t','where':{'op':'eq','field':'v','value':1},'expect':{'result':2}}");
        Step count = step("{'op':'count','table':'t','expect':{'result':0}}");
        assertThat(CaseRun.of(CREATE, TRUE, ONE, delete, count)).containsExactly(Rule.BOOLEAN_NUMBER);
    }

    @Test
    void aDifferenceThatNoRuleExplainsStaysOne() {
        Step negative = expecting(select("'columns':['v'],'limit':-1"), "{'rows':[{'v':1}],'ordered':true}");
        assertThatThrownBy(() -> CaseRun.of(CREATE, TRUE, ONE, negative))
                .hasMessageContaining("IllegalArgumentException");
        Step delete =
                step("{'op':'delete','table':'t','where':{'op':'eq','field':'v','value':1},'expect':{'result':3}}");
        assertThatThrownBy(() -> CaseRun.of(CREATE, TRUE, ONE, delete)).hasMessageContaining("{\"result\":3}");
    }

    @Test
    void afterTheWaysHavePartedTheRestIsRunButNotCompared() {
        Step create = table("{'v':'int'}");
        Step insert = expecting(insert("{'v':1}"), "{'result':1}");
        Step update = step("{'op':'update','table':'t','changes':{'v':true},'where':null,'expect':{'result':1}}");
        Step all = step("{'op':'all','table':'t','expect':{'rows':[{'v':true,'id':1}],'ordered':true}}");
        assertThat(CaseRun.of(create, insert, update, all)).containsExactly(Rule.BOOLEAN_FOR_INTEGER);
    }

    @Test
    void twoCasesOfOneIdAreRefused() {
        String line = "{\"id\": \"a\", \"steps\": []}\n";
        assertThat(Case.read(line)).hasSize(1);
        assertThatThrownBy(() -> Case.read(line + line)).hasMessageContaining("a");
    }

    @Test
    void eachCaseOfEachFileOfAFolderIsATest(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("one.jsonl"), "{\"id\": \"a\", \"steps\": []}\n{\"id\": \"b\", \"steps\": []}\n");
        Files.writeString(folder.resolve("two.jsonl"), "{\"id\": \"c\", \"steps\": []}\n");
        Files.writeString(folder.resolve("notes.txt"), "not a case");
        List<Tally> tallies = new ArrayList<>();
        assertThat(tests(ConformanceTest.folder(folder, tallies)))
                .extracting(DynamicNode::getDisplayName)
                .containsExactly("a", "b", "c");
        assertThat(tallies).hasSize(2);
    }

    @Test
    void aFolderWithoutCasesFails(@TempDir Path folder) throws IOException {
        assertFails(folder);
        assertFails(folder.resolve("missing"));
        Files.writeString(folder.resolve("empty.jsonl"), "\n");
        assertFails(folder);
    }

    private static void assertFails(Path folder) {
        List<DynamicTest> tests = tests(ConformanceTest.folder(folder, new ArrayList<>()));
        assertThat(tests).hasSize(1);
        assertThatThrownBy(() -> tests.get(0).getExecutable().execute()).isInstanceOf(AssertionError.class);
    }

    private static List<DynamicTest> tests(DynamicNode node) {
        if (node instanceof DynamicContainer container) {
            return container
                    .getChildren()
                    .flatMap(child -> tests(child).stream())
                    .toList();
        }
        return List.of((DynamicTest) node);
    }
}
