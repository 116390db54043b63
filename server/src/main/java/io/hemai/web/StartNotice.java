package io.hemai.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What is shown once, at the end of a start: who was let in, new passwords, and where they are of use. On the console and in no
 * log file. A start that fails shows the passwords too, since they count by then.
 */
@Component
public class StartNotice implements DisposableBean {
    private static final String LINE = "----------------------------------------------------------------\n";

    private final List<String> parts = new ArrayList<>();

    /** Adds lines to what is shown. */
    public synchronized void add(String lines) {
        parts.add(lines);
    }

    /** Shows what there is below the heading; without anything to show, nothing. */
    @SuppressWarnings("SystemOut")
    public synchronized void show(String heading) {
        if (parts.isEmpty()) {
            return;
        }
        parts.addFirst(heading);
        String text = String.join("\n\n", parts)
                .lines()
                .map(line -> ("  " + line).stripTrailing() + "\n")
                .collect(Collectors.joining());
        parts.clear();
        System.out.print("\n" + LINE + text + LINE + "\n");
    }

    @Override
    public void destroy() {
        show("Hemai ended before it was ready.");
    }
}
