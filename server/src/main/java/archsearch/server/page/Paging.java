package archsearch.server.page;

import archsearch.server.url.Address;
import archsearch.server.url.RequestUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Links to the pages of a list: the first, the last and those around the current one.
 *
 * @param summary which page this is
 * @param steps in order
 * @param previous null on the first page
 * @param next null on the last page
 * @param note why the last pages cannot be opened, or null
 */
public record Paging(
        String summary,
        List<Step> steps,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String note) {
    private static final int AROUND = 2;

    /**
     * One page, or a gap.
     *
     * @param number what to show; empty for pages left out
     */
    public record Step(String number, String label, String href, boolean current) {}

    /**
     * Makes the links, or null where one page holds everything.
     *
     * @param pages number of pages there are
     * @param reachable number of pages that can be opened
     */
    static @Nullable Paging of(Wording words, RequestUrl url, Address address, int pages, int reachable) {
        int current = address.request().page();
        if (pages < 2 || current > reachable) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        int last = 0;
        for (int page : shown(current, reachable)) {
            if (page > last + 1) {
                steps.add(new Step("", "", "", false));
            }
            steps.add(new Step(words.number(page), words.pageNumber(page), href(url, address, page), page == current));
            last = page;
        }
        return new Paging(
                words.pageOf(current, pages),
                steps,
                current > 1 ? href(url, address, current - 1) : null,
                current < reachable ? href(url, address, current + 1) : null,
                reachable < pages ? words.onlyReachable(reachable) : null);
    }

    private static TreeSet<Integer> shown(int current, int reachable) {
        TreeSet<Integer> shown = new TreeSet<>();
        shown.add(1);
        shown.add(reachable);
        for (int page = current - AROUND; page <= current + AROUND; page++) {
            if (page >= 1 && page <= reachable) {
                shown.add(page);
            }
        }
        // A gap of one page is no shorter than the page's number.
        if (shown.contains(3)) {
            shown.add(2);
        }
        if (shown.contains(reachable - 2)) {
            shown.add(reachable - 1);
        }
        return shown;
    }

    static String href(RequestUrl url, Address address, int page) {
        return url.href(address.with(address.request().toBuilder().page(page).build()));
    }
}
