package archsearch.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.MarkedText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private static final String[] PIECES = {
        "word ",
        "缓存",
        "，",
        "。",
        ". ",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "e\u0301",
        "\uD83D\uDE80",
        "longunbrokenword",
        "? ",
        "中文",
        "! ",
        "\n",
        "; "
    };

    @Test
    void shortText_isWhole() {
        MarkedText text = marked("A flash sale. Done.", "flash sale");
        assertThat(Snippet.of(text, Locale.ENGLISH))
                .containsExactly(
                        new Segment("A ", false), new Segment("flash sale", true), new Segment(". Done.", false));
        assertThat(Snippet.of(MarkedText.unmarked(""), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void longText_withoutMarks_isItsBeginning() {
        String text = "This is the first sentence of many. ".repeat(20);
        String shown = text(Snippet.of(MarkedText.unmarked(text), Locale.ENGLISH));
        assertThat(shown).startsWith("This is the first").endsWith("many. …");
        assertThat(shown.length()).isLessThanOrEqualTo(Snippet.MAX_LENGTH + 2);
    }

    @Test
    void longText_twoMarksFarApart_areTwoFragmentsOfWholeSentences() {
        String filler = "Nothing of interest is said here at all. ".repeat(10);
        MarkedText text =
                marked(filler + "First kafka here. " + filler + "Then a second kafka too. " + filler, "kafka");
        String shown = text(Snippet.of(text, Locale.ENGLISH));
        assertThat(shown)
                .startsWith("… First kafka here.")
                .contains(" … Then a second kafka too.")
                .endsWith(" …");
    }

    @Test
    void longChineseText_isCutAtSentences() {
        String filler = "这里没有什么值得注意的内容。".repeat(30);
        MarkedText text = marked(filler + "秒杀系统需要削峰。" + filler, "秒杀");
        String shown = text(Snippet.of(text, Locale.SIMPLIFIED_CHINESE));
        assertThat(shown).startsWith("… 秒杀系统需要削峰。").endsWith("。 …");
    }

    @Test
    void anyText_keepsMarksLengthAndCharacters() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            MarkedText text = text(random);
            List<Segment> segments = Snippet.of(text, Locale.ENGLISH);
            String as = "seed " + seed + ", round " + round;
            check(text, segments, as);
        }
    }

    private static void check(MarkedText text, List<Segment> segments, String as) {
        boolean whole = text.text().length() <= Snippet.MAX_LENGTH;
        String shown = text(segments);
        if (whole) {
            assertThat(shown).as(as).isEqualTo(text.text());
            return;
        }
        assertThat(shown.length()).as(as).isLessThanOrEqualTo(Snippet.MAX_LENGTH + 8);
        if (!text.marks().isEmpty()) {
            assertThat(segments).as(as).anyMatch(Segment::marked);
        }
        List<String> fragments = fragments(segments);
        assertThat(fragments).as(as).hasSizeBetween(1, 2);
        for (String fragment : fragments) {
            assertThat(isCutBetweenCharacters(text.text(), fragment))
                    .as(as + ": " + fragment)
                    .isTrue();
        }
    }

    private static boolean isCutBetweenCharacters(String text, String fragment) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ENGLISH);
        characters.setText(text);
        for (int at = text.indexOf(fragment); at >= 0; at = text.indexOf(fragment, at + 1)) {
            if (characters.isBoundary(at) && characters.isBoundary(at + fragment.length())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> fragments(List<Segment> segments) {
        List<String> fragments = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (Segment s : segments) {
            if (s.text().strip().equals("…")) {
                if (!current.isEmpty()) {
                    fragments.add(current.toString());
                    current.setLength(0);
                }
            } else {
                current.append(s.text());
            }
        }
        if (!current.isEmpty()) {
            fragments.add(current.toString());
        }
        return fragments;
    }

    private static MarkedText text(Random random) {
        StringBuilder text = new StringBuilder();
        List<MarkedText.Mark> marks = new ArrayList<>();
        int pieces = random.nextInt(200);
        for (int i = 0; i < pieces; i++) {
            int start = text.length();
            text.append(PIECES[random.nextInt(PIECES.length)]);
            boolean free = marks.isEmpty() || marks.getLast().end() < start;
            if (free && random.nextInt(15) == 0) {
                marks.add(new MarkedText.Mark(start, text.length()));
            }
        }
        return new MarkedText(text.toString(), marks);
    }

    private static MarkedText marked(String text, String word) {
        List<MarkedText.Mark> marks = new ArrayList<>();
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            marks.add(new MarkedText.Mark(at, at + word.length()));
        }
        return new MarkedText(text, marks);
    }

    private static String text(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
