package io.dictdb.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/* Who may use whom. The list below is the whole architecture: bottom to top, and each layer names what it may use. A package that
 * is in no layer fails the test, so that a new one gets its place here before it gets its classes. Layers without classes pass;
 * the public words must be there. */
class ArchitectureTest {
    private static final String WORDS = "io.dictdb";
    private static final String INTERNAL = "io.dictdb.internal.";

    private static final Layer VALUE = new Layer(INTERNAL + "value..", List.of());
    private static final Layer PUBLIC = new Layer(WORDS, List.of(VALUE, new Layer(WORDS + ".spi", List.of())));
    private static final Layer SPI = new Layer(WORDS + ".spi", List.of(VALUE, PUBLIC));
    private static final Layer FILE = new Layer(INTERNAL + "file..", List.of(VALUE, PUBLIC, SPI));
    private static final Layer JSON = new Layer(INTERNAL + "json..", List.of(VALUE, PUBLIC, SPI, FILE));
    private static final Layer MAPPING = new Layer(INTERNAL + "mapping..", List.of(VALUE, PUBLIC));
    private static final Layer PAGE = new Layer(INTERNAL + "page..", List.of(VALUE, PUBLIC, MAPPING));
    private static final Layer INDEX = new Layer(INTERNAL + "index..", List.of(VALUE, PUBLIC, MAPPING, PAGE));
    private static final Layer QUERY = new Layer(INTERNAL + "query..", List.of(VALUE, PUBLIC, MAPPING, PAGE, INDEX));
    private static final Layer CODEC = new Layer(INTERNAL + "codec..", List.of(VALUE, PUBLIC, FILE));
    private static final Layer BYTES = new Layer(INTERNAL + "bytes..", List.of(VALUE, PUBLIC, SPI));
    private static final Layer IMAGE = new Layer(INTERNAL + "image..", List.of(VALUE, PUBLIC, SPI, PAGE, BYTES));
    private static final Layer TIMER = new Layer(INTERNAL + "timer..", List.of());
    private static final Layer JOURNAL = new Layer(INTERNAL + "journal..", List.of(VALUE, PUBLIC, SPI, FILE, BYTES));
    private static final Layer LOG = new Layer(INTERNAL + "log..", List.of());
    private static final Layer EVENT = new Layer(INTERNAL + "event..", List.of());
    private static final Layer FEED = new Layer(INTERNAL + "feed..", List.of(VALUE, PUBLIC, SPI, PAGE, FILE, JOURNAL));
    private static final Layer ENGINE = new Layer(
            INTERNAL + "engine..",
            List.of(
                    VALUE, PUBLIC, SPI, MAPPING, PAGE, INDEX, QUERY, CODEC, FILE, JSON, BYTES, IMAGE, TIMER, JOURNAL,
                    LOG, EVENT, FEED));

    private static final Layer BACKUP_WORDS =
            new Layer(WORDS + ".backup", List.of(VALUE, PUBLIC, new Layer(INTERNAL + "backup..", List.of())));
    private static final Layer BACKUP =
            new Layer(INTERNAL + "backup..", List.of(VALUE, PUBLIC, BACKUP_WORDS, FILE, TIMER, LOG, EVENT, ENGINE));

    static final List<Layer> LAYERS = List.of(
            VALUE,
            PUBLIC,
            SPI,
            FILE,
            MAPPING,
            PAGE,
            INDEX,
            QUERY,
            CODEC,
            JSON,
            BYTES,
            IMAGE,
            TIMER,
            JOURNAL,
            LOG,
            EVENT,
            FEED,
            ENGINE,
            BACKUP_WORDS,
            BACKUP);

    /** The one class of the public package that may look up: the static factories reach the engine through it. */
    private static final String BOOTSTRAP = WORDS + ".Bootstrap";

    private static final JavaClasses CORE = new ClassFileImporter().importPath(Core.CLASSES);

    record Layer(String packages, List<Layer> mayUse) {
        DescribedPredicate<JavaClass> classes() {
            return resideInAPackage(packages);
        }

        DescribedPredicate<JavaClass> visible() {
            List<String> inside = new ArrayList<>(List.of(packages));
            mayUse.forEach(layer -> inside.add(layer.packages()));
            return resideInAnyPackage(inside.toArray(String[]::new));
        }

        @Override
        public String toString() {
            return packages;
        }
    }

    @Test
    void thePublicWordsAreThere() {
        assertThat(CORE.that(PUBLIC.classes())).hasSizeGreaterThan(5);
    }

    @Test
    void everyPackageHasALayer() {
        classes()
                .should()
                .resideInAnyPackage(LAYERS.stream().map(Layer::packages).toArray(String[]::new))
                .check(CORE);
    }

    @ParameterizedTest
    @FieldSource("LAYERS")
    void aLayerUsesOnlyWhatLiesBelowIt(Layer layer) {
        classes()
                .that(layer.classes())
                .and()
                .doNotHaveFullyQualifiedName(BOOTSTRAP)
                .should()
                .onlyDependOnClassesThat(layer.visible().or(resideOutsideOfPackage("io.dictdb..")))
                .because("the layers of DictDB are listed bottom to top in ArchitectureTest; the public package reaches"
                        + " the upper ones through Bootstrap alone")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void bootstrapIsHiddenAndReachesTheEngineAndTheMapping() {
        classes()
                .that()
                .haveFullyQualifiedName(BOOTSTRAP)
                .should()
                .bePackagePrivate()
                .andShould()
                .onlyDependOnClassesThat(PUBLIC.visible()
                        .or(MAPPING.classes())
                        .or(ENGINE.classes())
                        .or(resideOutsideOfPackage("io.dictdb..")))
                .check(CORE);
    }

    @Test
    void internalPackagesHaveNoCycles() {
        slices().matching(INTERNAL + "(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void publicClassesNameAThingNotARole() {
        noClasses()
                .that(PUBLIC.classes())
                .and()
                .arePublic()
                .and()
                .doNotHaveSimpleName("BackupManager")
                .should()
                .haveNameMatching(".*(Impl|Helper|Util|Utils|Manager)")
                .check(CORE);
    }

    @Test
    void nothingUsesJavaSerialisation() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(Serializable|Externalizable|ObjectInputStream|ObjectOutputStream)")
                .because("files are read by our own checked formats only")
                .check(CORE);
    }

    @Test
    void nothingWritesToTheStandardStreams() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("a library is silent until asked")
                .check(CORE);
    }

    @Test
    void nothingSleeps() {
        noClasses()
                .should()
                .callMethodWhere(target(name("sleep"))
                        .and(target(owner(assignableTo(Thread.class).or(assignableTo(TimeUnit.class))))))
                .because("time is a parameter: take a Clock or an Executor")
                .check(CORE);
    }
}
