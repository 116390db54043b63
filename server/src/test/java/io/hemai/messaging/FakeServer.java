package io.hemai.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A mail server that behaves badly: whoever connects is given to a conversation. */
final class FakeServer implements AutoCloseable {
    private final ServerSocket socket;

    /** What it does with who connects. */
    interface Conversation {
        void with(BufferedReader said, OutputStream answers) throws IOException, InterruptedException;
    }

    FakeServer(Conversation conversation) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(conversation));
    }

    /** One that speaks SMTP: what it answers to a command, null to hang up; {@code .} is the end of a mail. */
    static FakeServer answering(Function<String, String> answers) throws IOException {
        return new FakeServer((said, out) -> {
            say(out, "220 fake");
            boolean inMail = false;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                inMail &= !line.equals(".");
                if (inMail) {
                    continue;
                }
                String answer = answers.apply(line);
                if (answer == null) {
                    return;
                }
                say(out, answer);
                inMail = line.equals("DATA") && answer.startsWith("354");
            }
        });
    }

    /** What a well-behaved server answers. */
    static String usual(String command) {
        return command.equals("DATA") ? "354 go on" : command.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve(Conversation conversation) {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> talk(caller, conversation));
            } catch (IOException closed) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private static void talk(Socket caller, Conversation conversation) {
        try (caller) {
            // it hangs up with a reset, which its callers hear as an error
            caller.setSoLinger(true, 0);
            conversation.with(
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII)),
                    caller.getOutputStream());
        } catch (IOException | InterruptedException gone) {
            // the caller had enough, which is what most of these tests are about
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
