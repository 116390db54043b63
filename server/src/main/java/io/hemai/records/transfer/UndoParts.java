package io.hemai.records.transfer;

import io.hemai.records.store.Attached;
import io.hemai.records.store.MassActTrail;
import org.springframework.stereotype.Component;

/** What taking acts back works with besides what every run does. */
@Component
record UndoParts(MassActTrail trail, Attached attached, RightsOfNow now) {}
