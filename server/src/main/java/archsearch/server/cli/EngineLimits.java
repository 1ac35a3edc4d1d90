package archsearch.server.cli;

import java.time.Duration;

/**
 * What an engine that is asked by many may take.
 *
 * @param cacheMegabytes most memory for answers that are remembered; 0 remembers none
 * @param timeout when a search answers with what it has; zero for never
 * @param searches how many run at one time, at least 1
 */
record EngineLimits(int cacheMegabytes, Duration timeout, int searches) {}
