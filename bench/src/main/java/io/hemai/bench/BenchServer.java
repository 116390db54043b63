package io.hemai.bench;

import io.hemai.HemaiApplication;
import io.hemai.database.DatabaseAddress;
import io.hemai.database.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Hemai as it is, with the floors' endpoints beside its own; says where it and its database are. */
public final class BenchServer {
    private BenchServer() {}

    /** Starts; when it serves, its port and its database's URL, user and password are lines of the file that is named. */
    public static void main(String[] args) throws IOException {
        // the clients of a measure keep their connections for good
        ConfigurableApplicationContext hemai =
                SpringApplication.run(HemaiApplication.class, "--server.tomcat.max-keep-alive-requests=-1");
        DatabaseAddress database = hemai.getBean(DatabaseServer.class).address();
        Path told = Path.of(args[0]);
        Path telling = told.resolveSibling("telling");
        Files.write(
                telling,
                List.of(
                        hemai.getEnvironment().getRequiredProperty("local.server.port"),
                        database.url(),
                        database.user(),
                        database.password()));
        Files.move(telling, told, StandardCopyOption.ATOMIC_MOVE);
    }
}
