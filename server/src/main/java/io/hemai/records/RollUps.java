package io.hemai.records;

import java.util.List;

/** Declares roll-ups: a Spring component of the module that knows both objects, found by its type. */
public interface RollUps {
    /** The declarations. */
    List<RollUp> all();
}
