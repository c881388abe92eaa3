package dev.chancery.web.house;

import java.util.Optional;

/** Port: what somebody who looks after the server has to know of it. */
public interface HouseWatch {
    /** Why nothing is issued or revoked any more, in words; empty while all is well. */
    Optional<String> fault();

    /** That the disk of the journal is going to be full, in words; empty while there is room. */
    Optional<String> littleSpace();

    /** One that has nothing to say. */
    static HouseWatch silent() {
        return new HouseWatch() {
            @Override
            public Optional<String> fault() {
                return Optional.empty();
            }

            @Override
            public Optional<String> littleSpace() {
                return Optional.empty();
            }
        };
    }
}
