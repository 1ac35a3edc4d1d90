package archsearch.indexer.lucene;

import archsearch.indexer.CommitTerms;
import archsearch.indexer.GenerationRefusedException;
import archsearch.indexer.IndexCondition.Fault;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** Decides whether what was written may become live. */
final class SwitchCheck {
    private final IndexFolder folder;

    SwitchCheck(IndexFolder folder) {
        this.folder = folder;
    }

    /**
     * Looks through a new generation, as it lies on the disk.
     *
     * @param lastGood number of articles of the last good generation; 0 for none
     * @throws GenerationRefusedException if it must not become live
     */
    void generation(String name, CommitTerms terms, long lastGood, Probes probes) throws IOException {
        sound(name);
        try (Directory directory = folder.open(name);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            found(name, reader, terms, probes);
            share(reader.numDocs(), terms, lastGood);
        }
    }

    /**
     * Looks through an update that is not committed yet.
     *
     * @param before the files of the commit that it adds to
     * @throws GenerationRefusedException if it must not be committed
     */
    void update(String name, DirectoryReader pending, Set<String> before, CommitTerms terms, Probes probes)
            throws IOException {
        Set<String> written = new HashSet<>(pending.getIndexCommit().getFileNames());
        written.removeAll(before);
        try {
            FileChecksums.verify(folder, name, pending.directory(), written);
        } catch (UnreadableIndexException e) {
            throw refused(name, e.getMessage());
        }
        found(name, pending, terms, probes);
    }

    /**
     * Looks through a generation's files.
     *
     * @throws GenerationRefusedException naming the first that is damaged
     */
    void sound(String name) throws IOException {
        Optional<Fault> fault = fault(name);
        if (fault.isPresent()) {
            throw refused(name, fault.get().where() + ": " + fault.get().detail());
        }
    }

    /** The first fault of a generation's files. */
    Optional<Fault> fault(String name) throws IOException {
        IndexCheck.Findings findings = new IndexCheck.Findings();
        new GenerationCheck(folder, name, findings).run(GenerationCheck.Depth.FILES);
        return findings.first();
    }

    private void found(String name, DirectoryReader reader, CommitTerms terms, Probes probes) throws IOException {
        if (terms.articles() != CommitTerms.ANY && terms.articles() != reader.numDocs()) {
            throw refused(
                    name,
                    "it holds " + articles(reader.numDocs()) + " but " + articles(terms.articles()) + " were written");
        }
        String fault = probes.fault(reader);
        if (fault != null) {
            throw refused(name, fault);
        }
    }

    private void share(long articles, CommitTerms terms, long lastGood) throws GenerationRefusedException {
        if (articles * 100 < terms.leastPercent() * lastGood) {
            throw new GenerationRefusedException("the dumps have " + articles(articles) + ", fewer than "
                    + terms.leastPercent() + "% of the " + articles(lastGood)
                    + " that were indexed before; the live index is left as it is. If that many are gone, run it again"
                    + " with --force, else check the paths and the rejects");
        }
    }

    private static GenerationRefusedException refused(String name, @Nullable String why) {
        return new GenerationRefusedException(
                "generation " + name + " is not fit to go live: " + why
                        + ". The live index is left as it is; run the command again, and if this comes again, look at the disk");
    }

    private static String articles(long count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "article" : "articles");
    }
}
