package io.hemai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code ./hemai} on machines that lack something, with a path that has nothing on it but what is put there. */
class CommandLineTests {
    private static final List<String> TOOLS = List.of(
            "bash", "env", "dirname", "sed", "cat", "awk", "df", "id", "uname", "locale", "grep", "head", "tail", "tr",
            "cksum", "find", "sort", "xargs", "mkdir", "rm", "mv", "touch", "sleep");

    @TempDir
    Path machine;

    private Path path = Path.of("");

    /** What the script said and how it ended. */
    private record Outcome(int status, String said) {}

    @BeforeEach
    void emptyMachine() throws IOException {
        path = Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            for (String place : List.of("/bin/", "/usr/bin/")) {
                Path real = Path.of(place + tool);
                if (Files.exists(real) && !Files.exists(path.resolve(tool))) {
                    Files.createSymbolicLink(path.resolve(tool), real);
                }
            }
        }
        // the places where systems keep JDKs are empty here
        script(path.resolve("ls"), "exit 2");
        Path script = Path.of("../hemai").toAbsolutePath().normalize();
        assumeThat(script).exists();
        Files.createDirectories(machine.resolve("hemai"));
        Files.copy(script, machine.resolve("hemai/hemai"));
        script(machine.resolve("hemai/mvnw"), "exit 1");
    }

    private static void script(Path at, String text) throws IOException {
        Files.createDirectories(at.getParent());
        Files.writeString(at, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome hemai(String command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/bash", machine.resolve("hemai/hemai").toString(), command);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", path.toString());
        environment.put("HOME", machine.toString());
        environment.put("HEMAI_PORT", "1");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), said);
    }

    private Path jdk(String version) throws IOException {
        Path home = machine.resolve("jdk" + version);
        script(home.resolve("bin/java"), "echo '    java.home = " + home + "'");
        script(home.resolve("bin/javac"), "exit 0");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    @Test
    void withoutJdkOneLineSaysWhatIsMissingAndHowToGetIt() throws Exception {
        Outcome outcome = hemai("start");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.said().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("JDK 25 or newer is missing", "https://adoptium.net"));
    }

    @Test
    void oldJavaOnThePathAloneIsNotEnough() throws Exception {
        Files.createSymbolicLink(path.resolve("java"), jdk("17.0.1").resolve("bin/java"));

        assertThat(hemai("start").said()).contains("JDK 25 or newer is missing").hasLineCount(1);
    }

    @Test
    void newerJdkElsewhereIsFoundBehindAnOldJavaOnThePath() throws Exception {
        Files.createSymbolicLink(path.resolve("java"), jdk("17.0.1").resolve("bin/java"));
        Path found = jdk("25.0.1");
        Files.delete(path.resolve("ls"));
        script(path.resolve("ls"), "echo " + found);

        assertThat(hemai("doctor").said()).contains("ok    JDK 25 in " + found);
    }

    @Test
    void withoutNodeOneLineSaysThatThePagesNeedIt() throws Exception {
        Path jdk = jdk("25.0.1");
        Files.delete(path.resolve("ls"));
        script(path.resolve("ls"), "echo " + jdk);
        Files.createDirectories(machine.resolve("hemai/web"));
        Files.writeString(machine.resolve("hemai/web/package.json"), "{}");

        for (String command : List.of("start", "dev", "test")) {
            assertThat(hemai(command).said())
                    .contains("Node 20 or newer is missing", "https://nodejs.org")
                    .hasLineCount(1);
        }
    }

    @Test
    void unknownCommandIsToldWithThoseThereAre() throws Exception {
        Outcome outcome = hemai("dance");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.said()).contains("there is no 'dance'", "./hemai start");
    }
}
