package archsearch.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcLogTest {
    @TempDir
    Path folder;

    @Test
    void log_ofOneProcess_givesTheFullestHeapAndWhatIsNeeded() throws IOException {
        Path log = Files.writeString(folder.resolve("gc"), """
                [0.005s][info][gc] Using G1
                [1.180s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 117M->25M(256M) 56.551ms
                [6.996s][info][gc] GC(4) Concurrent Mark Cycle
                [7.060s][info][gc] GC(4) Pause Remark 241M->239M(256M) 5.220ms
                [8.000s][info][gc] GC(5) Pause Young (Mixed) (G1 Evacuation Pause) 99M->70M(256M) 1.551ms
                [9.463s][info][gc] GC(6) Pause Full (Diagnostic Command) 90M->48M(167M) 126.370ms
                [9.900s][info][gc] GC(7) Pause Young (Normal) (G1 Evacuation Pause)
                """);
        assertThat(GcLog.read(log)).isEqualTo(new GcLog(117, 70, 48));
        assertThat(GcLog.read(folder.resolve("none"))).isEqualTo(GcLog.NONE);
    }

    @Test
    void logs_ofTwoProcesses_giveTheMostOfBoth() {
        assertThat(new GcLog(100, 50, 30).and(new GcLog(90, 60, -1))).isEqualTo(new GcLog(100, 60, 30));
        assertThat(new GcLog(100, 50, 30).and(new GcLog(90, 60, 20))).isEqualTo(new GcLog(100, 60, 20));
    }
}
