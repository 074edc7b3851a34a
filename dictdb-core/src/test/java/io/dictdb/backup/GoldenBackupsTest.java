package io.dictdb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dictdb.DictDB;
import io.dictdb.conformance.Json;
import io.dictdb.files.Golden;
import io.dictdb.internal.file.BackupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/* Backup directories that Python DictDB wrote come back at every point that they hold. Another folder of such directories is taken by -Dgolden.dir. */
class GoldenBackupsTest {
    /** What a full backup and some deltas make, by their names. */
    private record Point(Path folder, List<String> files, Map<String, Object> tables) {
        static List<Point> of(Path folder) throws IOException {
            Map<String, Object> expected = Golden.map(Json.read(Files.readString(folder.resolve("expected.json"))));
            return Golden.list(expected.get("points")).stream()
                    .map(Golden::map)
                    .map(point -> new Point(folder.resolve("backups"), files(point), point))
                    .toList();
        }

        private static List<String> files(Map<String, Object> point) {
            List<String> files = new ArrayList<>(List.of((String) point.get("full")));
            Golden.list(point.get("deltas")).forEach(delta -> files.add((String) delta));
            return files;
        }

        boolean isJson() {
            return files.get(0).endsWith(".json");
        }

        String full() {
            return files.get(0);
        }

        String last() {
            return files.get(files.size() - 1);
        }

        DynamicTest test(Executable check) {
            return dynamicTest(folder.getParent().getFileName() + ", " + full() + " to " + last(), check);
        }
    }

    private static List<Point> points() throws IOException {
        List<Point> points = new ArrayList<>();
        for (Path folder : Golden.folders("backups")) {
            Point.of(folder).stream().filter(Point::isJson).forEach(points::add);
        }
        assertThat(points).hasSizeGreaterThan(System.getProperty("golden.dir") == null ? 20 : -1);
        return points;
    }

    /** Of those that end with the same file, the one that begins with the newest full backup. */
    private static Collection<Point> restorable() throws IOException {
        Map<Path, Point> newest = new TreeMap<>();
        for (Point point : points()) {
            newest.merge(
                    point.folder().resolve(point.last()),
                    point,
                    BinaryOperator.maxBy(Comparator.comparing(Point::full)));
        }
        return newest.values();
    }

    @TestFactory
    Stream<DynamicTest> deltasByHand() throws IOException {
        return points().stream()
                .map(point -> point.test(() -> {
                    DictDB db = DictDB.load(point.folder().resolve(point.full()));
                    point.files().stream()
                            .skip(1)
                            .forEach(delta -> db.applyDelta(point.folder().resolve(delta)));
                    Golden.requireInAnyOrder(db, point.tables());
                }));
    }

    @TestFactory
    Stream<DynamicTest> restoredToEveryPoint() throws IOException {
        return restorable().stream()
                .map(point -> point.test(() -> check(
                        point,
                        BackupManager.restore(
                                point.folder(),
                                BackupName.of(point.last()).orElseThrow().at()))));
    }

    private static void check(Point point, DictDB restored) {
        Golden.requireInAnyOrder(restored, point.tables());
        RestoreReport report = BackupManager.lastReport(restored);
        assertThat(report.used().stream().map(file -> file.getFileName().toString()))
                .containsExactlyElementsOf(point.files());
        assertThat(report.passedOver()).isEmpty();
        assertThat(report.linked()).isEqualTo(point.files().size() == 1);
    }

    @TestFactory
    Stream<DynamicTest> theLatestPoint() throws IOException {
        Map<Path, Point> latest = new TreeMap<>();
        Comparator<Point> byAge = Comparator.comparing(
                point -> BackupName.of(point.last()).orElseThrow().at());
        restorable().forEach(point -> latest.merge(point.folder(), point, BinaryOperator.maxBy(byAge)));
        return latest.values().stream()
                .map(point -> point.test(() -> {
                    DictDB restored = BackupManager.restore(point.folder());
                    Golden.requireInAnyOrder(restored, point.tables());
                    assertThat(BackupManager.verify(point.folder()).isGood()).isTrue();
                }));
    }
}
