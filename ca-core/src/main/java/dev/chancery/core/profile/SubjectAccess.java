package dev.chancery.core.profile;

import java.net.URI;

/**
 * Where something that the subject offers can be had: subject information access (RFC 5280 §4.2.2.2).
 *
 * @param method what it is
 * @param location absolute; any scheme, since not only verifiers read it
 */
public record SubjectAccess(AccessMethod method, URI location) {
    public SubjectAccess {
        boolean good = location.isAbsolute()
                && location.getUserInfo() == null
                && location.toString().chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (!good) {
            throw new IllegalArgumentException("location: " + Quoted.of(location.toString())
                    + " is no absolute address, such as http://pki.example.com/repository/");
        }
    }
}
