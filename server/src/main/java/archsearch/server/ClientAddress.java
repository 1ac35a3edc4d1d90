package archsearch.server;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells clients apart. A client is an IPv4 address, or the first 64 bits of an IPv6 address, since whoever has one of these
 * networks has all of its addresses. The header {@code X-Forwarded-For} counts only as far as known proxies have written it: anybody
 * can send one. Immutable.
 */
final class ClientAddress {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final Pattern IPV4 = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final int NETWORK_BYTES = 8;
    /** Longer chains of proxies do not exist. */
    private static final int MOST_STEPS = 16;

    private final Set<InetAddress> proxies;

    /**
     * @param proxies those whose word is taken for where a request came from
     */
    ClientAddress(Set<InetAddress> proxies) {
        this.proxies = Set.copyOf(proxies);
    }

    /** The client that a request came from, in a form to be compared. */
    String of(Context ctx) {
        List<String> forwarded = new ArrayList<>();
        ctx.req()
                .getHeaders(FORWARDED)
                .asIterator()
                .forEachRemaining(line -> forwarded.addAll(Arrays.asList(line.split(",", -1))));
        return of(ctx.req().getRemoteAddr(), forwarded);
    }

    /**
     * The same of an address and what proxies said.
     *
     * @param remote where the connection came from
     * @param forwarded the entries of the header, the last written one at the end
     */
    String of(String remote, List<String> forwarded) {
        Optional<InetAddress> sender = parse(remote);
        if (sender.isEmpty()) {
            return remote;
        }
        InetAddress client = sender.get();
        for (int i = forwarded.size() - 1; i >= Math.max(0, forwarded.size() - MOST_STEPS); i--) {
            Optional<InetAddress> before = parse(forwarded.get(i));
            if (!proxies.contains(client) || before.isEmpty()) {
                break;
            }
            client = before.get();
        }
        return network(client);
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }

    /** An address in digits, with or without brackets, zone and port; empty for anything else, and no name is looked up. */
    static Optional<InetAddress> parse(String text) {
        String bare = text.strip().replaceFirst("%[^\\]]*", "");
        if (bare.startsWith("[")) {
            bare = bare.replaceFirst("^\\[([^\\]]*)\\](?::[0-9]{1,5})?$", "$1");
        } else if (bare.indexOf(':') == bare.lastIndexOf(':')) {
            bare = bare.replaceFirst(":[0-9]{1,5}$", "");
        }
        boolean digits = IPV4.matcher(bare).matches()
                || (bare.indexOf(':') >= 0 && IPV6.matcher(bare).matches());
        try {
            return digits ? Optional.of(InetAddress.getByName(bare)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
