package archsearch.indexer.dump;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.ArticleFields.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** An article that comes by itself and not in a dump, as one JSON object. It keeps to the rules of a dump's records. */
public sealed interface SingleArticle {
    /** The names of an article's fields. */
    List<String> FIELDS = Arrays.stream(Field.values()).map(Field::word).toList();

    /** The object is an article. */
    record Read(Article article) implements SingleArticle {}

    /** The object has a field that no article has. */
    record UnknownField(String name) implements SingleArticle {}

    /**
     * The text is no article.
     *
     * @param reason as for a record of a dump
     * @param field the field at fault, or null where it is the text as a whole
     * @param detail one sentence: what was found and what is expected
     */
    record Refused(RejectReason reason, @Nullable String field, String detail) implements SingleArticle {}

    /** Whether an article can have this id: it has to be what the reading of a dump would make of it. */
    static boolean isId(String id) {
        return !id.isEmpty()
                && id.length() <= ArticleFields.MAX_ID
                && FieldText.clean(id).equals(id);
    }

    /**
     * Reads an article.
     *
     * @param json one object in UTF-8, whole in memory
     * @param id the article's id, see {@link #isId}; the object may leave it out, but not name another one
     */
    static SingleArticle read(byte[] json, String id) {
        if (!LineReader.isUtf8(json, 0, json.length)) {
            return new Refused(RejectReason.BAD_ENCODING, null, "the article is not UTF-8");
        }
        String text = new String(json, StandardCharsets.UTF_8);
        try (JsonParser parser = JsonRecords.JSON.createParser(
                ObjectReadContext.empty(), text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Refused(RejectReason.BAD_SYNTAX, null, "not a JSON object; expected one article {…}");
            }
            JsonObjectReader object = new JsonObjectReader(parser, 1);
            object.read();
            if (parser.nextToken() != null) {
                return new Refused(
                        RejectReason.BAD_SYNTAX, null, "something follows the object; expected one article {…}");
            }
            return of(object, id);
        } catch (JacksonException e) {
            return new Refused(JsonRecords.reasonOf(e), null, "not JSON: " + JsonRecords.firstSentence(e));
        }
    }

    private static SingleArticle of(JsonObjectReader object, String id) {
        if (!object.unknownFields().isEmpty()) {
            return new UnknownField(object.unknownFields().getFirst());
        }
        try {
            object.idIfNone(id);
            Article article = object.article();
            return article.id().equals(id)
                    ? new Read(article)
                    : new Refused(
                            RejectReason.BAD_VALUE,
                            Field.ID.word(),
                            "id is " + FieldText.quoted(article.id()) + ", but the address names "
                                    + FieldText.quoted(id) + "; expected the same id or none");
        } catch (BadRecordException e) {
            Field field = e.field();
            return new Refused(e.reason(), field == null ? null : field.word(), e.detail());
        }
    }
}
