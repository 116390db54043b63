package io.hemai.records.web;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import io.hemai.records.WriteOptions;
import io.hemai.web.Parameters;
import java.util.Optional;

/** The parameters that every write over HTTP takes. */
public final class WriteParameters {
    private WriteParameters() {}

    /** What they ask for; other parameters are refused. */
    public static WriteOptions read(Parameters parameters) {
        return known(parameters.only("duplicates"));
    }

    /** The same where more parameters are taken. */
    static WriteOptions known(Parameters parameters) {
        Optional<String> duplicates = parameters.text("duplicates");
        duplicates.filter(d -> !d.equals("allow")).ifPresent(d -> {
            throw Refusal.ofField("duplicates", KernelError.INVALID_PARAMETER, "duplicates", d);
        });
        return duplicates.isPresent() ? WriteOptions.USUAL.allowingDuplicates() : WriteOptions.USUAL;
    }
}
