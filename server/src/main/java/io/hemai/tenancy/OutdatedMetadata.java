package io.hemai.tenancy;

/** What was worked out by objects and fields that have changed meanwhile: nothing of it is kept, and it is done anew. */
public final class OutdatedMetadata extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutdatedMetadata(Tenant tenant) {
        super("the objects of " + tenant.id() + " are no longer those of version " + tenant.metadataVersion());
    }
}
