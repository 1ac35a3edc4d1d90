package archsearch.indexer.lucene;

import archsearch.indexer.analysis.FieldReading;
import archsearch.indexer.analysis.TechAnalyzer;
import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.analysis.Token;
import archsearch.indexer.analysis.TypedText;
import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import archsearch.indexer.reposts.RepostKeys;
import archsearch.indexer.reposts.RepostTraits;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.util.BytesRef;

/**
 * The layout of the index: the fields an article becomes, and how an article is read back. Writers and searchers share it.
 *
 * <p>Title, summary and tags are indexed twice, once for each {@link FieldReading}; both carry offsets, from which matches
 * are highlighted without analyzing the text again. Facet values keep the article's spelling, while the field a value is
 * filtered by holds its {@link TextKey}: one value however it is spelled.
 */
public final class IndexSchema {
    /**
     * The version of the layout and of the analysis. It is raised whenever an index written before would be read or searched
     * wrongly; such an index has to be built again.
     *
     * <ul>
     *   <li>1: the first layout.
     *   <li>2: what titles are suggested by while somebody types; articles lie newest first.
     *   <li>3: {@link #SPELLING}.
     *   <li>4: {@link #REPOST_GROUP}, {@link #REPOST_TEXT} and what they are found by; {@link #MINUTES_ORDER}.
     *   <li>5: {@code 6GHz} is found by {@code GHz}.
     * </ul>
     */
    public static final int FORMAT = 5;

    public static final String ID = "id";
    public static final String TITLE = "title";
    public static final String SUMMARY = "summary";
    public static final String TAGS = "tags";
    public static final String PUBLISHER = "publisher";
    public static final String CATEGORY = "category";
    public static final String DATE = "date";
    public static final String LIKES = "likes";
    public static final String MINUTES = "minutes";
    /** The reading time to sort by; articles that state none are the longest. */
    public static final String MINUTES_ORDER = "minutes.order";

    public static final String LANG = "lang";
    public static final String URL = "url";
    /**
     * The Latin words of title, summary and tags as they are spelled, once for each article. The text fields hold stems, which
     * are too far from what people type to correct it by, and not what people want to read.
     */
    public static final String SPELLING = "spelling";

    /** The terms of {@link TypedText} that a title is suggested by. */
    public static final String TITLE_TYPED = "title.typed";

    /**
     * A number that the articles of one group of reposts share and no other article has; 0 for an article that stands alone. It is set
     * when a writer commits, since only then all articles are known.
     */
    public static final String REPOST_GROUP = "repost.group";

    /** The same for those articles of a group that share their text and not only their story; 0 where no other article does. */
    public static final String REPOST_TEXT = "repost.text";

    /** The {@link RepostKeys} of an article, eight bytes each. */
    static final String REPOST_KEY = "repost.key";

    /** The {@link RepostTraits} of an article. */
    static final String REPOST_TRAITS = "repost.traits";

    /** The fields that free text is searched in, by the names of their word readings. */
    public static final List<String> TEXT_FIELDS = List.of(TITLE, SUMMARY, TAGS);

    /** The facet dimensions, by the words of requests. */
    public static final String TAG_DIM = "tag";

    public static final String PUBLISHER_DIM = "publisher";
    public static final String CATEGORY_DIM = "category";
    public static final String LANG_DIM = "lang";
    public static final String YEAR_DIM = "year";

    private static final String FINE_SUFFIX = ".fine";

    /** Longer words are addresses and keys, which nobody corrects. */
    private static final int MAX_SPELLING = 40;

    /** Separates the tags of an article in their one text; a tag holds no line feed. */
    private static final String TAG_SEPARATOR = "\n";

    /** Two initials would be found in most Chinese titles. */
    private static final int TITLE_INITIALS = 3;

    /** The order of articles in each segment, so that the newest are met first and a search for them may stop early. */
    private static final Sort ORDER = new Sort(
            new SortField(DATE, SortField.Type.INT, true),
            KeywordField.newSortField(ID, false, SortedSetSelector.Type.MIN));

    private static final FieldType TEXT = textType(true);
    private static final FieldType TEXT_NOT_STORED = textType(false);
    private static final FacetsConfig FACETS = facets();
    private static final Analyzer ANALYZER = perField();

    private IndexSchema() {}

    /** The name of the field that holds a text field in this reading. */
    public static String field(String textField, FieldReading reading) {
        return switch (reading) {
            case WORDS -> textField;
            case FINE -> textField + FINE_SUFFIX;
        };
    }

    /** The name of the field that a facet value is filtered by; it holds {@link TextKey}s. */
    public static String keyField(String dim) {
        return dim + ".key";
    }

    /** The name of the field that counts a dimension's values. */
    public static String facetField(String dim) {
        return dim + ".facet";
    }

    /** How facet values are laid out. The answer is shared and must not be changed. */
    public static FacetsConfig facetsConfig() {
        return FACETS;
    }

    /** The analyzer that each field is indexed with; shared and thread-safe. */
    public static Analyzer analyzer() {
        return ANALYZER;
    }

    /** The order in which the articles of a segment lie: newest first, those of one day by id. */
    public static Sort order() {
        return ORDER;
    }

    /** The term that only the article with this id has. */
    public static Term idTerm(String id) {
        return new Term(ID, id);
    }

    /** An article as Lucene stores it; facet fields still have to be built in by {@link #facetsConfig()}. */
    public static Document document(Article article) {
        Document document = new Document();
        document.add(new KeywordField(ID, article.id(), Field.Store.YES));
        addText(document, TITLE, article.title());
        for (String term : TypedText.of(article.title()).terms(TITLE_INITIALS)) {
            document.add(new StringField(TITLE_TYPED, term, Field.Store.NO));
        }
        addText(document, SUMMARY, article.summary());
        addText(document, TAGS, String.join(TAG_SEPARATOR, article.tags()));
        addSpellings(document, article);
        document.add(new StoredField(PUBLISHER, article.publisher()));
        document.add(new StoredField(CATEGORY, article.category()));
        document.add(new StoredField(LANG, article.lang().code()));
        if (article.url() != null) {
            document.add(new StoredField(URL, article.url()));
        }
        addNumber(document, DATE, Math.toIntExact(article.date().toEpochDay()));
        addNumber(document, LIKES, article.likes());
        addNumber(document, MINUTES, article.readMinutes());
        document.add(new NumericDocValuesField(MINUTES_ORDER, minutesOrder(article.readMinutes())));
        addReposts(document, article);

        Set<String> keys = new HashSet<>();
        for (String tag : article.tags()) {
            // An article that spells one tag in two ways counts once.
            if (keys.add(TextKey.of(tag))) {
                addFacet(document, TAG_DIM, tag);
            }
        }
        addFacet(document, PUBLISHER_DIM, article.publisher());
        addFacet(document, CATEGORY_DIM, article.category());
        addFacet(document, LANG_DIM, article.lang().code());
        addFacet(document, YEAR_DIM, String.valueOf(article.date().getYear()));
        return document;
    }

    /** The article that {@link #document} made this document of. */
    public static Article article(Document stored) {
        String tags = text(stored, TAGS);
        return new Article(
                text(stored, ID),
                text(stored, TITLE),
                text(stored, SUMMARY),
                tags.isEmpty() ? List.of() : List.of(tags.split(TAG_SEPARATOR)),
                text(stored, PUBLISHER),
                LocalDate.ofEpochDay(number(stored, DATE)),
                text(stored, CATEGORY),
                number(stored, LIKES),
                number(stored, MINUTES),
                Language.ofCode(text(stored, LANG)).orElseThrow(),
                stored.get(URL));
    }

    private static String text(Document stored, String field) {
        String value = stored.get(field);
        if (value == null) {
            throw new IllegalStateException("a stored article has no " + field);
        }
        return value;
    }

    private static int number(Document stored, String field) {
        return stored.getField(field).numericValue().intValue();
    }

    private static void addText(Document document, String field, String value) {
        document.add(new Field(field, value, TEXT));
        document.add(new Field(field(field, FieldReading.FINE), value, TEXT_NOT_STORED));
    }

    private static void addSpellings(Document document, Article article) {
        String text = String.join("\n", article.title(), article.summary(), String.join(TAG_SEPARATOR, article.tags()));
        Set<String> words = new HashSet<>();
        for (FieldReading reading : FieldReading.values()) {
            for (Token token : TechText.spelled(text, reading)) {
                String word = token.term();
                if (word.length() <= MAX_SPELLING && words.add(word)) {
                    document.add(new StringField(SPELLING, word, Field.Store.NO));
                }
            }
        }
    }

    private static void addReposts(Document document, Article article) {
        RepostTraits traits = RepostTraits.of(article);
        for (long key : RepostKeys.of(traits)) {
            document.add(new StringField(REPOST_KEY, RepostFinder.bytes(key), Field.Store.NO));
        }
        document.add(new BinaryDocValuesField(REPOST_TRAITS, new BytesRef(traits.bytes())));
        document.add(new NumericDocValuesField(REPOST_GROUP, 0));
        document.add(new NumericDocValuesField(REPOST_TEXT, 0));
    }

    /**
     * Where a reading time stands among others, the shortest first.
     *
     * @param minutes 0 where it is unknown, which comes last
     */
    public static int minutesOrder(int minutes) {
        return minutes == 0 ? Integer.MAX_VALUE : minutes;
    }

    private static void addNumber(Document document, String field, int value) {
        document.add(new IntPoint(field, value));
        document.add(new NumericDocValuesField(field, value));
        document.add(new StoredField(field, value));
    }

    private static void addFacet(Document document, String dim, String value) {
        String key = TextKey.of(value);
        if (!key.isEmpty()) {
            document.add(new SortedSetDocValuesFacetField(dim, value));
            document.add(new StringField(keyField(dim), key, Field.Store.NO));
        }
    }

    private static FieldType textType(boolean stored) {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.setStored(stored);
        type.freeze();
        return type;
    }

    private static Analyzer perField() {
        TechAnalyzer fine = TechAnalyzer.of(FieldReading.FINE);
        return new PerFieldAnalyzerWrapper(
                TechAnalyzer.of(FieldReading.WORDS),
                Map.of(
                        field(TITLE, FieldReading.FINE), fine,
                        field(SUMMARY, FieldReading.FINE), fine,
                        field(TAGS, FieldReading.FINE), fine));
    }

    private static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        for (String dim : List.of(TAG_DIM, PUBLISHER_DIM, CATEGORY_DIM, LANG_DIM, YEAR_DIM)) {
            config.setIndexFieldName(dim, facetField(dim));
            config.setMultiValued(dim, dim.equals(TAG_DIM));
            config.setDrillDownTermsIndexing(dim, FacetsConfig.DrillDownTermsIndexing.NONE);
        }
        return config;
    }
}
