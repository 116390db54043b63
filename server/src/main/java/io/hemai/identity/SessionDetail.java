package io.hemai.identity;

import java.util.Map;

/** A module's part of what {@code GET /session} tells about the person who asks, such as the roles. */
public interface SessionDetail {
    /** Members of the answer by name; called with tenant and identity bound. */
    Map<String, Object> about(UserIdentity who);
}
