package archsearch.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Spans of time chosen by dragging over the drawing of the filters. */
@ExtendWith({SampleSite.Shared.class, Chromium.Shared.class})
class BrowserBrushIT {
    private SampleSite site;
    private Window window;
    private Page page;

    @BeforeEach
    void open(SampleSite site, Chromium chromium) {
        this.site = site;
        window = chromium.open();
        page = window.page();
    }

    @AfterEach
    void close() {
        window.close();
        assertThat(window.faults()).isEmpty();
    }

    private void drag(Locator from, Locator to) {
        from.scrollIntoViewIfNeeded();
        BoundingBox start = from.boundingBox();
        BoundingBox end = to.boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 2, end.y + end.height / 2);
        page.mouse().up();
    }

    private Locator bar(String time) {
        return page.locator(".rail .histogram [data-time='" + time + "'] .reach");
    }

    @Test
    void drag_overYears_asksForAllOfThem() {
        page.navigate(site.at("/search?page=2&size=10"));
        drag(bar("2019"), bar("2017"));
        page.waitForURL(site.at("/search?size=10&from=2017-01-01&to=2019-12-31"));
        assertThat(page.locator("[name=from]")).hasValue("2017-01-01");
    }

    @Test
    void drag_overMonths_endsWithTheLastDay() {
        page.navigate(site.at("/search?from=2018-01-01&to=2019-12-31"));
        Locator bars = page.locator(".rail .histogram [data-time]");
        String first = bars.nth(1).getAttribute("data-time");
        String last = bars.nth(3).getAttribute("data-time");
        drag(bar(first), bar(last));
        page.waitForURL(site.at(
                "/search?from=" + first + "-01&to=" + YearMonth.parse(last).atEndOfMonth()));
    }

    @Test
    void click_onABar_isStillALink() {
        page.navigate(site.at("/search"));
        bar("2018").click();
        page.waitForURL(site.at("/search?year=2018"));
    }

    @Test
    void drag_thatLeavesTheDrawing_changesNothing() {
        page.navigate(site.at("/search"));
        bar("2018").scrollIntoViewIfNeeded();
        drag(bar("2018"), page.locator(".rail .histogram figcaption"));
        assertThat(page.locator(".rail .histogram .on")).hasCount(0);
        assertThat(page).hasURL(site.at("/search"));
    }
}
