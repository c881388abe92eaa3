package dev.chancery.db;

import java.time.Instant;

/** Where in the journal an event stands, and whose it is: what the tables keep of a record beside the event. */
record Place(long sequence, Instant time, String actor) {}
