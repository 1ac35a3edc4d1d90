package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of page by the rules of axe, wide and on a phone, light and dark. */
@ExtendWith({SampleSite.Shared.class, Chromium.Shared.class})
class BrowserAccessibilityIT {
    private static final int WIDE = 1280;
    private static final int PHONE = 360;

    @Test
    void everyPage_hasNoViolation(SampleSite site, Chromium chromium) {
        List<String> found = new ArrayList<>();
        try (Window window = chromium.open()) {
            for (String path : SitePages.kinds(site)) {
                window.page().navigate(site.at(path));
                // Each scheme, width and language meets each other; not every combination of all three.
                boolean chinese = path.endsWith("ui=zh");
                see(window, WIDE, chinese ? ColorScheme.DARK : ColorScheme.LIGHT, path, found);
                see(window, PHONE, chinese ? ColorScheme.LIGHT : ColorScheme.DARK, path, found);
            }
        }
        assertThat(found).isEmpty();
    }

    private static void see(Window window, int width, ColorScheme scheme, String path, List<String> found) {
        Page page = window.page();
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String state = path + ' ' + width + ' ' + scheme + ": ";
        window.violations().forEach(violation -> found.add(state + violation));
        // A reader with a narrow screen scrolls one way only.
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (!wider.equals(0)) {
            found.add(state + "scrolls sideways by " + wider);
        }
    }
}
