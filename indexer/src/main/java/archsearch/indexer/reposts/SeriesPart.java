package archsearch.indexer.reposts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a series a title says it is, and the other numbers in it. The parts of a series share most of their words and are still
 * different articles: Part 1 and Part 2, （上） and （下）, the weekly number 12 and the weekly number 13.
 *
 * @param part what is said in words, a hash; 0 where nothing is
 * @param numbers a hash of all numbers of the title in their order; 0 where there is none
 * @param versions the same of versions and years alone: 1.28.0, 20.04, 2019
 */
record SeriesPart(int part, int numbers, int versions) {
    private static final Pattern PART = Pattern.compile(
            "(?:part|episode|chapter|vol(?:ume)?|no|issue)[ .#-]*([0-9]{1,4}|[ivx]{1,4}\\b|one|two|three|four|five)"
                    + "|第 ?([0-9一二三四五六七八九十百]{1,4}) ?[篇章节讲期回集部课弹季]"
                    + "|[(（【\\[「—:：-] ?([上中下一二三四五六七八九十]{1,2}|[0-9]{1,2}) ?[)）】\\]」篇]"
                    + "|之([一二三四五六七八九十]{1,2})(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.][0-9]+)*");

    private static final Pattern VERSION = Pattern.compile("[0-9]+(?:[.][0-9]+)+|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])");

    static SeriesPart of(String title) {
        return new SeriesPart(hash(PART, title), hash(NUMBER, title), hash(VERSION, title));
    }

    private static int hash(Pattern pattern, String title) {
        List<String> found = new ArrayList<>();
        Matcher m = pattern.matcher(title);
        while (m.find()) {
            String text = m.group();
            for (int g = 1; g <= m.groupCount(); g++) {
                text = m.group(g) == null ? text : m.group(g);
            }
            found.add(text.toLowerCase(Locale.ROOT));
        }
        return found.isEmpty() ? 0 : (int) StableHash.of(String.join(" ", found)) | 1;
    }

    /** Whether both say which part or version they are, and not the same. */
    boolean isOtherPart(SeriesPart other) {
        return isOther(part, other.part) || isOther(versions, other.versions);
    }

    private static boolean isOther(int one, int other) {
        return one != 0 && other != 0 && one != other;
    }

    boolean hasOtherNumbers(SeriesPart other) {
        return numbers != other.numbers;
    }
}
