package archsearch.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The box with its suggestions, and the site's keys, under the hands of people who do not use a pointer. */
@ExtendWith({SampleSite.Shared.class, Chromium.Shared.class})
class BrowserKeysIT {
    private static final String SUGGEST = "/api/v1/suggest";

    /** Longer than the box waits for the next key. */
    private static final double PAUSE_MILLIS = 400;

    private SampleSite site;
    private Window window;
    private Page page;
    private Locator box;
    private Locator list;
    private Locator options;

    @BeforeEach
    void open(SampleSite site, Chromium chromium) {
        this.site = site;
        window = chromium.open();
        page = window.page();
        box = page.locator("#search [name=q]");
        list = page.locator("#suggestions");
        options = page.locator("#suggestions [role=option]");
        page.navigate(site.at("/search?q=kafka"));
    }

    @AfterEach
    void close() {
        window.close();
        assertThat(window.faults()).isEmpty();
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Writes into the box as if in one stroke, so that there is one list to wait for. */
    private void type(String text) {
        box.fill(text);
        assertThat(list).isVisible();
    }

    private void assertCollapsed() {
        assertThat(list).isHidden();
        assertThat(box).hasAttribute("aria-expanded", "false");
        assertThat(box.getAttribute("aria-activedescendant")).isNull();
    }

    private void assertActive(int index) {
        String id = options.nth(index).getAttribute("id");
        assertThat(box).hasAttribute("aria-activedescendant", id);
        assertThat(page.locator("#suggestions [aria-selected=true]")).hasId(id);
        assertThat(box).isFocused();
    }

    @Test
    void firstTab_skipsToTheResults() {
        press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        press("Enter");
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void slashAndControlK_leadToTheBox() {
        press("/");
        assertThat(box).isFocused();
        assertThat(box).hasValue("kafka");
        press("/");
        assertThat(box).hasValue("/");
        page.locator("main").focus();
        press("Control+k");
        assertThat(box).isFocused();
    }

    @Test
    void combobox_tellsItsStateAndFollowsTheArrows() {
        assertThat(box).hasAttribute("role", "combobox");
        assertThat(box).hasAttribute("aria-autocomplete", "list");
        assertThat(box).hasAttribute("aria-controls", "suggestions");
        assertCollapsed();
        type("ka");
        assertThat(box).hasAttribute("aria-expanded", "true");
        assertThat(list).hasAttribute("role", "listbox");
        assertThat(page.locator("#search [role=status]")).hasText(Pattern.compile("Suggestions: [1-8]"));
        assertThat(box.getAttribute("aria-activedescendant")).isNull();
        assertThat(window.violations()).isEmpty();

        press("ArrowDown");
        assertActive(0);
        press("ArrowDown");
        assertActive(1);
        assertThat(window.violations()).isEmpty();
        press("ArrowUp", "ArrowUp");
        assertThat(box.getAttribute("aria-activedescendant")).isNull();
        press("ArrowUp");
        assertActive(options.count() - 1);
        press("ArrowLeft");
        assertThat(box.getAttribute("aria-activedescendant")).isNull();
        assertThat(list).isVisible();
        assertThat(box).hasValue("ka");
    }

    @Test
    void escape_closesThenEmpties_andNothingOldComesBack() {
        type("ka");
        press("ArrowDown", "Escape");
        assertCollapsed();
        assertThat(box).hasValue("ka");
        press("ArrowDown");
        assertActive(0);
        press("Escape", "Escape");
        assertThat(box).hasValue("");
        press("ArrowDown");
        assertCollapsed();
    }

    @Test
    void enter_opensTheActiveSuggestion_elseSearches() {
        type("kafk");
        press("Enter");
        assertThat(page).hasURL(site.at("/search?q=kafk"));

        page.navigate(site.at("/?ui=zh"));
        type("kafka");
        Locator tag =
                options.filter(new Locator.FilterOptions().setHasText("标签")).first();
        int index = options.allTextContents().indexOf(tag.textContent());
        for (int i = 0; i <= index; i++) {
            press("ArrowDown");
        }
        assertActive(index);
        press("Enter");
        assertThat(page).hasURL(site.at("/tags/Kafka?ui=zh"));
    }

    /** What was chosen in a list is not what is meant by what is typed afterwards. */
    @Test
    void typingOn_leavesTheActiveSuggestion() {
        type("ka");
        press("ArrowDown");
        assertActive(0);
        page.keyboard().type("f");
        assertThat(box.getAttribute("aria-activedescendant")).isNull();
        press("Enter");
        assertThat(page).hasURL(site.at("/search?q=kaf"));
    }

    @Test
    void suggestion_isOpenedByAClick() {
        type("kafka");
        options.filter(new Locator.FilterOptions().setHasText("Tag")).first().click();
        assertThat(page).hasURL(site.at("/tags/Kafka"));
        page.goBack();
        assertCollapsed();
    }

    /** A page is shown once its last picture is there, and a page to which Back leads is shown as it was left. */
    @Test
    void showingThePage_closesTheListAfterBackOnly() {
        String show = "persisted => dispatchEvent(new PageTransitionEvent('pageshow', { persisted }))";
        box.fill("ka");
        page.evaluate(show, false);
        assertThat(list).isVisible();
        page.evaluate(show, true);
        assertCollapsed();
    }

    @Test
    void typing_asksOnceAfterAPause_andNotAgainForWhatItKnows() {
        box.evaluate("""
                box => ['k', 'ka', 'kaf'].forEach(text => {
                    box.value = text;
                    box.dispatchEvent(new InputEvent('input'));
                })""");
        box.focus();
        assertThat(list).isVisible();
        assertThat(queries()).isEqualTo(List.of("kaf"));
        String[] offered = options.allTextContents().toArray(String[]::new);

        type("redis");
        assertThat(options.first()).containsText(Pattern.compile("redis", Pattern.CASE_INSENSITIVE));
        type("kaf");
        assertThat(options).hasText(offered);
        assertThat(queries()).isEqualTo(List.of("kaf", "redis"));
        page.locator("main").focus();
        assertCollapsed();
    }

    private List<String> queries() {
        return window.requests(SUGGEST).stream()
                .map(URI::getQuery)
                .map(query -> query.replaceFirst(".*&q=", ""))
                .toList();
    }

    @Test
    void inputMethod_asksNothingUntilItEnds_andItsEnterDoesNotSearch() {
        box.fill("");
        box.focus();
        CDPSession devtools = window.context().newCDPSession(page);
        compose(devtools, "jia");
        compose(devtools, "jia'g");
        assertThat(box).hasValue("jia'g");
        press("ArrowDown", "Escape", "Enter");
        page.waitForTimeout(PAUSE_MILLIS);
        assertThat(queries()).isEmpty();
        assertThat(page).hasURL(site.at("/search?q=kafka"));
        assertCollapsed();

        JsonObject text = new JsonObject();
        text.addProperty("text", "架构");
        devtools.send("Input.insertText", text);
        assertThat(box).hasValue("架构");
        assertThat(list).isVisible();
        assertThat(queries()).isEqualTo(List.of("架构"));
        press("Enter");
        assertThat(page).hasURL(site.at("/search?q=%E6%9E%B6%E6%9E%84"));
    }

    private static void compose(CDPSession devtools, String text) {
        JsonObject composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        devtools.send("Input.imeSetComposition", composition);
    }

    /** Safari ends the composition first and reports its Enter afterwards, with the code of keys that an input method took. */
    @Test
    void enterOfAnInputMethod_afterItsEnd_doesNotSearch() {
        box.fill("架构");
        Object taken = box.evaluate("""
                box => !box.dispatchEvent(
                    new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }))""");
        assertThat(taken).isEqualTo(true);
    }

    @Test
    void jAndK_walkTheHits_andOOpensOne() {
        Locator hits = page.locator(".card h2 a");
        press("j");
        assertThat(hits.first()).isFocused();
        press("j", "j");
        assertThat(hits.nth(2)).isFocused();
        press("k");
        assertThat(hits.nth(1)).isFocused();
        String title = hits.nth(1).textContent();
        press("o");
        assertThat(page.locator("h1")).hasText(title);
    }

    @Test
    void questionMark_showsTheKeys_whichCanBeSwitchedOff() {
        Locator dialog = page.locator("#keys");
        press("?");
        assertThat(dialog).isVisible();
        assertThat(window.violations()).isEmpty();
        dialog.locator("[type=checkbox]").uncheck();
        press("Escape");
        assertThat(dialog).isHidden();

        page.reload();
        press("j", "/", "?");
        assertThat(dialog).isHidden();
        assertThat(box).not().isFocused();
        press("Control+k");
        assertThat(box).isFocused();

        page.locator("#keys-open").click();
        dialog.locator("[type=checkbox]").check();
        dialog.locator("button").click();
        press("j");
        assertThat(page.locator(".card h2 a").first()).isFocused();
    }
}
