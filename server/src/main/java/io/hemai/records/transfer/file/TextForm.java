package io.hemai.records.transfer.file;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text is written, as somebody says who knows it better than what the content shows.
 *
 * @param encoding null to find it out
 * @param delimiter null to find it out
 */
public record TextForm(@Nullable String encoding, @Nullable String delimiter) {
    /** All is found out. */
    public static final TextForm UNTOLD = new TextForm(null, null);

    private static final List<String> ENCODINGS =
            List.of("UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "windows-1252", "Shift_JIS");
    private static final List<String> DELIMITERS = List.of(",", "\t", ";", "|");

    /** Refuses what cannot be read. */
    public TextForm {
        if (encoding != null && !ENCODINGS.contains(encoding)) {
            throw Refusal.ofField("encoding", KernelError.INVALID_PARAMETER, "encoding", encoding);
        }
        if (delimiter != null && !DELIMITERS.contains(delimiter)) {
            throw Refusal.ofField("delimiter", KernelError.INVALID_PARAMETER, "delimiter", delimiter);
        }
    }

    /** The encoding that was told. */
    @Nullable
    Charset charset() {
        return encoding == null ? null : Charset.forName(encoding);
    }
}
