package archsearch.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do on the site, each with scripts and without them. */
@ParameterizedClass(name = "script {0}")
@ValueSource(booleans = {true, false})
@ExtendWith({SampleSite.Shared.class, Chromium.Shared.class})
class BrowserFlowsIT {
    private static final String TITLES = ".card h2 a, .card h3 a";

    @Parameter
    private boolean script;

    private SampleSite site;
    private Window window;
    private Page page;

    @BeforeEach
    void open(SampleSite site, Chromium chromium) {
        this.site = site;
        window = chromium.open(new Browser.NewContextOptions().setJavaScriptEnabled(script));
        page = window.page();
    }

    /** Nothing fails behind any page, and nobody else is told of it. */
    @AfterEach
    void close() {
        window.close();
        assertThat(window.faults()).isEmpty();
        assertThat(window.hosts()).isEqualTo(List.of(URI.create(site.at("/")).getAuthority()));
    }

    @Test
    void searchFromHome_findsAndIsOneAddress() {
        page.navigate(site.at("/"));
        assertThat(page.locator("[name=q]")).isFocused();
        // Only a script can keep what these promise.
        assertThat(page.locator("[role=combobox], #keys-open:visible")).hasCount(script ? 2 : 0);
        page.keyboard().type("kafka");
        page.keyboard().press("Enter");
        assertAt("/search?q=kafka");
        assertThat(page.locator("[name=q]")).hasValue("kafka");
        List<String> titles = page.locator(TITLES).allTextContents();
        assertThat(titles).isNotEmpty();
        page.reload();
        assertThat(page.locator(TITLES)).hasText(titles.toArray(String[]::new));

        page.locator(TITLES).first().click();
        assertThat(page.locator("h1")).hasText(titles.getFirst());
        page.goBack();
        assertAt("/search?q=kafka");
        assertThat(page.locator("[name=q]")).hasValue("kafka");
    }

    @Test
    void filter_narrowsAsItPromised_andItsChipRemovesIt() {
        page.navigate(site.at("/search?q=kafka"));
        String all = status();
        Locator value = page.locator(".rail a[href*='tag=']").first();
        String count = value.locator("xpath=following-sibling::span").textContent();
        String name = value.textContent();
        value.click();
        assertThat(page.locator(".chips a").first()).hasText(name);
        assertThat(page.locator(".rail [aria-current=true]")).hasText(name);
        assertThat(status()).startsWith(count + " ");

        page.locator(".chips a").first().click();
        assertAt("/search?q=kafka");
        assertThat(status()).isEqualTo(all);
    }

    @Test
    void datesOfTheForm_keepTheQueryAndOtherFilters() {
        page.navigate(site.at("/search?q=kafka&lang=en"));
        page.locator("[name=from]").fill("2019-01-01");
        page.locator(".rail button").click();
        assertThat(page.locator(".chips a:not(.clear)")).hasCount(2);
        assertThat(page.locator(".card time").first()).containsText("2019");
        // Without a script a browser sends what is empty, too.
        String query = URI.create(page.url()).getQuery();
        assertThat(query.replace("&to=", "").replace("&minutesMax=", "").split("&"))
                .containsExactlyInAnyOrder("q=kafka", "lang=en", "from=2019-01-01");
        assertThat(query.contains("&to=")).isNotEqualTo(script);
    }

    @Test
    void filtersOnAPhone_areFoldedAway_andOpen() {
        page.setViewportSize(360, 640);
        page.navigate(site.at("/search?q=kafka"));
        Locator value = page.locator(".rail a[href*='lang=zh']");
        assertThat(value).isHidden();
        page.locator(".rail > summary").click();
        value.click();
        assertAt("/search?q=kafka&lang=zh");
        assertThat(page.locator(".rail > summary")).containsText("1");
    }

    @Test
    void sorting_ordersByDate_andTheDefaultIsNotInTheAddress() {
        page.navigate(site.at("/search?q=kafka"));
        page.locator(".choices a[href*='sort=newest']").first().click();
        assertAt("/search?q=kafka&sort=newest");
        assertThat(page.locator(".card > .meta time").all().stream()
                        .map(time -> time.getAttribute("datetime"))
                        .toList())
                .hasSizeGreaterThan(2)
                .isSortedAccordingTo(Comparator.reverseOrder());
        page.locator(".bar .choices").first().locator("a").first().click();
        assertAt("/search?q=kafka");
    }

    @Test
    void nextPage_goesOn_andBackReturns() {
        page.navigate(site.at("/search?size=10"));
        List<String> first = page.locator(TITLES).allTextContents();
        page.locator("[rel=next]").click();
        assertAt("/search?page=2&size=10");
        assertThat(page.locator(".paging [aria-current=page]")).hasText("2");
        assertThat(page.locator("ol.cards")).hasAttribute("start", "11");
        assertThat(page.locator(TITLES).allTextContents()).hasSize(10).doesNotContainAnyElementsOf(first);
        page.goBack();
        assertThat(page.locator(TITLES)).hasText(first.toArray(String[]::new));
        assertAt("/search?size=10");
    }

    @Test
    void tagOfACard_leadsToItsPageAndFeed() {
        page.navigate(site.at("/search?q=kafka"));
        Locator tag = page.locator(".card .tags a").first();
        String name = tag.textContent();
        tag.click();
        assertThat(page.locator("h1")).hasText(name);
        assertThat(page.locator("main p[role=status]")).containsText("Tagged articles");
        String title = page.locator(TITLES).first().textContent();

        APIResponse feed = window.context()
                .request()
                .get(site.at(page.locator("main a[type='application/atom+xml']").getAttribute("href")));
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.headers().get("content-type")).startsWith("application/atom+xml");
        assertThat(feed.text()).contains("<entry ").contains(title.substring(0, 8));

        page.locator("#within [name=q]").fill("kafka");
        page.locator("#within button").click();
        assertThat(page.locator("h1")).hasText(name);
        assertThat(page.locator("mark").first()).isVisible();
    }

    @Test
    void noHits_offerAStepThatLeadsToHits() {
        page.navigate(site.at("/search?q=kafka&year=1999"));
        assertThat(page.locator(".none .lead")).isVisible();
        Locator offer = page.locator(".none .counts li").first();
        String count = offer.locator("span").textContent().replaceFirst(" .*", "");
        offer.locator("a").click();
        assertThat(page.locator(TITLES).first()).isVisible();
        assertThat(status()).startsWith(count + " ");

        page.navigate(site.at("/search?q=zzzzz"));
        page.locator(".none .counts a").first().click();
        assertThat(page.locator(TITLES).first()).isVisible();
    }

    @Test
    void otherLanguage_keepsTheSearch() {
        page.navigate(site.at("/search?q=kafka"));
        page.locator("header [hreflang]").click();
        assertAt("/search?q=kafka&ui=zh");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
        page.locator("#search button").click();
        assertThat(page).hasURL(Pattern.compile("/search\\?ui=zh&q=kafka" + (script ? "$" : "&")));
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
    }

    private void assertAt(String path) {
        assertThat(page).hasURL(site.at(path));
        page.waitForLoadState();
    }

    private String status() {
        return page.locator("main p[role=status]").first().textContent().replaceFirst(" · .*", "");
    }
}
