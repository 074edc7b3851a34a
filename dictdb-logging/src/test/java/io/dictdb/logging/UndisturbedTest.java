package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/* The application's own Logback gets what it would get without us, before, during and after. */
class UndisturbedTest {
    private static final org.slf4j.event.Level[] LEVELS = {
        org.slf4j.event.Level.ERROR, org.slf4j.event.Level.WARN, org.slf4j.event.Level.INFO, org.slf4j.event.Level.DEBUG
    };

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void applicationsOwn() {
        heard.setContext(context);
        heard.start();
        logger("ROOT").addAppender(heard);
    }

    @AfterEach
    void reset() {
        Logging.reset();
        logger("ROOT").detachAppender(heard);
        logger("ROOT").setLevel(Level.INFO);
        logger("io.dictdb").setLevel(null);
    }

    private Logger logger(String name) {
        return context.getLogger(name);
    }

    private List<String> heard() {
        heard.list.clear();
        for (org.slf4j.event.Level level : LEVELS) {
            Told.at(level, level.toString());
        }
        return heard.list.stream().map(ILoggingEvent::getMessage).toList();
    }

    private List<String> state() {
        return context.getLoggerList().stream()
                .map(each -> each.getName() + " " + each.getLevel() + " " + each.isAdditive() + " "
                        + each.iteratorForAppenders().hasNext())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"TRACE,ERROR", "TRACE,DEBUG", "INFO,DEBUG", "INFO,TRACE", "ERROR,DEBUG", "OFF,TRACE", "OFF,ERROR"})
    void whateverLevelsThereAre(String own, org.slf4j.event.Level sink) {
        logger("io.dictdb").setLevel(Level.toLevel(own));
        List<String> before = heard();
        List<String> state = state();
        int first = Logging.addSink(told::add, sink, event -> true);
        Logging.addSink(told::add, org.slf4j.event.Level.INFO, event -> true);
        assertThat(heard()).isEqualTo(before);
        assertThat(state()).isEqualTo(state);
        assertThat(told).isNotEmpty();
        Logging.removeSink(first);
        assertThat(heard()).isEqualTo(before);
        Logging.reset();
        assertThat(heard()).isEqualTo(before);
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void sinksAreToldWhateverTheApplicationDoesWithItsOwn() {
        Logging.addSink(told::add, org.slf4j.event.Level.DEBUG, event -> true);
        logger("ROOT").setLevel(Level.OFF);
        heard();
        assertThat(told).hasSize(4);
        context.reset();
        heard();
        assertThat(told).hasSize(8);
        context.stop();
        heard();
        assertThat(told).hasSize(12);
        context.start();
        logger("ROOT").setLevel(Level.INFO);
    }
}
