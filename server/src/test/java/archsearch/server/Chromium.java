package archsearch.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The Chromium that the machine has, without windows; started once for all test classes that ask for it. */
final class Chromium implements AutoCloseable {
    private static final String MISSING = "NO BROWSER TEST RUNS: there is no chromium on the PATH."
            + " Install it, on Debian by \"apt-get install chromium fonts-noto-cjk\".";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        // A busy machine needs time; what holds does not wait.
        PlaywrightAssertions.setDefaultAssertionTimeout(Window.PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable));
    }

    /** A window of its own, without cookies or storage of others. */
    Window open(Browser.NewContextOptions options) {
        return new Window(browser.newContext(options));
    }

    /** A wide one, with script. */
    Window open() {
        return open(new Browser.NewContextOptions());
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> onThePath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Hands the one browser to tests. Where there is none they are skipped; in continuous integration they fail. */
    static final class Shared implements ExecutionCondition, ParameterResolver {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (onThePath().isPresent() || System.getenv("CI") != null) {
                return ConditionEvaluationResult.enabled("there is a browser, or there must be one");
            }
            System.err.println(context.getDisplayName() + ": " + MISSING);
            return ConditionEvaluationResult.disabled(MISSING);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Chromium.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Path executable = onThePath().orElseThrow(() -> new IllegalStateException(MISSING));
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Chromium.class))
                    .computeIfAbsent(Chromium.class, key -> new Chromium(executable), Chromium.class);
        }
    }
}
