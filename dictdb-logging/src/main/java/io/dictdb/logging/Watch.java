package io.dictdb.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.spi.ConfigurationEvent;
import ch.qos.logback.core.spi.ConfigurationEventListener;

/** Notes what the application does to its Logback while sinks listen there. */
final class Watch implements LoggerContextListener, ConfigurationEventListener {
    private final Attachment attachment;
    private volatile boolean configuring;

    Watch(Attachment attachment) {
        this.attachment = attachment;
    }

    /** Whether Logback is reading a configuration: what it says of the logger must not be mistaken for what was lowered. */
    boolean isConfiguring() {
        return configuring;
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onReset(LoggerContext context) {
        attachment.again();
    }

    @Override
    public void onLevelChange(Logger logger, Level level) {
        attachment.levelChanged(logger);
    }

    @Override
    public void listen(ConfigurationEvent event) {
        switch (event.getEventType()) {
            case CONFIGURATION_STARTED -> configuring(true);
            case CONFIGURATION_ENDED_SUCCESSFULLY, CONFIGURATION_ENDED_WITH_XML_PARSING_ERRORS -> configuring(false);
            default -> {
                // says nothing of loggers
            }
        }
    }

    private void configuring(boolean begun) {
        configuring = begun;
        attachment.fit();
    }

    @Override
    public void onStart(LoggerContext context) {
        // nothing is configured by that
    }

    @Override
    public void onStop(LoggerContext context) {
        // the sinks are told until they are removed
    }
}
