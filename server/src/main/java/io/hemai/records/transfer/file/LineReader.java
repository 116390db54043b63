package io.hemai.records.transfer.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Physical lines ended by CRLF, LF or CR, numbered from 1; lines can be put back to be read again. */
final class LineReader implements AutoCloseable {
    /**
     * One physical line.
     *
     * @param end its terminator, empty at the end of the file
     * @param cut whether it was longer than allowed
     */
    record Line(long number, String text, String end, boolean cut) {}

    private static final int BUFFER = 1 << 16;

    private final Reader source;
    private final int mostChars;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder carried = new StringBuilder();
    private final Deque<Line> returned = new ArrayDeque<>();
    private int position;
    private int limit;
    private long number;
    private boolean cut;

    LineReader(Reader source, int mostChars) {
        this.source = source;
        this.mostChars = mostChars;
    }

    /** Makes these lines the next ones again, in their order. */
    void putBack(List<Line> lines) {
        lines.reversed().forEach(returned::addFirst);
    }

    @Nullable
    Line next() throws IOException {
        if (!returned.isEmpty()) {
            return returned.removeFirst();
        }
        carried.setLength(0);
        cut = false;
        while (position < limit || fill()) {
            int end = endOfLine();
            keep(position, end);
            position = end;
            if (end < limit) {
                number++;
                return new Line(number, carried.toString(), terminator(), cut);
            }
        }
        if (carried.isEmpty() && !cut) {
            return null;
        }
        number++;
        return new Line(number, carried.toString(), "", cut);
    }

    private int endOfLine() {
        int at = position;
        while (at < limit && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        return at;
    }

    private void keep(int from, int to) {
        int room = mostChars - carried.length();
        if (to - from > room) {
            cut = true;
        }
        carried.append(buffer, from, Math.min(to - from, room));
    }

    private String terminator() throws IOException {
        char first = buffer[position++];
        if (first == '\n') {
            return "\n";
        }
        if ((position < limit || fill()) && buffer[position] == '\n') {
            position++;
            return "\r\n";
        }
        return "\r";
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, source.read(buffer, 0, BUFFER));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
