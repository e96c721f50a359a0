package vn.giaoviec.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The statements of our own tables that a piece of work sends; those of the engine are not among them. */
public final class Statements {
    private Statements() {}

    /** What a whole page sends, its frame too, for whoever acts on this thread; the page has to be shown. */
    public static List<String> ofPage(WebApplicationContext application, String path) {
        MockMvc here = MockMvcBuilders.webAppContextSetup(application).build();
        return during(() -> {
            try {
                here.perform(MockMvcRequestBuilders.get(path))
                        .andExpect(MockMvcResultMatchers.status().isOk());
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
    }

    /** Runs the work, and says what this thread sent meanwhile, in order. */
    public static List<String> during(Runnable work) {
        List<String> sent = new ArrayList<>();
        Thread here = Thread.currentThread();
        AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getThreadName().equals(here.getName())
                        && event.getMessage().startsWith("Executing")
                        && event.getFormattedMessage().contains("[")) {
                    sent.add(event.getFormattedMessage());
                }
            }
        };
        Logger log = (Logger) LoggerFactory.getLogger("vn.giaoviec.audit.WatchedTable");
        Level before = log.getLevel();
        listener.start();
        log.addAppender(listener);
        log.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            log.setLevel(before);
            log.detachAppender(listener);
            listener.stop();
        }
        return sent;
    }
}
