package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.server.admin.AdminOptions;
import archsearch.server.admin.AdminServer;
import archsearch.server.admin.AdminToken;
import archsearch.server.metrics.MetricsSource;
import java.io.IOException;
import java.net.InetAddress;

/**
 * The admin port as it is set.
 *
 * @param bind as the operator wrote it, for messages
 * @param address what its host is
 */
record AdminPort(Bind bind, InetAddress address, AdminToken token, AdminOptions options) {
    /** Never an option or a line of a file: lists of processes show the one, and copies of files are kept. */
    static final String TOKEN_VARIABLE = "ARCHSEARCH_ADMIN_TOKEN";

    /** Starts to answer; the caller closes it. */
    AdminServer start(ArticleIndex index, MetricsSource metrics) throws IOException {
        return AdminServer.start(index, token, address, bind.port(), options.metrics(metrics));
    }
}
