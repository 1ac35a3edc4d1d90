package archsearch.benchmarks.dumps;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What this process takes: processor time, memory, and how full its heap is before and after collections. Thread-safe. */
final class ProcessFigures {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final AtomicLong before = new AtomicLong();
    private final AtomicLong after = new AtomicLong();
    private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());

    private ProcessFigures() {}

    /** Watches from now on. */
    static ProcessFigures start() {
        ProcessFigures watch = new ProcessFigures();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(
                        (notification, handback) -> watch.note(
                                GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                                        .getGcInfo()),
                        n -> n.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                        null);
            }
        }
        return watch;
    }

    private void note(GcInfo collection) {
        before.accumulateAndGet(used(collection.getMemoryUsageBeforeGc()), Math::max);
        after.accumulateAndGet(used(collection.getMemoryUsageAfterGc()), Math::max);
    }

    private long used(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> heapPools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    /** Most bytes of the heap in use right after a collection: what is needed, and garbage that was not collected then. */
    long mostAfterCollection() {
        return after.get();
    }

    /** Most bytes of the heap in use at a collection or now, garbage included. */
    long most() {
        return Math.max(
                before.get(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** Time that all threads of this process ran; 0 where the system does not tell. */
    static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getProcessCpuTime()) / 1e9
                : 0;
    }

    /** Most bytes of memory that this process ever had, mapped files included; 0 where the system does not tell. */
    static long mostResident() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
