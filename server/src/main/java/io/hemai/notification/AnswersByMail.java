package io.hemai.notification;

import io.hemai.identity.UserIdentity;
import io.hemai.metadata.fieldtype.About;
import java.util.Map;
import java.util.Set;

/** Lets people answer what they are asked about records straight from the mail that tells them so. */
public interface AnswersByMail {
    /**
     * Where the person answers what is asked about those records: paths of the application that let the person, and whoever else reads the
     * mail, in without signing in. Made anew for each mail, in its transaction.
     *
     * @return by how the keys begin under which the person is told so, see {@link Notice#once}
     */
    Map<String, String> paths(UserIdentity person, Set<About> records);
}
