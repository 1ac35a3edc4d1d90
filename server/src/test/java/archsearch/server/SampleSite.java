package archsearch.server;

import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexProgress;
import archsearch.indexer.lucene.LuceneArticleIndex;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.lucene.LuceneSearchEngine;
import archsearch.searcher.query.LiveGlossary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The site over the articles that ship, with the real engine: built once for all test classes that ask for it. */
public final class SampleSite implements AutoCloseable {
    private static final Path DATA = Path.of(System.getProperty("archsearch.data", "../data"));

    private final Path folder;
    private final SearchEngine engine;
    private final ArchsearchServer server;

    private SampleSite() throws IOException {
        folder = Files.createTempDirectory("archsearch-sample");
        new BatchIndexer(new LuceneArticleIndex(folder))
                .run(IndexJob.of(List.of(DATA.toString())).build(), IndexProgress.NONE);
        engine = LuceneSearchEngine.open(folder, LiveGlossary.open(DATA.resolve("glossary.tsv")));
        server = ArchsearchServer.start(engine, "127.0.0.1", 0);
    }

    /** The engine behind the pages. */
    public SearchEngine engine() {
        return engine;
    }

    /** The absolute address of a path. */
    public String at(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    @Override
    public void close() throws IOException {
        server.close();
        engine.close();
        IOUtils.rm(folder);
    }

    /** Hands the one site to test methods and lifecycle methods. */
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SampleSite.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(SampleSite.class))
                    .computeIfAbsent(SampleSite.class, key -> open(), SampleSite.class);
        }

        private static SampleSite open() {
            try {
                return new SampleSite();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
