package archsearch.server.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code archsearch config}: prints what each setting is set to and by what. */
@Command(
        name = "config",
        description = "Prints each setting, its value and where it was set, separated by tabs.",
        footer = {
            "",
            "The file of --config (or ARCHSEARCH_CONFIG) holds lines such as 'bind=127.0.0.1:9000'.",
            "",
            "Example: see that the environment counts before the default",
            "  ARCHSEARCH_BIND=127.0.0.1:9000 ${ROOT-COMMAND-NAME} config"
        })
final class ConfigCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--index", paramLabel = "DIR", description = "As for serve, index, search, check and export.")
    private @Nullable String index;

    @Option(names = "--data", paramLabel = "PATH", description = "As for serve.")
    private List<String> data = new ArrayList<>();

    @Option(names = "--bind", paramLabel = "HOST:PORT", description = "As for serve.")
    private @Nullable String bind;

    @Option(names = "--base-url", paramLabel = "URL", description = "As for serve.")
    private @Nullable String baseUrl;

    @Option(names = "--glossary", paramLabel = "FILE", description = "As for serve.")
    private @Nullable String glossary;

    @Option(names = "--cache-mb", paramLabel = "N", description = "As for serve.")
    private @Nullable String cacheMegabytes;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Option(names = "--tags", paramLabel = "FILE", description = "As for index.")
    private @Nullable String tags;

    @Option(names = "--rejects", paramLabel = "FILE", description = "As for index.")
    private @Nullable String rejects;

    @Option(names = "--max-rejects", paramLabel = "N", description = "As for index.")
    private @Nullable String maxRejects;

    @Option(names = "--min-share", paramLabel = "PERCENT", description = "As for index.")
    private @Nullable String minShare;

    ConfigCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Settings settings = root.settings();
        for (Setting setting : Setting.values()) {
            Settings.Value value = settings.of(setting, options(setting));
            root.terminal()
                    .out()
                    .println(SafeText.of(setting.word()) + "\t"
                            + SafeText.of(String.join(File.pathSeparator, value.values())) + "\t"
                            + SafeText.of(value.origin()));
        }
        return ExitStatus.DONE;
    }

    private List<String> options(Setting setting) {
        return switch (setting) {
            case INDEX -> one(index);
            case DATA -> data;
            case BIND -> one(bind);
            case BASE_URL -> one(baseUrl);
            case GLOSSARY -> one(glossary);
            case CACHE_MB -> one(cacheMegabytes);
            case SEARCH_TIMEOUT -> one(limits.searchTimeout);
            case MAX_SEARCHES -> one(limits.maxSearches);
            case RATE_LIMIT -> one(limits.rateLimit);
            case TRUSTED_PROXIES -> one(limits.trustedProxies);
            case CLIENT_TIMEOUT -> one(limits.clientTimeout);
            case LOG_FORMAT -> one(log.format);
            case ACCESS_LOG -> one(log.access);
            case SLOW_SEARCH -> one(log.slowSearch);
            case ZERO_RESULTS -> one(log.zeroResults);
            case TAGS -> one(tags);
            case REJECTS -> one(rejects);
            case MAX_REJECTS -> one(maxRejects);
            case MIN_SHARE -> one(minShare);
        };
    }

    private static List<String> one(@Nullable String option) {
        return option == null ? List.of() : List.of(option);
    }
}
