package archsearch.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StylesheetTest {
    /** Compressed, as it is sent. */
    private static final int MOST_BYTES = 6 * 1024;

    private static final Pattern COLOR = Pattern.compile("--([a-z-]+): #([0-9a-f]{3}|[0-9a-f]{6});");

    /** Ratios of WCAG 2.2: 4.5 for text (1.4.3), 3 for the borders of fields (1.4.11). */
    @ParameterizedTest
    @CsvSource({
        "text, bg, 4.5",
        "text, face, 4.5",
        "text, note, 4.5",
        "text, soft, 4.5",
        "muted, bg, 4.5",
        "muted, face, 4.5",
        "muted, soft, 4.5",
        "link, bg, 4.5",
        "link, face, 4.5",
        "link, soft, 4.5",
        "seen, bg, 4.5",
        "bg, link, 4.5",
        "mark-text, mark, 4.5",
        "edge, bg, 3",
        "edge, face, 3"
    })
    void colors_haveContrast_inBothSchemes(String front, String back, double least) throws IOException {
        List<Map<String, String>> schemes = schemes();
        assertThat(schemes).hasSize(2);
        for (Map<String, String> scheme : schemes) {
            double ratio = contrast(color(scheme, front), color(scheme, back));
            assertThat(ratio).as("%s on %s: %s", front, back, scheme).isGreaterThanOrEqualTo(least);
        }
    }

    /** Nothing moves by itself, so that nothing has to stop for readers who ask for less motion. */
    @Test
    void stylesheet_movesNothing() throws IOException {
        assertThat(css()).doesNotContain("animation", "transition", "scroll-behavior", "@keyframes");
    }

    /** A focus that cannot be seen is none. */
    @Test
    void focus_isNeverTakenAwayFromWhatCanBeReachedByKeyboard() throws IOException {
        assertThat(css()).contains(":focus-visible { outline: 3px solid");
        assertThat(css().lines().filter(line -> line.contains("outline: none")))
                .as("only the place that the skip link leads to")
                .containsExactly("main:focus { outline: none; }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@media print {",
                "@media (forced-colors: active) {",
                "@media (prefers-contrast: more) {",
                "@media screen and (prefers-color-scheme: dark) {"
            })
    void readersSettings_areMet(String query) throws IOException {
        assertThat(css()).containsOnlyOnce(query);
    }

    @Test
    void stylesheet_loadsNothing_andIsSmall() throws IOException {
        assertThat(css()).doesNotContain("url(", "@import", "@font-face");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(css().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(out.size()).isLessThanOrEqualTo(MOST_BYTES);
    }

    private static String css() throws IOException {
        try (InputStream in = Objects.requireNonNull(StylesheetTest.class.getResourceAsStream("app.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Map<String, String>> schemes() throws IOException {
        String css = css();
        int dark = css.indexOf("prefers-color-scheme: dark");
        return List.of(colors(css.substring(0, dark)), colors(css.substring(dark)));
    }

    private static Map<String, String> colors(String css) {
        Map<String, String> colors = new HashMap<>();
        Matcher matcher = COLOR.matcher(css);
        while (matcher.find()) {
            String hex = matcher.group(2);
            colors.putIfAbsent(matcher.group(1), hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1"));
        }
        return colors;
    }

    private static String color(Map<String, String> scheme, String name) {
        return Objects.requireNonNull(scheme.get(name), name);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
