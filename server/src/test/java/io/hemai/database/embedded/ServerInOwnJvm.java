package io.hemai.database.embedded;

import java.nio.file.Path;

/** Starts the server of a home and then does nothing but run, to be killed. */
final class ServerInOwnJvm {
    private ServerInOwnJvm() {}

    public static void main(String[] args) throws InterruptedException {
        ServerSettings settings = ServerSettings.production().with("work_mem", args[1]);
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(args[0]), settings);
        System.out.println("server " + server.pid());
        Thread.sleep(60_000);
    }
}
