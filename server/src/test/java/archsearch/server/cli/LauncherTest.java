package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the launcher itself in a repository of its own, with JDKs that are a release file and a script each, and with a build
 * that only makes the jar.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "archsearch");

    @TempDir
    Path folder;

    private Path repository;
    private Path jdks;

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(folder.resolve("the repository"));
        jdks = Files.createDirectories(folder.resolve("jdks"));
        script(repository.resolve("archsearch"), Files.readString(LAUNCHER));
        Files.createDirectories(repository.resolve("server/src/main/java"));
        Files.writeString(repository.resolve("pom.xml"), "<project/>");
        script(repository.resolve("mvnw"), """
                #!/bin/sh
                echo "mvnw $* with $JAVA_HOME" >> builds
                echo 'noise of the build'
                [ ! -e broken ] || { echo 'Source.java:1: no such thing' >&2; exit 1; }
                mkdir -p server/target && echo jar > server/target/archsearch.jar
                """);
        age(repository.resolve("server/src/main/java"), 60);
        age(repository.resolve("pom.xml"), 60);
    }

    @Test
    void jdk_severalFit_theNewestIsTaken() throws Exception {
        jdk("a-21", "21.0.4");
        Path newest = jdk("b-25", "25.0.1");
        jdk("c-24", "24");
        jdk("d-17", "17.0.15");
        jdk("e-8", "1.8.0_412");
        assertThat(start(Map.of(), "search", "two words").out())
                .contains("java " + newest)
                .contains("<-jar>\n<" + repository.toRealPath()
                        + "/server/target/archsearch.jar>\n<search>\n<two words>");
    }

    @Test
    void jdk_numbersGrowByValueNotByText() throws Exception {
        jdk("a", "21.0.9");
        Path newest = jdk("b", "21.0.10");
        assertThat(start(Map.of()).out()).contains("java " + newest);
    }

    @Test
    void jdk_javaHomeFits_isTakenBeforeNewerOnes() throws Exception {
        jdk("b-25", "25.0.1");
        Path home = jdk(folder.resolve("my jdk"), "21.0.4");
        assertThat(start(Map.of("JAVA_HOME", home.toString())).out()).contains("java " + home);
    }

    @Test
    void jdk_javaHomeTooOld_isPassedOver() throws Exception {
        Path fitting = jdk("b-25", "25.0.1");
        Path old = jdk(folder.resolve("old"), "17.0.15");
        assertThat(start(Map.of("JAVA_HOME", old.toString())).out()).contains("java " + fitting);
    }

    @Test
    void jdk_javaOnPathFits_isTakenThroughItsLinks() throws Exception {
        jdk("b-25", "25.0.1");
        Path onPath = jdk(folder.resolve("linked"), "21.0.4");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), onPath.resolve("bin/java"));
        assertThat(start(Map.of("PATH", bin + ":/usr/bin:/bin")).out()).contains("java " + onPath);
    }

    @Test
    void jdk_onlyOldOnes_saysWhichAndWhatToInstall() throws Exception {
        jdk("d-17", "17.0.15");
        jdk("e-8", "1.8.0_412");
        Files.createDirectories(jdks.resolve("no-jdk/bin"));
        Run run = start(Map.of());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("JDK 21 or newer", "found only Java 17.0.15 at " + jdks.resolve("d-17"), "JAVA_HOME");
        assertThat(repository.resolve("builds")).doesNotExist();
    }

    @Test
    void jdk_none_saysSo() throws Exception {
        Run run = start(Map.of());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("found none").contains("apt-get install");
    }

    @Test
    void build_onlyWhereTheJarIsMissingOrOlder() throws Exception {
        Path jdk = jdk("b-25", "25.0.1");
        Run first = start(Map.of());
        assertThat(first.err()).contains("building for the first time").doesNotContain("noise");
        assertThat(first.out()).doesNotContain("noise");
        assertThat(start(Map.of()).err()).isEmpty();
        assertThat(builds()).singleElement().asString().contains("package").endsWith("with " + jdk);

        Files.writeString(repository.resolve("server/src/main/java/New.java"), "class New {}");
        age(repository.resolve("server/target/archsearch.jar"), 30);
        start(Map.of());
        start(Map.of());
        assertThat(builds()).hasSize(2);
    }

    @Test
    void build_killedHalfWay_isDoneAgain() throws Exception {
        jdk("b-25", "25.0.1");
        start(Map.of());
        Files.createFile(repository.resolve("server/target/archsearch.jar.unfinished"));
        start(Map.of());
        start(Map.of());
        assertThat(builds()).hasSize(2);
    }

    @Test
    void build_fails_showsTheEndOfTheLogAndStartsNothing() throws Exception {
        jdk("b-25", "25.0.1");
        Files.createFile(repository.resolve("broken"));
        Run run = start(Map.of());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no such thing", "the build failed", "var/build.log");
    }

    @Test
    void build_twoStartsAtOnce_buildOnce() throws Exception {
        jdk("b-25", "25.0.1");
        Process one = process(Map.of());
        Process other = process(Map.of());
        assertThat(List.of(run(one).status(), run(other).status())).containsExactly(0, 0);
        assertThat(builds()).hasSize(1);
    }

    @Test
    void start_throughALinkFromAnywhere_findsTheRepository() throws Exception {
        jdk("b-25", "25.0.1");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("archsearch"), Path.of("../the repository/archsearch"));
        Files.createSymbolicLink(folder.resolve("as"), bin.resolve("archsearch"));
        Run run = run(process(folder.resolve("as"), Map.of("ARCHSEARCH_JAVA_OPTS", "-Xmx2g -Dx=y")));
        assertThat(run.out())
                .contains("<-Darchsearch.home=" + repository.toRealPath() + ">", "<-Xmx2g>\n<-Dx=y>\n<-jar>");
    }

    @Test
    void start_tellsHowItWasCalled() throws Exception {
        jdk("b-25", "25.0.1");
        Path launcher = repository.resolve("archsearch");
        assertThat(start(Map.of()).out()).contains("<-Darchsearch.command=" + launcher + ">");
        String path = repository + ":" + toolsWithoutJava();
        assertThat(start(Map.of("PATH", path)).out()).contains("<-Darchsearch.command=archsearch>");
    }

    @Test
    void start_exitStatus_isJavas() throws Exception {
        Path jdk = jdk("b-25", "25.0.1");
        script(jdk.resolve("bin/java"), "#!/bin/sh\nexit 75\n");
        assertThat(start(Map.of()).status()).isEqualTo(75);
    }

    @Test
    void javaHome_asked_isPrintedAndNothingIsBuilt() throws Exception {
        Path jdk = jdk("b-25", "25.0.1");
        Run run = start(Map.of(), "--java-home");
        assertThat(run.out()).isEqualTo(jdk + "\n");
        assertThat(repository.resolve("server/target")).doesNotExist();
    }

    private record Run(int status, String out, String err) {}

    private Run start(Map<String, String> environment, String... arguments) throws Exception {
        return run(process(repository.resolve("archsearch"), environment, arguments));
    }

    private Process process(Map<String, String> environment) throws IOException {
        return process(repository.resolve("archsearch"), environment);
    }

    private Process process(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", toolsWithoutJava().toString(), "ARCHSEARCH_JDKS", jdks.toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Run run(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    /** A folder with the tools that the launcher uses, since this machine's own may hold a java. */
    private Path toolsWithoutJava() throws IOException {
        Path tools = folder.resolve("tools");
        if (Files.exists(tools)) {
            return tools;
        }
        Files.createDirectories(tools);
        for (String tool : List.of(
                "cat",
                "dirname",
                "find",
                "flock",
                "head",
                "mkdir",
                "readlink",
                "rm",
                "rmdir",
                "sed",
                "sh",
                "sleep",
                "stty",
                "tail",
                "touch",
                "tr")) {
            for (String place : List.of("/bin", "/usr/bin")) {
                Path path = Path.of(place, tool);
                if (Files.isExecutable(path) && !Files.exists(tools.resolve(tool))) {
                    script(tools.resolve(tool), "#!/bin/sh\nexec " + path + " \"$@\"\n");
                }
            }
        }
        return tools;
    }

    private Path jdk(String name, String version) throws IOException {
        return jdk(jdks.resolve(name), version);
    }

    /** A JDK whose java prints its own home and its arguments. */
    private static Path jdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), "#!/bin/sh\necho java '" + home + "'\nprintf '<%s>\\n' \"$@\"\n");
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void age(Path path, int seconds) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(repository.resolve("builds"));
    }
}
