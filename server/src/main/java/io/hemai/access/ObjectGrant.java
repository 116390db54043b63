package io.hemai.access;

import io.hemai.access.DataScope.Level;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a role allows with the records of an object.
 *
 * @param read without it the object does not exist for the person
 * @param update counts for records that may be read
 * @param delete counts for records that may be read
 */
public record ObjectGrant(
        DataScope read, boolean create, DataScope update, DataScope delete, boolean export, boolean imports) {
    /** Everything. */
    public static ObjectGrant full() {
        return new ObjectGrant(Level.ALL, true, Level.ALL, Level.ALL, true, true);
    }

    /** To read and nothing more. */
    static ObjectGrant reading(DataScope scope) {
        return new ObjectGrant(scope, false, Level.NONE, Level.NONE, false, false);
    }

    /** Everything with what is one's own. */
    static ObjectGrant ofOwn() {
        return new ObjectGrant(Level.OWN, true, Level.OWN, Level.OWN, true, true);
    }

    /** Whether it allows to write anything. */
    boolean writes() {
        return create || update.parts().findAny().isPresent();
    }

    /** Whether it allows anything at all. */
    boolean allowsAny() {
        return create || read.parts().findAny().isPresent();
    }

    /**
     * What it allows where the object has no entry of its own and its records have no owner, such as products or people:
     * all may be read by whoever reads any, and are written only by who may write everything.
     */
    ObjectGrant ofOwnerless() {
        return update.equals(Level.ALL) ? this : new ObjectGrant(read, false, Level.NONE, Level.NONE, export, false);
    }

    /** The grant in the form of the API. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("read", read.json());
        json.put("create", create);
        json.put("update", update.json());
        json.put("delete", delete.json());
        json.put("export", export);
        json.put("import", imports);
        return json;
    }
}
