package io.hemai.records.transfer;

import io.hemai.access.PeopleSource;
import io.hemai.records.store.Attached;
import io.hemai.records.store.MassActTrail;
import io.hemai.records.store.UndoRecords;
import org.springframework.stereotype.Component;

/** What taking acts back works with besides what every run does. */
@Component
record UndoParts(MassActTrail trail, UndoRecords records, Attached attached, PeopleSource people, RightsOfNow now) {}
