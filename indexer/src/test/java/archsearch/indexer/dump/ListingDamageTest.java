package archsearch.indexer.dump;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.PageGenerator.Page;
import archsearch.indexer.dump.PageGenerator.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damages good pages at every line, one line at a time: only the card that the line belongs to may suffer. */
class ListingDamageTest {
    private static final long SEED = 20190827;
    private static final int CARDS = 7;

    /** Pages per style; {@code -Ddamage.rounds=N} makes more of them. */
    private static final int ROUNDS = Integer.getInteger("damage.rounds", 3);

    private static final List<Style> STYLES = List.of(
            new Style(false, true, true, true, false),
            new Style(true, true, true, true, false),
            new Style(false, false, true, true, true),
            new Style(true, false, true, true, true),
            new Style(false, true, true, false, false),
            new Style(true, false, false, true, false));

    /** What is done to a line. */
    enum Damage {
        NONE,
        DELETE,
        DUPLICATE,
        BLANK,
        TRUNCATE,
        GARBLE,
        GARBLE_SOME,
        INSERT_BLANK,
        SWAP_WITH_NEXT,
        BREAK_ENCODING
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void oneLineDamaged_everyLineOfEveryStyle_onlyItsCardSuffers(Damage damage) {
        List<String> failures = new ArrayList<>();
        for (int s = 0; s < STYLES.size() * ROUNDS; s++) {
            Style style = STYLES.get(s % STYLES.size());
            Page page = new PageGenerator(SEED + s).page(CARDS, style);
            for (int at = 0; at < page.lines().size(); at++) {
                Random random = new Random((SEED + s) * 31 + at);
                List<String> lines = page.texts();
                Set<Integer> owners = damage(lines, page, at, damage, random);
                String problem = problem(page, owners, CardReading.of(bytes(lines)));
                if (!problem.isEmpty()) {
                    failures.add("seed " + SEED + " style " + s + " line " + (at + 1) + " "
                            + page.lines().get(at) + ": " + problem + "\n   "
                            + String.join(
                                    "\n   ", lines.subList(Math.max(0, at - 5), Math.min(at + 16, lines.size()))));
                }
            }
        }
        assertThat(failures).as("%d failures", failures.size()).isEmpty();
    }

    private static byte[] bytes(List<String> lines) {
        // U+0000 stands for a byte that is no UTF-8.
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 0 ? (byte) 0xFF : bytes[i];
        }
        return bytes;
    }

    /** Damages the line; returns the cards that may suffer. */
    private static Set<Integer> damage(List<String> lines, Page page, int at, Damage damage, Random random) {
        String line = lines.get(at);
        Set<Integer> owners = new HashSet<>(Set.of(page.lines().get(at).card()));
        switch (damage) {
            case NONE -> owners.clear();
            case DELETE -> lines.remove(at);
            case DUPLICATE -> lines.add(at, line);
            case BLANK -> lines.set(at, "");
            case TRUNCATE -> lines.set(at, line.substring(0, line.isEmpty() ? 0 : random.nextInt(line.length())));
            case GARBLE -> lines.set(at, noise(random, Math.max(1, line.length())));
            case GARBLE_SOME -> {
                StringBuilder some = new StringBuilder(line.isEmpty() ? " " : line);
                for (int i = 0; i < 3; i++) {
                    some.setCharAt(random.nextInt(some.length()), (char) ('#' + random.nextInt(4)));
                }
                lines.set(at, some.toString());
            }
            case INSERT_BLANK -> lines.add(at, "");
            case SWAP_WITH_NEXT -> {
                if (at + 1 < lines.size()) {
                    owners.add(page.lines().get(at + 1).card());
                    lines.set(at, lines.get(at + 1));
                    lines.set(at + 1, line);
                }
            }
            case BREAK_ENCODING -> lines.set(at, line + "\0");
        }
        return owners;
    }

    private static String noise(Random random, int length) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.append((char) ('a' + random.nextInt(26)));
        }
        return noise.toString();
    }

    /** What is wrong with the reading, empty where nothing is. */
    private static String problem(Page page, Set<Integer> owners, CardReading reading) {
        List<Article> originals = page.articles();
        List<Article> left = new ArrayList<>(originals);
        List<Article> strange = new ArrayList<>();
        for (Article article : reading.articles()) {
            if (!left.remove(article)) {
                strange.add(article);
            }
        }
        for (Article article : strange) {
            boolean explained = left.stream()
                    .anyMatch(original ->
                            owners.contains(originals.indexOf(original)) && differences(original, article) <= 1);
            if (!explained) {
                return "accepted " + article + reading.rejects();
            }
        }
        for (Article lost : left) {
            if (!owners.contains(originals.indexOf(lost))) {
                return "lost " + lost.title() + " " + reading.rejects();
            }
        }
        int missing = left.size() - strange.size();
        return missing > 0 && reading.rejects().isEmpty() ? "lost without a reject: " + left : "";
    }

    private static int differences(Article a, Article b) {
        int differences = 0;
        differences += a.title().equals(b.title()) ? 0 : 1;
        // Of a card without tags, a summary turned to noise may pass for its tag line: one damage, seen in both.
        differences += a.summary().equals(b.summary()) && a.tags().equals(b.tags()) ? 0 : 1;
        differences += a.publisher().equals(b.publisher()) ? 0 : 1;
        differences += a.date().equals(b.date()) ? 0 : 1;
        differences += Objects.equals(a.category(), b.category()) ? 0 : 1;
        differences += a.likes() == b.likes() ? 0 : 1;
        differences += a.readMinutes() == b.readMinutes() ? 0 : 1;
        return differences;
    }
}
