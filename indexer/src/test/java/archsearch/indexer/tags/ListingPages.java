package archsearch.indexer.tags;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Makes listing pages of many topics from names of tags; the same seed makes the same pages. */
final class ListingPages {
    private final Random random;
    private final List<Topic> topics;

    ListingPages(long seed) {
        random = new Random(seed);
        topics = topics();
    }

    /** A listing's tag and the tags that stand beside it. */
    record Topic(String lang, String tag, List<String> beside) {}

    record Text(String title, String summary) {}

    /** A card and its true tags. */
    record Card(GluedTags glued, List<String> tags) {}

    record Page(Topic topic, List<Card> cards) {}

    /**
     * @param cards cards on the page
     * @param numbers weights of 1, 2, ... 5 tags on a card
     * @param mentioned share of tags that the card's text mentions
     */
    record Setting(int cards, List<Double> numbers, double mentioned) {}

    static List<Topic> topics() {
        InputStream in = Objects.requireNonNull(ListingPages.class.getResourceAsStream("topics.txt"));
        List<Topic> topics = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String head = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    head = line;
                } else if (!line.startsWith("#")) {
                    topics.add(new Topic(
                            head.substring(1, 3), head.substring(4, head.length() - 1), List.of(line.split("\\|"))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return topics;
    }

    /** The bundled known tags without a share of those that the topics use. */
    static KnownTags knownWithout(double hidden, long seed) {
        Random random = new Random(seed);
        TreeSet<String> used = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        topics().forEach(t -> {
            used.add(t.tag());
            used.addAll(t.beside());
        });
        used.removeIf(t -> random.nextDouble() >= hidden);
        List<String> names = new ArrayList<>(KnownTags.bundled().names());
        names.removeIf(used::contains);
        return KnownTags.of(names);
    }

    /** A page of each topic in the language. */
    List<Page> pages(String lang, Setting setting, Supplier<Text> texts) {
        List<Page> pages = new ArrayList<>();
        for (Topic topic : topics) {
            if (topic.lang().equals(lang)) {
                pages.add(page(topic, setting, texts));
            }
        }
        return pages;
    }

    private Page page(Topic topic, Setting setting, Supplier<Text> texts) {
        List<String> shuffled = new ArrayList<>(topic.beside());
        Collections.shuffle(shuffled, random);
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < setting.cards(); i++) {
            TreeSet<String> tags = new TreeSet<>();
            tags.add(topic.tag());
            int number = number(setting.numbers());
            while (tags.size() < number) {
                tags.add(random.nextInt(5) == 0 ? foreign(topic) : skewed(shuffled));
            }
            cards.add(card(topic, List.copyOf(tags), setting.mentioned(), texts.get()));
        }
        return new Page(topic, cards);
    }

    private int number(List<Double> weights) {
        double at = random.nextDouble();
        int n = 0;
        while (n < weights.size() - 1 && at >= weights.get(n)) {
            at -= weights.get(n++);
        }
        return n + 1;
    }

    /** A tag of another topic of the language: pages are not pure. */
    private String foreign(Topic topic) {
        List<Topic> others = topics.stream()
                .filter(t -> t.lang().equals(topic.lang()) && !t.equals(topic))
                .toList();
        List<String> beside = others.get(random.nextInt(others.size())).beside();
        return beside.get(random.nextInt(beside.size()));
    }

    /** A few tags are on many cards, most are on one. */
    private String skewed(List<String> tags) {
        double u = random.nextDouble();
        return tags.get((int) (Math.pow(u, 1.7) * tags.size()));
    }

    private Card card(Topic topic, List<String> tags, double mentioned, Text text) {
        boolean zh = topic.lang().equals("zh");
        String title = text.title();
        StringBuilder summary = new StringBuilder(text.summary());
        LinkedHashSet<String> told = new LinkedHashSet<>(tags);
        told.removeIf(t -> random.nextDouble() >= mentioned);
        int i = 0;
        for (String tag : told) {
            if (i++ == 0 && random.nextBoolean()) {
                title = zh ? title + "：" + tag + "实践" : title + ": " + varied(tag) + " in Practice";
            } else {
                summary.append(zh ? "，介绍" + tag + "的做法" : " It explains " + varied(tag) + " as well.");
            }
        }
        return new Card(new GluedTags(String.join("", tags), title, summary.toString()), tags);
    }

    /** Another form of the tag, as running text has it. */
    private String varied(String tag) {
        return switch (random.nextInt(6)) {
            case 0 -> tag.toLowerCase(Locale.ROOT);
            case 1 -> tag.replace('-', '\u2011').toLowerCase(Locale.ROOT);
            case 2 -> tag.endsWith("s") ? tag.substring(0, tag.length() - 1) : tag + "s";
            case 3 -> tag.replace("-", " ");
            default -> tag;
        };
    }

    private static final List<String> EN = List.of(
            "team",
            "users",
            "the old design",
            "a new approach",
            "three mistakes",
            "production",
            "last year",
            "many customers",
            "a small change",
            "what we learned",
            "the next step",
            "lessons",
            "our journey",
            "peak hours",
            "the first version");
    private static final List<String> ZH =
            List.of("团队", "我们的经验", "旧方案", "新思路", "三个错误", "线上环境", "去年", "用户", "小改动", "下一步", "高峰时段", "第一版", "总结");

    /** A title and a summary that mention no tag. */
    Text text(String lang) {
        List<String> words = lang.equals("zh") ? ZH : EN;
        String gap = lang.equals("zh") ? "，" : ", ";
        StringBuilder summary = new StringBuilder(words.get(random.nextInt(words.size())));
        for (int i = 0; i < 8; i++) {
            summary.append(gap).append(words.get(random.nextInt(words.size())));
        }
        String title = words.get(random.nextInt(words.size())) + gap + words.get(random.nextInt(words.size()));
        return new Text(title, summary.append(lang.equals("zh") ? "。" : ".").toString());
    }
}
