package archsearch.indexer.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One article as the dumps carry it and as every engine stores and returns it.
 *
 * @param id stable across reindexes and engines, see {@link ArticleId}; never blank
 * @param title never blank
 * @param summary empty where the source has none
 * @param tags in the source's order, without repeats; empty where there are none
 * @param publisher never blank
 * @param date the day of publication
 * @param category empty where the source has none
 * @param likes 0 where unknown; never negative
 * @param readMinutes minutes it takes to read, 0 where unknown; never negative
 * @param lang the language of title and summary
 * @param url where the article can be read, or null
 */
public record Article(
        String id,
        String title,
        String summary,
        List<String> tags,
        String publisher,
        LocalDate date,
        String category,
        int likes,
        int readMinutes,
        Language lang,
        @Nullable String url) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a required part is blank or a number is negative
     */
    public Article {
        requireText(id, "id");
        requireText(title, "title");
        requireText(publisher, "publisher");
        Objects.requireNonNull(date, "date");
        if (likes < 0 || readMinutes < 0) {
            throw new IllegalArgumentException(
                    "likes and readMinutes must not be negative: " + likes + ", " + readMinutes);
        }
        tags = tags.stream().distinct().toList();
    }

    private static void requireText(String value, String part) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(part + " must not be blank");
        }
    }

    /** Starts an article from its three required parts; everything else has its "unknown" value until set. */
    public static Builder builder(String title, String publisher, LocalDate date) {
        return new Builder(title, publisher, date);
    }

    /** Collects the parts of an article. Not thread-safe; one builder makes one article. */
    public static final class Builder {
        private final String title;
        private final String publisher;
        private final LocalDate date;
        private @Nullable String id;
        private String summary = "";
        private List<String> tags = List.of();
        private String category = "";
        private int likes;
        private int readMinutes;
        private @Nullable Language lang;
        private @Nullable String url;

        private Builder(String title, String publisher, LocalDate date) {
            this.title = title;
            this.publisher = publisher;
            this.date = date;
        }

        /** The id the source gives; null lets {@link ArticleId} derive one. */
        public Builder id(@Nullable String value) {
            this.id = value;
            return this;
        }

        public Builder summary(String value) {
            this.summary = value;
            return this;
        }

        public Builder tags(List<String> value) {
            this.tags = value;
            return this;
        }

        public Builder category(String value) {
            this.category = value;
            return this;
        }

        public Builder likes(int value) {
            this.likes = value;
            return this;
        }

        public Builder readMinutes(int value) {
            this.readMinutes = value;
            return this;
        }

        /** The language the source states; null lets {@link Language#detect} tell it from title and summary. */
        public Builder lang(@Nullable Language value) {
            this.lang = value;
            return this;
        }

        public Builder url(@Nullable String value) {
            this.url = value;
            return this;
        }

        /**
         * Makes the article.
         *
         * @throws IllegalArgumentException as the constructor of {@link Article} does
         */
        public Article build() {
            return new Article(
                    id != null ? id : ArticleId.of(publisher, title, date),
                    title,
                    summary,
                    tags,
                    publisher,
                    date,
                    category,
                    likes,
                    readMinutes,
                    lang != null ? lang : Language.detect(title + ' ' + summary),
                    url);
        }
    }
}
