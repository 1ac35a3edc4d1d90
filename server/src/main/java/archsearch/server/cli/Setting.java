package archsearch.server.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be set by an option, by the environment and by a configuration file alike. */
enum Setting {
    INDEX("index", true),
    /** The only one with several values; in the environment and in a file they are separated as PATH's are. */
    DATA("data", true),
    BIND("bind", false),
    BASE_URL("base-url", false),
    GLOSSARY("glossary", true),
    CACHE_MB("cache-mb", false),
    SEARCH_TIMEOUT("search-timeout", false),
    MAX_SEARCHES("max-searches", false),
    RATE_LIMIT("rate-limit", false),
    TRUSTED_PROXIES("trusted-proxies", false),
    CLIENT_TIMEOUT("client-timeout", false),
    LOG_FORMAT("log-format", false),
    ACCESS_LOG("access-log", false),
    SLOW_SEARCH("slow-search", false),
    ZERO_RESULTS("zero-results", true),
    TAGS("tags", true),
    REJECTS("rejects", true),
    MAX_REJECTS("max-rejects", false),
    MIN_SHARE("min-share", false);

    private final String word;
    private final boolean path;

    Setting(String word, boolean path) {
        this.word = word;
        this.path = path;
    }

    /** The name in a configuration file, and, after two hyphens, the option. */
    String word() {
        return word;
    }

    /** Whether the value is one or several paths. */
    boolean isPath() {
        return path;
    }

    String option() {
        return "--" + word;
    }

    /** The environment variable, for example {@code ARCHSEARCH_MAX_REJECTS}. */
    String variable() {
        return "ARCHSEARCH_" + word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static Optional<Setting> ofWord(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}
