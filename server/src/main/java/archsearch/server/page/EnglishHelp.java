package archsearch.server.page;

import java.util.List;

/** English. */
record EnglishHelp() implements HelpWording {
    @Override
    public String title() {
        return "How to search";
    }

    @Override
    public List<String> about() {
        return List.of(
                "Type what you look for, in English or Chinese. There is no wrong query: what cannot be read as written is taken "
                        + "as plain words, and the results page says how it was read.",
                "The examples below are made of the articles that are indexed here. Each one with a number is a search to click.");
    }

    @Override
    public String section(HelpTopic.Section section) {
        return switch (section) {
            case WORDS -> "Words and signs";
            case FIELDS -> "Fields";
            case MATCHING -> "What is found beside what you typed";
        };
    }

    @Override
    public String meaning(HelpTopic topic) {
        return switch (topic) {
            case WORDS ->
                "Articles with both words, the best first. Of more than three words, some may be missing, and of Chinese words that hardly occur together. AND is understood and "
                        + "changes nothing.";
            case HAN ->
                "Any two or more adjacent Chinese characters are found, in simplified or traditional form; whole words rank first.";
            case PHRASE ->
                "The words exactly in this order, next to each other. “” and 「」 count as quotation marks, too.";
            case EXCLUDE -> "Articles without the second word. NOT does the same.";
            case EITHER -> "Either word, or both. OR is written in capitals; | does the same.";
            case GROUP -> "Parentheses keep together what belongs together. OR binds tighter than a space.";
            case PREFERRED -> "The second word is welcome but not required: articles that have it come first.";
            case PREFIX -> "Every word that begins like this.";
            case FUZZY -> "Words that are spelled nearly like this.";
            case NAMES -> "Names keep their signs: C does not find C++.";
            case TITLE -> "The word in the title.";
            case SUMMARY -> "The word in the summary.";
            case TAG -> "Articles with this tag. A value of several words needs quotation marks.";
            case PUBLISHER -> "Articles of this publisher.";
            case CATEGORY -> "Articles in this category.";
            case LANG -> "Articles in this language: zh or en.";
            case YEAR -> "Articles of this year.";
            case YEARS -> "Articles of these years. year:>=2019 and year:<2019 work, too.";
            case DATE ->
                "Articles from the first to the last day of this range. A day, month or year alone works, too, and so do <, <=, > "
                        + "and >=.";
            case MINUTES ->
                "Articles that take less than this many minutes to read. 10, <=10, >10 and 5..15 work, too.";
            case GLOSSARY ->
                "A glossary connects both languages: a term also finds articles that say the same in the other one, below those "
                        + "that have the word itself. Each such article says what it was found by.";
            case TYPO ->
                "A slip of the keyboard. Where nothing has the word as typed, the nearest spelling is searched instead, and the page "
                        + "says so. Quotation marks switch that off.";
            case PINYIN ->
                "Pinyin, or its initials: the list under the search box offers the Chinese word while you type, and so does a "
                        + "page without results.";
        };
    }

    @Override
    public List<HelpPage.Note> notes() {
        return List.of(
                new HelpPage.Note(
                        "spelling",
                        "What makes no difference",
                        List.of(
                                "Capital or small letters, full-width or half-width, simplified or traditional characters, and "
                                        + "every kind of hyphen or space: flash-sale, Flash Sale and ｆｌａｓｈ ｓａｌｅ are one.")),
                new HelpPage.Note(
                        "filters",
                        "Filters",
                        List.of(
                                "Beside the results stand tags, publishers, years and more, each with the number of articles that "
                                        + "remain when you choose it.",
                                "Several tags: an article must have all of them. Several publishers, categories, languages or "
                                        + "years: any of them will do.",
                                "What is chosen stands above the results; a click on it takes it away. The address of the page holds "
                                        + "the whole search, so it can be kept, sent and gone back to.")),
                new HelpPage.Note(
                        "nothing",
                        "Nothing found?",
                        List.of(
                                "A page without results offers other searches: another spelling, fewer words, fewer filters. Each has "
                                        + "been counted and does find something.")));
    }
}
