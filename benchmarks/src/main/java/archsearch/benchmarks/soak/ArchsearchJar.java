package archsearch.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged program, run in processes of its own.
 *
 * @param jar the jar
 * @param home the repository, where the glossary lies
 * @param work the folder that processes work in
 * @param javaOptions options of each process, such as the bound of its heap
 */
record ArchsearchJar(Path jar, Path home, Path work, List<String> javaOptions) {
    /**
     * Starts a command.
     *
     * @param name what its files are called: NAME.log has what it says on stderr, NAME.gc the log of its collections
     * @param out where its stdout goes
     */
    Process start(String name, ProcessBuilder.Redirect out, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xlog:gc:file=" + gcLog(name)));
        command.addAll(javaOptions);
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-Darchsearch.home=" + home, "-jar", jar.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
        // Settings of whoever runs this are none of the soak's.
        builder.environment()
                .keySet()
                .removeIf(
                        key -> key.startsWith("ARCHSEARCH_") || key.startsWith("JAVA_") || key.startsWith("JDK_JAVA"));
        return builder.redirectOutput(out)
                .redirectError(ProcessBuilder.Redirect.appendTo(log(name).toFile()))
                .start();
    }

    /** Where a process's stderr goes. */
    Path log(String name) {
        return work.resolve(name + ".log");
    }

    /** Where a process's log of collections goes. */
    Path gcLog(String name) {
        return work.resolve(name + ".gc");
    }
}
