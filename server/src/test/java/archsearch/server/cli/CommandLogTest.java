package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.server.log.LogEvent;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLogTest {
    private static final Logger LOGGER = Logger.getLogger("archsearch.test");
    private static final String HOSTILE = "a\u001b[2J \"b\"\r\n2026 INFO forged: \u202eline\u0085 c=d";

    @Test
    void text_event_namesItsParts() {
        LogEvent event = LogEvent.of(LOGGER, Level.INFO, "request")
                .with("status", 200)
                .with("query", "q=flash sale")
                .with("nothing", null)
                .with("ms", 1.5);

        assertThat(TextEntry.lines(event, false))
                .singleElement()
                .asString()
                .endsWith(" INFO test: request status=200 query=\"q=flash sale\" ms=1.5");
    }

    @Test
    void text_hostileParts_stayOneHarmlessLine() {
        LogEvent event = LogEvent.of(LOGGER, Level.WARNING, "request").with("path", HOSTILE);

        assertThat(TextEntry.lines(event, false)).singleElement().asString().satisfies(line -> {
            assertThat(line.chars()).noneMatch(c -> Character.isISOControl(c) || c == 0x202e);
            assertThat(line).contains("\\\"b\\\"");
        });
    }

    @Test
    void text_exception_isNamedAndTracedOnDemand() {
        LogRecord entry = new LogRecord(Level.SEVERE, "failed");
        entry.setLoggerName("archsearch.server.Failures");
        entry.setThrown(new IllegalStateException("why\nforged"));

        assertThat(TextEntry.lines(entry, false))
                .singleElement()
                .asString()
                .endsWith("SEVERE Failures: failed (java.lang.IllegalStateException: why forged)");
        assertThat(TextEntry.lines(entry, true)).hasSizeGreaterThan(2).noneMatch(line -> line.contains("\n"));
    }

    @Test
    void json_event_isOneObjectWithItsParts() {
        LogEvent event = LogEvent.of(LOGGER, Level.WARNING, "slow search")
                .with("requestId", "r1")
                .with("ms", 512.5)
                .with("partial", true)
                .with("level", "forged");

        JsonNode json = JsonMapper.shared().readTree(JsonEntry.line(event));

        assertThat(json.propertyNames())
                .containsExactly("time", "level", "logger", "message", "requestId", "ms", "partial");
        assertThat(json.get("level").asString()).isEqualTo("WARN");
        assertThat(json.get("logger").asString()).isEqualTo("archsearch.test");
        assertThat(json.get("time").asString()).endsWith("Z");
        assertThat(json.get("ms").asDouble()).isEqualTo(512.5);
        assertThat(json.get("partial").asBoolean()).isTrue();
    }

    @Test
    void json_hostileParts_stayOneLineAndComeBackAsTheyWere() {
        String line = JsonEntry.line(LogEvent.of(LOGGER, Level.INFO, "request").with("path", HOSTILE));

        assertThat(line.chars()).noneMatch(c -> Character.isISOControl(c) || c == 0x202e);
        assertThat(JsonMapper.shared().readTree(line).get("path").asString()).isEqualTo(HOSTILE);
    }

    @Test
    void json_exception_hasErrorAndTrace() {
        LogRecord entry = new LogRecord(Level.SEVERE, "failed {0}");
        entry.setParameters(new Object[] {"here"});
        entry.setLoggerName("archsearch.server.Failures");
        entry.setThrown(new IllegalStateException("why"));

        JsonNode json = JsonMapper.shared().readTree(JsonEntry.line(entry));

        assertThat(json.get("level").asString()).isEqualTo("ERROR");
        assertThat(json.get("message").asString()).isEqualTo("failed here");
        assertThat(json.get("error").asString()).isEqualTo("java.lang.IllegalStateException: why");
        assertThat(json.get("trace").asString()).contains("CommandLogTest");
    }
}
