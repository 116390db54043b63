package io.hemai.workspace;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import java.util.Collection;
import java.util.Map;

/** Records of whichever object, as far as who acts may read them. */
final class AnyRecords {
    private AnyRecords() {}

    /** Those of the records by id; none when the object is not there, or not for who acts. */
    static Map<RecordId, Row> rows(Records records, Metadata metadata, String object, Collection<RecordId> ids) {
        if (metadata.current().find(object).isEmpty()) {
            return Map.of();
        }
        try {
            return records.rows(object, ids);
        } catch (Refusal refused) {
            if (refused.code() == RecordsError.UNKNOWN_OBJECT) {
                return Map.of();
            }
            throw refused;
        }
    }
}
