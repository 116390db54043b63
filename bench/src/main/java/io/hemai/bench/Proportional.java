package io.hemai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of processes that share some of it, as Linux tells it: each bears its part of what is shared. */
final class Proportional {
    private static final String PSS = "Pss:";

    private Proportional() {}

    /** Of a process that may have just ended; 0 then, and where the system does not tell. */
    static long kilobytes(long pid) {
        Path rollup = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
        try {
            return Files.readAllLines(rollup).stream()
                    .filter(line -> line.startsWith(PSS))
                    .mapToLong(line -> Long.parseLong(
                            line.substring(PSS.length()).replace("kB", "").strip()))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
