package io.hemai.kernel;

/** A reason for refusing that clients may rely on: one enum a module implements it. */
public interface ErrorCode {
    /** Stable dotted name, such as {@code lead.already_converted}; its text stands under {@code error.<code>}. */
    String code();

    /** What kind of refusal it is; decides the HTTP status. */
    Kind kind();

    /** The kinds of refusal with the HTTP status each is answered with. */
    enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD(405),
        NOT_ACCEPTABLE(406),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        MEDIA(415),
        INVALID(422),
        PRECONDITION_REQUIRED(428),
        TOO_MANY(429),
        INTERNAL(500),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }
}
