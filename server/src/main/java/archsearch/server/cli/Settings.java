package archsearch.server.cli;

import archsearch.indexer.IndexJob;
import archsearch.server.HttpLimits;
import archsearch.server.SiteAddress;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what each {@link Setting} is set to: an option counts before the environment, the environment before a configuration
 * file, a file before the default. Paths of options and of the environment start at the current directory, those of a file at
 * the file's folder, and the defaults at the home: the repository when the launcher started the command.
 */
final class Settings {
    private static final String DEFAULT = "default";
    private static final String OFF = "off";

    private final Map<String, String> environment;
    private final Map<Setting, String> file;
    private final @Nullable Path filePath;
    private final Path home;

    /**
     * The value of a setting and where it was set.
     *
     * @param values empty where nothing is set and there is no default
     * @param origin for people, for example {@code environment ARCHSEARCH_INDEX}
     */
    record Value(List<String> values, String origin) {
        Value {
            values = List.copyOf(values);
        }
    }

    /**
     * Reads a configuration file, where there is one.
     *
     * @param filePath a properties file in UTF-8, or null for none
     * @throws UsageException if the file cannot be read or sets something that is no setting
     */
    Settings(Map<String, String> environment, @Nullable Path filePath, Path home) {
        this.environment = Map.copyOf(environment);
        this.filePath = filePath;
        this.file = filePath == null ? Map.of() : read(filePath);
        this.home = home;
    }

    private static Map<Setting, String> read(Path filePath) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(filePath)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no configuration file " + filePath);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new UsageException(
                    "the configuration file " + filePath + " cannot be read as properties in UTF-8: " + e.getMessage());
        }
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (String word : properties.stringPropertyNames()) {
            Setting setting = Setting.ofWord(word)
                    .orElseThrow(() -> new UsageException("the configuration file " + filePath + " sets '" + word
                            + "', which is no setting; there are: " + words()));
            settings.put(setting, properties.getProperty(word).strip());
        }
        return settings;
    }

    private static String words() {
        return Arrays.stream(Setting.values()).map(Setting::word).collect(Collectors.joining(", "));
    }

    /**
     * What the setting is set to.
     *
     * @param options the values of its option on the command line, empty where it was not given
     */
    Value of(Setting setting, List<String> options) {
        if (!options.isEmpty()) {
            return new Value(options, "option " + setting.option());
        }
        String variable = environment.getOrDefault(setting.variable(), "");
        if (!variable.isBlank()) {
            return new Value(split(setting, variable), "environment " + setting.variable());
        }
        String line = file.getOrDefault(setting, "");
        if (!line.isBlank() && filePath != null) {
            Path folder = filePath.toAbsolutePath().getParent();
            List<String> values = split(setting, line).stream()
                    .map(value -> setting.isPath() && folder != null && !isNowhere(setting, value)
                            ? under(folder, value)
                            : value)
                    .toList();
            return new Value(values, "file " + filePath);
        }
        return new Value(byDefault(setting), DEFAULT);
    }

    /** The word that stands for no file. */
    private static boolean isNowhere(Setting setting, String value) {
        return setting == Setting.ZERO_RESULTS && value.equals(OFF);
    }

    private static List<String> split(Setting setting, String values) {
        return setting == Setting.DATA
                ? Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(values)
                        .filter(value -> !value.isBlank())
                        .toList()
                : List.of(values.strip());
    }

    private List<String> byDefault(Setting setting) {
        return switch (setting) {
            case INDEX -> List.of(under(home, "var/index"));
            case DATA -> List.of(under(home, "data"));
            case BIND -> List.of("127.0.0.1:8080");
            case GLOSSARY -> List.of(under(home, "data/glossary.tsv"));
            case CACHE_MB -> List.of("32");
            case SEARCH_TIMEOUT -> List.of("2000");
            case MAX_SEARCHES -> List.of(String.valueOf(2 * Runtime.getRuntime().availableProcessors()));
            case RATE_LIMIT -> List.of("0");
            case CLIENT_TIMEOUT -> List.of(String.valueOf(HttpLimits.DEFAULT_CLIENT_TIMEOUT.toMillis()));
            case LOG_FORMAT -> List.of(LogFormat.TEXT.word());
            case ACCESS_LOG -> List.of(OFF);
            case SLOW_SEARCH -> List.of("500");
            case ZERO_RESULTS -> List.of(under(home, "var/zero-results.jsonl"));
            case MIN_SHARE -> List.of(String.valueOf(IndexJob.DEFAULT_LEAST_PERCENT));
            case BASE_URL, TRUSTED_PROXIES, TAGS, REJECTS, MAX_REJECTS -> List.of();
        };
    }

    /** The path as it is written from the current directory where it lies there, else in full. */
    private static String under(Path folder, String path) {
        Path here = Path.of("").toAbsolutePath();
        Path full = folder.toAbsolutePath().resolve(path(path)).normalize();
        return full.startsWith(here) && !full.equals(here)
                ? here.relativize(full).toString()
                : full.toString();
    }

    /**
     * The one path a setting is set to, or null where it is not set and has no default.
     *
     * @throws UsageException if it is no path
     */
    @Nullable Path path(Setting setting, @Nullable String option) {
        List<String> values =
                of(setting, option == null ? List.of() : List.of(option)).values();
        return values.isEmpty() ? null : path(values.getFirst());
    }

    /** The folder of the index. */
    Path index(@Nullable String option) {
        return path(of(Setting.INDEX, option == null ? List.of() : List.of(option))
                .values()
                .getFirst());
    }

    /** The glossary that queries are read with, or null where none is set and the default one does not exist. */
    @Nullable Path glossary(@Nullable String option) {
        Value value = of(Setting.GLOSSARY, option == null ? List.of() : List.of(option));
        Path file = path(value.values().getFirst());
        return value.origin().equals(DEFAULT) && !Files.exists(file) ? null : file;
    }

    /** Files and folders to index where there is no index yet; at least one. */
    List<Path> data(List<String> options) {
        return of(Setting.DATA, options).values().stream().map(Settings::path).toList();
    }

    /**
     * Where the server listens.
     *
     * @throws UsageException if it is neither {@code host:port} nor a port
     */
    Bind bind(@Nullable String option) {
        Value value = of(Setting.BIND, option == null ? List.of() : List.of(option));
        return Bind.parse(value.values().getFirst(), value.origin());
    }

    /**
     * Where the outside finds the site: as it is set, else as each request says.
     *
     * @throws UsageException if it is no such address
     */
    SiteAddress site(@Nullable String option) {
        Value value = of(Setting.BASE_URL, option == null ? List.of() : List.of(option));
        if (value.values().isEmpty()) {
            return SiteAddress.ofRequests();
        }
        String text = value.values().getFirst();
        try {
            return SiteAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    Setting.BASE_URL.word() + " is '" + text + "' (" + value.origin() + "); " + e.getMessage());
        }
    }

    /**
     * Most megabytes of memory for answers that are remembered; 0 for none.
     *
     * @throws UsageException if it is no number
     */
    int cacheMegabytes(@Nullable String option) {
        Integer megabytes = count(Setting.CACHE_MB, option);
        return megabytes == null ? 0 : megabytes;
    }

    /**
     * How long a search may take before it answers with what it has; zero for as long as it takes.
     *
     * @throws UsageException if it is no number of milliseconds
     */
    Duration searchTimeout(@Nullable String option) {
        return millis(Setting.SEARCH_TIMEOUT, option);
    }

    /**
     * How many searches run at one time.
     *
     * @throws UsageException if it is no number of 1 or more
     */
    int maxSearches(@Nullable String option) {
        return atLeastOne(Setting.MAX_SEARCHES, option);
    }

    /**
     * What clients may take of the server.
     *
     * @throws UsageException if one of the settings cannot be read
     */
    HttpLimits http(LimitOptions options) {
        Integer perMinute = count(Setting.RATE_LIMIT, options.rateLimit);
        int millis = atLeastOne(Setting.CLIENT_TIMEOUT, options.clientTimeout);
        Value proxies = of(
                Setting.TRUSTED_PROXIES, options.trustedProxies == null ? List.of() : List.of(options.trustedProxies));
        try {
            return HttpLimits.of(
                    perMinute == null ? 0 : perMinute,
                    HttpLimits.proxies(String.join(",", proxies.values())),
                    Duration.ofMillis(millis));
        } catch (IllegalArgumentException e) {
            throw new UsageException(Setting.TRUSTED_PROXIES.word() + " (" + proxies.origin() + "): " + e.getMessage());
        }
    }

    /**
     * How the log is written.
     *
     * @throws UsageException if there is no such form
     */
    LogFormat logFormat(@Nullable String option) {
        Value value = of(Setting.LOG_FORMAT, option == null ? List.of() : List.of(option));
        String word = value.values().getFirst();
        return LogFormat.ofWord(word)
                .orElseThrow(() -> new UsageException(Setting.LOG_FORMAT.word() + " is '" + word + "' ("
                        + value.origin() + "); it must be text or json"));
    }

    /**
     * Whether every answer has an entry in the log.
     *
     * @throws UsageException if it is neither on nor off
     */
    boolean accessLog(@Nullable String option) {
        Value value = of(Setting.ACCESS_LOG, option == null ? List.of() : List.of(option));
        return switch (value.values().getFirst()) {
            case "on" -> true;
            case OFF -> false;
            case String other ->
                throw new UsageException(Setting.ACCESS_LOG.word() + " is '" + other + "' (" + value.origin()
                        + "); it must be on or off");
        };
    }

    /**
     * The shortest time of a search that the log tells of; zero for none.
     *
     * @throws UsageException if it is no number of milliseconds
     */
    Duration slowSearch(@Nullable String option) {
        return millis(Setting.SLOW_SEARCH, option);
    }

    /** The file that searches without hits are kept in, or null where they are not kept. */
    @Nullable Path zeroResults(@Nullable String option) {
        Value value = of(Setting.ZERO_RESULTS, option == null ? List.of() : List.of(option));
        String file = value.values().getFirst();
        return isNowhere(Setting.ZERO_RESULTS, file) ? null : path(file);
    }

    private int atLeastOne(Setting setting, @Nullable String option) {
        Integer number = count(setting, option);
        if (number == null || number == 0) {
            throw new UsageException(setting.word() + " must be 1 or more");
        }
        return number;
    }

    private Duration millis(Setting setting, @Nullable String option) {
        Integer millis = count(setting, option);
        return Duration.ofMillis(millis == null ? 0 : millis);
    }

    /**
     * The share of the last good generation's articles, in percent, that a batch must have.
     *
     * @throws UsageException if it is no number from 0 to 100
     */
    int leastPercent(@Nullable String option) {
        Integer percent = count(Setting.MIN_SHARE, option);
        if (percent == null || percent > 100) {
            throw new UsageException(Setting.MIN_SHARE.word() + " is '" + percent + "'; it must be from 0 to 100");
        }
        return percent;
    }

    /**
     * A whole number that is not negative, or null where the setting is not set and has no default.
     *
     * @throws UsageException if it is none
     */
    @Nullable Integer count(Setting setting, @Nullable String option) {
        Value value = of(setting, option == null ? List.of() : List.of(option));
        if (value.values().isEmpty()) {
            return null;
        }
        String text = value.values().getFirst();
        if (!text.matches("[0-9]{1,9}")) {
            throw new UsageException(setting.word() + " is '" + text + "' (" + value.origin()
                    + "); it must be a whole number from 0 to 999999999");
        }
        return Integer.valueOf(text);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("'" + text + "' is no path here: " + e.getReason());
        }
    }
}
