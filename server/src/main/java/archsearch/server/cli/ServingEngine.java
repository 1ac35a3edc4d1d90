package archsearch.server.cli;

import archsearch.searcher.SearchEngine;
import archsearch.server.metrics.EngineState;

/**
 * An engine that is asked by many, and what can be read off it.
 *
 * @param engine closed together with this
 */
record ServingEngine(SearchEngine engine, EngineState state) implements AutoCloseable {
    @Override
    public void close() {
        engine.close();
    }
}
