package archsearch.searcher.lucene;

import archsearch.indexer.article.Article;
import archsearch.indexer.lucene.IndexSchema;
import archsearch.searcher.FacetDim;
import archsearch.searcher.InvalidRequestException;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.Sort;
import archsearch.searcher.query.QueryNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/**
 * The hit that an answer ended with, so that another answer goes on after it. As a text it is about 80 characters of base64url:
 * version, the parts below in their order, and a CRC-32 that tells a damaged one. It holds no secret, and whoever forges one gets
 * no more than a list that begins elsewhere.
 *
 * @param generation the state of the index; document numbers mean something in this one only
 * @param search a digest of what decides which articles are hits, and their order
 * @param reading a digest of what was made of the query, which a glossary may change
 * @param rank the hit's rank
 * @param doc the hit's document number. Its date, id and other sort values are read from the index, where they fit for sure
 * @param score what the hit was ranked by; it cannot be read from the index. 0 where the order is another
 */
record SearchCursor(String generation, long search, long reading, int rank, int doc, float score) {
    private static final byte VERSION = 1;
    /** Version, length of the generation's name, two digests, rank, document, score, checksum. */
    private static final int FIXED_BYTES = 1 + 1 + 2 * Long.BYTES + 2 * Integer.BYTES + Float.BYTES + Integer.BYTES;

    private static final Pattern GENERATION = Pattern.compile("[0-9A-Za-z.-]{1,100}");

    /** A digest of the parts of a request that decide the list of hits; values of one facet count in any order. */
    static long digest(SearchRequest request) {
        StringBuilder parts = new StringBuilder();
        part(parts, request.q());
        for (FacetDim dim : FacetDim.values()) {
            part(parts, dim.word());
            request.selected(dim).stream().sorted().forEach(value -> part(parts, value));
        }
        part(parts, String.valueOf(request.from()));
        part(parts, String.valueOf(request.to()));
        part(parts, request.sort().word());
        part(parts, String.valueOf(request.grouped()));
        return digest(parts.toString());
    }

    private static void part(StringBuilder parts, String part) {
        parts.append(part.length()).append(':').append(part);
    }

    /** A digest of a query as it is searched for; its nodes are records of texts and numbers, so their text is stable. */
    static long digest(QueryNode query) {
        return digest(query.toString());
    }

    private static long digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The cursor as a text that a URL holds as it is. */
    String text() {
        byte[] name = generation.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + name.length)
                .put(VERSION)
                .put((byte) name.length)
                .put(name)
                .putLong(search)
                .putLong(reading)
                .putInt(rank)
                .putInt(doc)
                .putFloat(score);
        bytes.putInt(checksum(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The checksum of everything but the last four bytes, which hold it. */
    static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - Integer.BYTES);
        return (int) crc.getValue();
    }

    /**
     * Reads the cursor of a request, which must have one.
     *
     * @throws InvalidRequestException if it is none, or one of another search
     */
    static SearchCursor of(SearchRequest request) {
        SearchCursor cursor = read(Objects.requireNonNull(request.cursor()));
        if (cursor.search != digest(request)) {
            throw refused(
                    "The cursor is of another search. It goes on with the q, filters, sort and group that it came from;"
                            + " give those, or leave the cursor out to begin at the first page.");
        }
        return cursor;
    }

    private static SearchCursor read(String text) {
        byte[] bytes = decoded(text);
        if (bytes.length < FIXED_BYTES
                || ByteBuffer.wrap(bytes).getInt(bytes.length - Integer.BYTES) != checksum(bytes)) {
            throw damaged();
        }
        ByteBuffer parts = ByteBuffer.wrap(bytes);
        if (parts.get() != VERSION) {
            throw refused("The cursor is of another version of archsearch; leave it out to begin at the first page.");
        }
        int length = parts.get();
        if (length != bytes.length - FIXED_BYTES) {
            throw damaged();
        }
        byte[] name = new byte[length];
        parts.get(name);
        SearchCursor cursor = new SearchCursor(
                new String(name, StandardCharsets.ISO_8859_1),
                parts.getLong(),
                parts.getLong(),
                parts.getInt(),
                parts.getInt(),
                parts.getFloat());
        boolean possible = GENERATION.matcher(cursor.generation).matches()
                && cursor.rank > 0
                && cursor.doc >= 0
                && Float.isFinite(cursor.score);
        if (!possible) {
            throw damaged();
        }
        return cursor;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    /**
     * The hit that the next ones come after, for {@link LuceneSearch#sort}.
     *
     * @param snapshot the generation of the cursor
     * @throws InvalidRequestException if there cannot be such a hit in it
     */
    FieldDoc after(IndexSnapshot snapshot, Sort sort) throws IOException {
        if (doc >= snapshot.searcher().getIndexReader().maxDoc()
                || rank > snapshot.searcher().getIndexReader().numDocs()) {
            throw damaged();
        }
        Article last = IndexSchema.article(snapshot.searcher().storedFields().document(doc));
        Integer date = Math.toIntExact(last.date().toEpochDay());
        BytesRef id = new BytesRef(last.id());
        Object[] values = switch (sort) {
            case RELEVANCE -> new Object[] {score, date, id};
            case NEWEST, OLDEST -> new Object[] {date, id};
            case LIKES -> new Object[] {last.likes(), date, id};
            case MINUTES -> new Object[] {IndexSchema.minutesOrder(last.readMinutes()), date, id};
        };
        return new FieldDoc(doc, score, values);
    }

    private static InvalidRequestException damaged() {
        return refused(
                "This is no cursor, or not the whole of one; give nextCursor of an earlier answer as it is, or leave the"
                        + " cursor out to begin at the first page.");
    }

    private static InvalidRequestException refused(String message) {
        return new InvalidRequestException("cursor", message);
    }
}
