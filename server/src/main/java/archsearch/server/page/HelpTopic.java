package archsearch.server.page;

/** A thing that can be written in the search box, in the order in which the help page explains them. */
enum HelpTopic {
    WORDS(Section.WORDS, "message queue"),
    HAN(Section.WORDS, "微服务"),
    PHRASE(Section.WORDS, "\"message queue\""),
    EXCLUDE(Section.WORDS, "cache -redis"),
    EITHER(Section.WORDS, "kafka OR redis"),
    GROUP(Section.WORDS, "(kafka OR redis) cluster"),
    PREFERRED(Section.WORDS, "cache ?redis"),
    PREFIX(Section.WORDS, "micro*"),
    FUZZY(Section.WORDS, "kakfa~"),
    NAMES(Section.WORDS, "C++"),
    TITLE(Section.FIELDS, "title:kafka"),
    SUMMARY(Section.FIELDS, "summary:kafka"),
    TAG(Section.FIELDS, "tag:Kafka"),
    PUBLISHER(Section.FIELDS, "publisher:\"Youzan Coder\""),
    CATEGORY(Section.FIELDS, "category:\"Backend Development\""),
    LANG(Section.FIELDS, "lang:zh"),
    YEAR(Section.FIELDS, "year:2019"),
    YEARS(Section.FIELDS, "year:2018..2019"),
    DATE(Section.FIELDS, "date:2019-01..2019-06"),
    MINUTES(Section.FIELDS, "minutes:<10"),
    GLOSSARY(Section.MATCHING, "秒杀"),
    TYPO(Section.MATCHING, "kakfa"),
    PINYIN(Section.MATCHING, "weifuwu");

    private final Section section;
    private final String written;

    HelpTopic(Section section, String written) {
        this.section = section;
        this.written = written;
    }

    /** What belongs together. */
    enum Section {
        WORDS("words"),
        FIELDS("fields"),
        MATCHING("matching");

        private final String id;

        Section(String id) {
            this.id = id;
        }

        /** Its place on the page. */
        String id() {
            return id;
        }
    }

    Section section() {
        return section;
    }

    /** How it is written, for an index that has no example of its own. */
    String written() {
        return written;
    }
}
