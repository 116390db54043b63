package io.hemai.metadata;

/** Brings records back that would have come back before, had their object not been away; in transactions of their own. */
public interface RecordsBack {
    /** Brings back those of objects that are there. */
    void comeBack();
}
