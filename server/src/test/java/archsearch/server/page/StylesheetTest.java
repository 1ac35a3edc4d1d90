package archsearch.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StylesheetTest {
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

    private static List<Map<String, String>> schemes() throws IOException {
        try (InputStream in = Objects.requireNonNull(StylesheetTest.class.getResourceAsStream("app.css"))) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int dark = css.indexOf("prefers-color-scheme: dark");
            return List.of(colors(css.substring(0, dark)), colors(css.substring(dark)));
        }
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
