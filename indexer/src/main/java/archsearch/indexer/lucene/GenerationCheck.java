package archsearch.indexer.lucene;

import archsearch.indexer.Generation;
import archsearch.indexer.IndexCondition.Part;
import archsearch.indexer.article.Article;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Looks through one generation, in an order in which nothing is read that is known to be wrong: the commit, the checksum of each
 * file, Lucene's own check of each segment, every article.
 */
final class GenerationCheck {
    /** Lucene's exceptions name the file by its path, quoted, within the description of a stream. */
    private static final Pattern FILE = Pattern.compile("path=\"([^\"]+)\"");

    /** A check writes nothing, so it needs no lock; Lucene would else take the one of a writer. */
    private static final Lock NO_LOCK = new Lock() {
        @Override
        public void close() {}

        @Override
        public void ensureValid() {}
    };

    private final IndexFolder folder;
    private final String name;
    private final Path place;
    private final IndexCheck.Findings findings;

    GenerationCheck(IndexFolder folder, String name, IndexCheck.Findings findings) {
        this.folder = folder;
        this.name = name;
        this.place = folder.generation(name);
        this.findings = findings;
    }

    /** How much of a generation is looked at. */
    enum Depth {
        /** All that a bad disk or a program that ended in between may spoil: the files, and how they fit together. */
        FILES,
        /** Everything, down to each article and each term. */
        ARTICLES
    }

    /** Looks through a generation; returns it, or null where its commit cannot be read. */
    @Nullable Generation run(Depth depth) throws IOException {
        try (Directory directory = folder.open(name)) {
            SegmentInfos commit = commit(directory);
            if (commit == null) {
                return null;
            }
            CommitData data = CommitData.of(commit);
            findings.format(data.format());
            if (!data.format().equals(CommitData.CURRENT_FORMAT)) {
                findings.add(
                        Part.FORMAT,
                        place.toString(),
                        "has format " + data.format() + ", this version reads format " + CommitData.CURRENT_FORMAT);
                return null;
            }
            Generation generation = LuceneArticleIndex.generation(folder, name, commit);
            vocabulary(directory, data);
            if (files(directory, commit) && segments(directory, depth)) {
                switch (depth) {
                    case FILES -> statedCount(data, generation.articles());
                    case ARTICLES -> articles(data);
                }
            }
            return generation;
        }
    }

    private @Nullable SegmentInfos commit(Directory directory) {
        try {
            return SegmentInfos.readLatestCommit(directory);
        } catch (IndexNotFoundException e) {
            findings.add(Part.FILE, place.toString(), "holds no commit of Lucene; expected a file segments_N");
        } catch (IOException | RuntimeException e) {
            findings.add(Part.FILE, fileOf(e, place.toString()), FileChecksums.inWords(e));
        }
        return null;
    }

    private void vocabulary(Directory directory, CommitData data) {
        String file = data.vocabularyFile();
        if (file == null) {
            return;
        }
        try {
            VocabularyFile.read(directory, data);
            findings.file(directory.fileLength(file));
        } catch (IOException | RuntimeException e) {
            findings.add(Part.VOCABULARY, place.resolve(file).toString(), FileChecksums.inWords(e));
        }
    }

    /** Compares every file with the checksum at its end; returns whether all are as they were written. */
    private boolean files(Directory directory, SegmentInfos commit) throws IOException {
        boolean sound = true;
        for (String file : new TreeSet<>(commit.files(true))) {
            try {
                findings.file(FileChecksums.verify(directory, file));
            } catch (IOException | RuntimeException e) {
                findings.add(Part.FILE, place.resolve(file).toString(), FileChecksums.inWords(e));
                sound = false;
            }
        }
        return sound;
    }

    private boolean segments(Directory directory, Depth depth) {
        boolean sound = true;
        try (CheckIndex check = new CheckIndex(directory, NO_LOCK)) {
            check.setLevel(
                    switch (depth) {
                        case FILES -> CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS;
                        case ARTICLES -> CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS;
                    });
            CheckIndex.Status status = check.checkIndex();
            for (CheckIndex.Status.SegmentInfoStatus segment : status.segmentInfos) {
                findings.segment();
                if (segment.error != null || !segment.openReaderPassed || segment.toLoseDocCount > 0) {
                    findings.add(
                            Part.SEGMENT,
                            place + " segment " + segment.name,
                            segment.error == null ? "cannot be opened" : FileChecksums.inWords(segment.error));
                    sound = false;
                }
            }
            if (sound && !status.clean) {
                findings.add(Part.SEGMENT, place.toString(), "Lucene's check of the segments fails");
                sound = false;
            }
        } catch (IOException | RuntimeException e) {
            findings.add(Part.SEGMENT, fileOf(e, place.toString()), FileChecksums.inWords(e));
            sound = false;
        }
        return sound;
    }

    private void articles(CommitData data) throws IOException {
        try (LuceneArticleReader reader = LuceneArticleReader.open(folder, name)) {
            String before = "";
            boolean more = true;
            while (more) {
                try {
                    Article article = reader.next();
                    more = article != null;
                    if (article != null) {
                        findings.article();
                        if (article.id().equals(before)) {
                            findings.add(Part.ID, before, "more than one article has this id");
                        }
                        before = article.id();
                    }
                } catch (UnreadableIndexException e) {
                    findings.add(Part.ARTICLE, place.toString(), String.valueOf(e.getMessage()));
                }
            }
            int stored = reader.generation().articles();
            if (findings.isSound() && findings.articles() != stored) {
                findings.add(
                        Part.COUNT,
                        place.toString(),
                        findings.articles() + " articles have an id, of " + stored + " that are stored");
            }
            statedCount(data, stored);
        }
    }

    private void statedCount(CommitData data, int stored) {
        Integer stated = data.articles();
        if (stated != null && stated != stored) {
            findings.add(
                    Part.COUNT, place.toString(), stored + " articles are stored, while the commit states " + stated);
        }
    }

    /** The file that Lucene found fault with, or the other text where it names none. */
    private static String fileOf(Throwable e, String other) {
        NoSuchFileException missing = FileChecksums.missing(e);
        if (missing != null) {
            return missing.getFile();
        }
        Matcher file = FILE.matcher(String.valueOf(e.getMessage()));
        return file.find() ? file.group(1) : other;
    }
}
