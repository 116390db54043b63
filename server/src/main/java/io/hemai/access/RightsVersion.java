package io.hemai.access;

import org.springframework.stereotype.Component;

/** Tells every node that people or rights of the bound tenant changed. */
@Component
public class RightsVersion {
    private final AccessStore store;

    RightsVersion(AccessStore store) {
        this.store = store;
    }

    /**
     * Counts up with the transaction that makes the change. Those who change people or rights at the same time wait here for
     * one another, so what is checked after it stays true.
     */
    public void raise() {
        store.changing(() -> Boolean.TRUE);
    }
}
