package archsearch.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to a request that is sent byte by byte, as no client library would send it.
 *
 * @param headers by their names in lower case; of several with one name all values, separated by commas
 * @param body what follows the headers, still in its encoding
 */
record RawAnswer(int status, Map<String, String> headers, String body) {
    /** Sends a request line and headers; adds only {@code Connection: close}. */
    static RawAnswer of(TestSite site, String line, String... headers) throws IOException {
        String request = line + "\r\n" + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n")
                + "Connection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static RawAnswer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(": ?", 2);
            headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1], (a, b) -> a + ", " + b);
        }
        return new RawAnswer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, text.substring(end + 4));
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
