package archsearch.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Articles with hostile text in every field, in a browser that would run what they try to run. */
@ExtendWith(Chromium.Shared.class)
class BrowserHostileTextIT {
    @Test
    void articleText_runsNothing(Chromium chromium) throws Exception {
        try (TestSite site = HostileTextTest.site();
                Window window = chromium.open()) {
            String origin = "http://127.0.0.1:" + site.server.port();
            Page page = window.page();
            List<String> paths = new ArrayList<>(List.of(
                    "/",
                    "/?ui=zh",
                    "/search",
                    "/search?group=off&ui=zh",
                    "/search/facets/tag",
                    "/search/facets/publisher?order=name",
                    "/tags",
                    "/publishers",
                    "/api"));
            paths.addAll(site.page("/search").select(".card a[href^=/]").eachAttr("href").stream()
                    .distinct()
                    // A path cannot hold NUL.
                    .filter(href -> !href.contains("%00") || href.startsWith("/search"))
                    .toList());
            assertThat(paths).hasSizeGreaterThan(40);
            for (String path : paths) {
                page.navigate(origin + path);
                assertThat(page.locator("h1")).hasCount(1);
                assertThat(window.faults()).as(path).isEmpty();
            }
            assertThat(window.hosts()).isEqualTo(List.of(URI.create(origin).getAuthority()));
        }
    }

    @Test
    void requestText_runsNothing(Chromium chromium) throws Exception {
        try (TestSite site = HostileTextTest.site();
                Window window = chromium.open()) {
            Page page = window.page();
            for (String evil : HostileTextTest.evil()) {
                page.navigate("http://127.0.0.1:" + site.server.port() + "/search");
                page.locator("#search [name=q]").fill(evil);
                page.locator("#search button").click();
                assertThat(page.locator("h1")).hasCount(1);
                assertThat(page.url()).contains("q=");
            }
            assertThat(window.faults()).isEmpty();
        }
    }

    @Test
    void suggestions_areTextOnly(Chromium chromium) throws Exception {
        try (TestSite site = HostileTextTest.site();
                Window window = chromium.open()) {
            Page page = window.page();
            page.navigate("http://127.0.0.1:" + site.server.port() + "/search");
            for (String typed : List.of("<script", "onerror", "onload", "onmouse", "</title", "{{7")) {
                page.locator("#search [name=q]").fill(typed);
                Locator option = page.locator("#suggestions li").first();
                assertThat(option).containsText(typed);
                assertThat(page.locator("#suggestions").locator("script, img, svg, title, textarea"))
                        .hasCount(0);
            }
            assertThat(window.faults()).isEmpty();
        }
    }
}
