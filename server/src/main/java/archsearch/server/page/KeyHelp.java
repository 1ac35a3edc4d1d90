package archsearch.server.page;

import java.util.List;

/**
 * What keys of the keyboard do.
 *
 * @param keys each as it is printed on a keyboard; one of them is enough
 * @param action what they do
 */
public record KeyHelp(List<String> keys, String action) {
    static KeyHelp of(String action, String... keys) {
        return new KeyHelp(List.of(keys), action);
    }
}
