package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/* The application's own Logback gets what it would get without us, before, during and after. */
class UndisturbedTest {
    private static final String[] NAMES = {"io", "io.dictdb", "io.dictdb.query", "io.dictdb.query.deep", "com.example"};

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ListAppender<ILoggingEvent> root = new ListAppender<>();
    private final ListAppender<ILoggingEvent> database = new ListAppender<>();
    private final ListAppender<ILoggingEvent> query = new ListAppender<>();
    private final List<String> told = new ArrayList<>();

    private Logger logger(String name) {
        return context.getLogger(name);
    }

    @BeforeEach
    void applicationsOwn() {
        for (ListAppender<ILoggingEvent> each : List.of(root, database, query)) {
            each.setContext(context);
            each.start();
        }
        logger("ROOT").addAppender(root);
    }

    @AfterEach
    void reset() {
        Logging.reset();
        logger("ROOT").detachAppender(root);
        logger("io.dictdb").detachAppender(database);
        logger("io.dictdb.query").detachAppender(query);
        logger("io.dictdb").setAdditive(true);
        logger("io.dictdb.query").setAdditive(true);
        logger("ROOT").setLevel(Level.INFO);
        for (String name : NAMES) {
            logger(name).setLevel(null);
        }
    }

    /* Each logger at each level. */
    private void everything() {
        for (String name : NAMES) {
            for (org.slf4j.event.Level level : org.slf4j.event.Level.values()) {
                logger(name).atLevel(level).log(name + " " + level);
            }
        }
    }

    private List<List<String>> heard() {
        everything();
        List<List<String>> heard = new ArrayList<>();
        for (ListAppender<ILoggingEvent> each : List.of(root, database, query)) {
            heard.add(each.list.stream().map(ILoggingEvent::getMessage).toList());
            each.list.clear();
        }
        return heard;
    }

    private List<String> state() {
        List<String> state = new ArrayList<>();
        for (String name : NAMES) {
            Logger each = logger(name);
            List<String> appenders = new ArrayList<>();
            each.iteratorForAppenders()
                    .forEachRemaining(appender -> appenders.add(
                            System.identityHashCode(appender) + " " + appender.getCopyOfAttachedFiltersList()));
            state.add(name + " " + each.getLevel() + " " + each.isAdditive() + " " + appenders);
        }
        return state;
    }

    static Stream<Arguments> setUps() {
        List<Arguments> all = new ArrayList<>();
        for (String base : new String[] {null, "TRACE", "WARN", "OFF"}) {
            for (String child : new String[] {null, "DEBUG", "ERROR"}) {
                for (boolean additive : new boolean[] {true, false}) {
                    for (org.slf4j.event.Level sink : org.slf4j.event.Level.values()) {
                        all.add(Arguments.of(base, child, additive, sink));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void whateverIsConfigured(String base, String child, boolean additive, org.slf4j.event.Level sink) {
        logger("io.dictdb").addAppender(database);
        logger("io.dictdb").setAdditive(additive);
        logger("io.dictdb").setLevel(Level.toLevel(base, null));
        logger("io.dictdb.query").addAppender(query);
        logger("io.dictdb.query").setLevel(Level.toLevel(child, null));
        List<String> stateBefore = state();
        List<List<String>> before = heard();
        int first = Logging.addSink(told::add, sink, event -> true);
        assertThat(heard()).isEqualTo(before);
        int second = Logging.addSink(line -> told.add("second"), org.slf4j.event.Level.ERROR, event -> true);
        assertThat(heard()).isEqualTo(before);
        Logging.removeSink(first);
        assertThat(heard()).isEqualTo(before);
        Logging.removeSink(second);
        assertThat(heard()).isEqualTo(before);
        assertThat(state()).isEqualTo(stateBefore);
    }

    @Test
    void sinksGetWhatTheApplicationDoesNotLetThrough() {
        logger("ROOT").setLevel(Level.ERROR);
        Logging.addSink(told::add, org.slf4j.event.Level.DEBUG, event -> true);
        everything();
        assertThat(told).hasSize(12);
        assertThat(root.list).hasSize(5).allMatch(event -> event.getLevel() == Level.ERROR);
    }

    @Test
    void whatTheApplicationSaysOfALoggerBelowHoldsForSinksToo() {
        logger("io.dictdb.query").setLevel(Level.ERROR);
        Logging.addSink(
                told::add, org.slf4j.event.Level.TRACE, event -> event.logger().startsWith("io.dictdb.query"));
        everything();
        assertThat(told).hasSize(2).allMatch(line -> line.contains(" ERROR "));
    }

    @Test
    void levelsThatAreChangedMeanwhileHold() {
        Logging.addSink(told::add, org.slf4j.event.Level.DEBUG, event -> true);
        logger("ROOT").setLevel(Level.ERROR);
        assertThat(heard().get(0)).hasSize(5);
        logger("io").setLevel(Level.WARN);
        assertThat(heard().get(0)).hasSize(9);
        logger("io.dictdb").setLevel(Level.OFF);
        assertThat(heard().get(0)).hasSize(3);
        logger("io.dictdb").setLevel(Level.TRACE);
        assertThat(heard().get(0)).hasSize(18);
        told.clear();
        heard();
        assertThat(told).hasSize(12);
        logger("io.dictdb").setLevel(Level.WARN);
        Logging.reset();
        assertThat(logger("io.dictdb").getLevel()).isEqualTo(Level.WARN);
        logger("io.dictdb").setLevel(null);
        assertThat(heard().get(0)).hasSize(9);
    }

    @Test
    void aConfigurationThatIsReadMeanwhileHolds() throws Exception {
        Logging.addSink(told::add, org.slf4j.event.Level.DEBUG, event -> true);
        context.reset();
        everything();
        assertThat(told).hasSize(12);
        JoranConfigurator joran = new JoranConfigurator();
        joran.setContext(context);
        String text = """
                <configuration>
                  <appender name="LIST" class="ch.qos.logback.core.read.ListAppender" />
                  <appender name="ROOT" class="ch.qos.logback.core.read.ListAppender" />
                  <root level="ERROR"><appender-ref ref="ROOT" /></root>
                  <logger name="io.dictdb" level="WARN" additivity="false"><appender-ref ref="LIST" /></logger>
                </configuration>
                """;
        joran.doConfigure(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        told.clear();
        everything();
        assertThat(told).hasSize(12);
        assertThat(((ListAppender<ILoggingEvent>) logger("io.dictdb").getAppender("LIST")).list)
                .hasSize(6);
        assertThat(((ListAppender<ILoggingEvent>) logger("ROOT").getAppender("ROOT")).list)
                .hasSize(2);
        Logging.reset();
        assertThat(logger("io.dictdb").getLevel()).isEqualTo(Level.WARN);
        assertThat(logger("io.dictdb").isAdditive()).isFalse();
        context.reset();
        logger("ROOT").setLevel(Level.INFO);
    }

    @Test
    void levelsAndSinksMayChangeAtOnce() {
        Threads.run(4, thread -> {
            for (int i = 0; i < 500; i++) {
                if (thread == 0) {
                    logger("ROOT").setLevel(i % 2 == 0 ? Level.ERROR : Level.INFO);
                } else if (thread == 1) {
                    logger("io.dictdb").setLevel(i % 2 == 0 ? Level.WARN : null);
                } else {
                    Logging.removeSink(Logging.addSink(
                            line -> {
                                // nobody logs
                            },
                            org.slf4j.event.Level.TRACE,
                            event -> true));
                }
            }
        });
        Logging.reset();
        assertThat(logger("io.dictdb").getLevel()).isNull();
        assertThat(logger("io.dictdb").isAdditive()).isTrue();
        assertThat(logger("io.dictdb").iteratorForAppenders().hasNext()).isFalse();
    }
}
