package io.dictdb.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place in the application's Logback where the sinks listen: an appender of the logger {@code io.dictdb}. As long as no sink wants to know more than the application lets through, nothing else is touched.
 *
 * <p>When one does, the logger's level has to be lowered, and then everything that the application itself would not have let through is kept from its appenders: those of the loggers of the database get a filter, and those
 * above get what they would have got from here, for the logger is cut off from them. All that is put back when no sink needs it. What the application changes meanwhile is noted ({@link Watch}) and holds.
 *
 * <p>The lock is the monitor of the logger: Logback holds it when it tells that somebody has changed its level, so there is no other order.
 */
final class Attachment {
    private static final String NAME = "io.dictdb";

    private final LoggerContext context;
    private final Logger logger;
    private final Logger parent;
    private final Sinks sinks;
    private final Gate gate = new Gate(this::tell);
    private final Watch watch = new Watch(this);
    private final Filter<ILoggingEvent> mute = new Mute();
    private final List<Appender<ILoggingEvent>> muted = new ArrayList<>();

    private @Nullable Level ownLevel;
    private boolean ownAdditive;
    private boolean changing;

    /** What the application lets through; null while nothing but that comes here. */
    private volatile @Nullable Level allowed;

    Attachment(LoggerContext context, Sinks sinks) {
        this.context = context;
        this.logger = context.getLogger(NAME);
        this.parent = context.getLogger(NAME.substring(0, NAME.lastIndexOf('.')));
        this.sinks = sinks;
    }

    void begin() {
        synchronized (logger) {
            context.addListener(watch);
            context.addConfigurationEventListener(watch);
            hang();
        }
    }

    void end() {
        synchronized (logger) {
            raise();
            logger.detachAppender(gate);
            gate.stop();
            context.removeConfigurationEventListener(watch);
            context.removeListener(watch);
        }
    }

    /** Logback has forgotten everything that was configured. */
    void again() {
        synchronized (logger) {
            muted.clear();
            allowed = null;
            hang();
        }
    }

    private void hang() {
        ownLevel = logger.getLevel();
        gate.setContext(context);
        gate.start();
        logger.addAppender(gate);
        fit();
    }

    /** The application has set a level. */
    void levelChanged(Logger changed) {
        if (changed == logger || isAbove(changed)) {
            synchronized (logger) {
                if (!changing) {
                    ownLevel = changed == logger ? changed.getLevel() : ownLevel;
                    fit();
                }
            }
        }
    }

    private boolean isAbove(Logger other) {
        return other == parent || other.getName().equals(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Takes from Logback what the sinks want to know, and no more. */
    void fit() {
        synchronized (logger) {
            Level own = ownLevel == null ? parent.getEffectiveLevel() : ownLevel;
            Level wanted = Level.toLevel(sinks.finest());
            if (wanted.toInt() < own.toInt() && !watch.isConfiguring()) {
                lower(own, wanted);
            } else {
                raise();
            }
        }
    }

    private void lower(Level own, Level wanted) {
        if (allowed == null) {
            ownAdditive = logger.isAdditive();
        }
        allowed = own;
        muteAppenders();
        logger.setAdditive(false);
        setLevel(wanted);
    }

    private void raise() {
        if (allowed != null) {
            setLevel(ownLevel);
            logger.setAdditive(ownAdditive);
            muted.forEach(this::unmute);
            muted.clear();
            allowed = null;
        }
    }

    private void setLevel(@Nullable Level level) {
        changing = true;
        try {
            logger.setLevel(level);
        } finally {
            changing = false;
        }
    }

    private void muteAppenders() {
        for (Logger each : context.getLoggerList()) {
            if (isOfDatabase(each.getName())) {
                Iterator<Appender<ILoggingEvent>> appenders = each.iteratorForAppenders();
                while (appenders.hasNext()) {
                    mute(appenders.next());
                }
            }
        }
    }

    private void mute(Appender<ILoggingEvent> appender) {
        if (appender != gate && !muted.contains(appender)) {
            appender.addFilter(mute);
            muted.add(appender);
        }
    }

    private void unmute(Appender<ILoggingEvent> appender) {
        List<Filter<ILoggingEvent>> filters = appender.getCopyOfAttachedFiltersList();
        appender.clearAllFilters();
        filters.stream().filter(filter -> filter != mute).forEach(appender::addFilter);
    }

    private void tell(ILoggingEvent event) {
        sinks.tell(event);
        if (allowed != null && ownAdditive && isAllowed(event)) {
            parent.callAppenders(event);
        }
    }

    /** Whether it would have come so far if no sink had asked for it. */
    private boolean isAllowed(ILoggingEvent event) {
        Level own = allowed;
        return own == null || event.getLevel().isGreaterOrEqual(own) || hasLevelOfItsOwn(event.getLoggerName());
    }

    private boolean hasLevelOfItsOwn(String name) {
        for (String each = name; each.length() > NAME.length(); each = each.substring(0, each.lastIndexOf('.'))) {
            Logger named = context.exists(each);
            if (named != null && named.getLevel() != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfDatabase(String name) {
        return name.equals(NAME) || name.startsWith(NAME + ".");
    }

    private final class Mute extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            return isOfDatabase(event.getLoggerName()) && !isAllowed(event) ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }
}
