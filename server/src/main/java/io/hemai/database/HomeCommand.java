package io.hemai.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.hemai.database.backup.Backup;
import io.hemai.database.backup.Restore;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** {@code backup HOME DIR}, {@code restore HOME DIR} and {@code doctor HOME HOME}, as {@code ./hemai} calls them, without the application. */
public final class HomeCommand {
    private HomeCommand() {}

    /** Ends with status 1 and two lines, what is wrong and what to do, when it cannot be done. */
    public static void main(String[] args) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
        try {
            run(args[0], Path.of(args[1]), Path.of(args[2]));
        } catch (DatabaseRefused e) {
            System.err.println("hemai: " + e.getMessage());
            System.err.println("hemai: " + e.remedy());
            System.exit(1);
        }
    }

    private static void run(String command, Path home, Path directory) {
        switch (command) {
            case "backup" -> {
                Backup.Result saved = new Backup(home).into(directory);
                System.out.printf(
                        "Saved %d files, %d MB, up to log position %s.%n",
                        saved.files(), saved.bytes() >> 20, saved.position());
            }
            case "restore" -> {
                new Restore(home).from(directory);
                System.out.println("Restored. HEMAI_HOME=" + home + " ./hemai start runs it.");
            }
            case "doctor" -> examine(home);
            default -> throw new IllegalArgumentException(command);
        }
    }

    private static void examine(Path home) {
        var external = new DatabaseProperties.External(
                System.getenv("HEMAI_DB_URL"), System.getenv("HEMAI_DB_USER"), System.getenv("HEMAI_DB_PASSWORD"));
        List<Doctor.Finding> findings = new Doctor(new DatabaseProperties(home.toString(), external)).examine();
        findings.forEach(System.out::println);
        if (!findings.stream().allMatch(Doctor.Finding::well)) {
            System.exit(1);
        }
    }
}
