package io.hemai.demo;

/** A part of the plan that is written in one go; chapters point at what earlier ones wrote. */
interface Chapter {
    /** Writes what is not there yet. */
    void write(DemoPlan plan, Keys keys);
}
