package archsearch.indexer.lucene;

import archsearch.indexer.GenerationRefusedException;
import archsearch.indexer.IndexCondition.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes to another generation that is there already. The caller holds the lock. */
final class Rollback {
    private final IndexFolder folder;
    private final SwitchCheck check;

    Rollback(IndexFolder folder) {
        this.folder = folder;
        this.check = new SwitchCheck(folder);
    }

    /**
     * Looks through the candidates and switches to the first that is sound.
     *
     * @param wanted the one to go to, with or without the number of its commit; null for the best that is there
     * @return the folder name of the generation that is live now
     * @throws GenerationRefusedException if there is none
     */
    String run(@Nullable String wanted) throws IOException {
        List<String> candidates = wanted == null ? folder.substitutes() : List.of(named(wanted));
        String damaged = "";
        for (String name : candidates) {
            Optional<Fault> fault = check.fault(name);
            if (fault.isEmpty()) {
                if (!folder.liveIfReadable().equals(Optional.of(name))) {
                    folder.makeLive(name);
                }
                return name;
            }
            damaged += "; generation " + name + " is not sound: " + fault.get().where() + ": "
                    + fault.get().detail();
        }
        throw candidates.isEmpty()
                ? none(folder)
                : new GenerationRefusedException(
                        "nothing was changed in " + folder.root() + damaged + "; " + rebuild(folder));
    }

    private String named(String wanted) throws IOException {
        String name = wanted.replaceFirst("-\\d+$", "");
        List<String> names = folder.names();
        if (!names.contains(name)) {
            throw new GenerationRefusedException("there is no generation " + wanted + " in " + folder.root()
                    + "; there are: " + String.join(", ", names));
        }
        return name;
    }

    /** There is nothing to go back to. */
    static GenerationRefusedException none(IndexFolder folder) {
        return new GenerationRefusedException(
                "there is no generation to go back to in " + folder.root() + "; " + rebuild(folder));
    }

    private static String rebuild(IndexFolder folder) {
        return "build the index again with: archsearch index DUMP... --index " + folder.root();
    }
}
