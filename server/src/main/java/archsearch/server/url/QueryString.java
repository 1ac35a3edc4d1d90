package archsearch.server.url;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The form in which HTML forms and links write names and values into a URL (application/x-www-form-urlencoded, UTF-8). */
final class QueryString {
    /** A name and a value, both decoded. */
    record Pair(String name, String value) {}

    private QueryString() {}

    /**
     * Reads the pairs in order. A name without {@code =} has an empty value; empty pairs are skipped.
     *
     * @throws MalformedQueryException if a percent sign is not followed by two hexadecimal digits or bytes are not UTF-8
     */
    static List<Pair> read(String query) {
        List<Pair> pairs = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                pairs.add(new Pair(decode(name), decode(value)));
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0 && text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
                int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new MalformedQueryException(
                            "A percent sign in the address is not followed by two hexadecimal digits; write it as %25.");
                }
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(in[i] == '+' ? ' ' : in[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedQueryException("The address holds percent-encoded bytes that are not UTF-8.");
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Encodes one segment of a path, so that a slash, dot or plus inside it stays part of the segment. */
    static String encodeSegment(String text) {
        return encode(text).replace("+", "%20");
    }
}
