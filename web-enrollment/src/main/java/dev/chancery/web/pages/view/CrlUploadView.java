package dev.chancery.web.pages.view;

import java.util.List;
import java.util.Optional;

/**
 * Where the revocation list of an offline CA is brought in.
 *
 * @param file short name of the CA
 * @param name of the CA
 * @param offline false for one that signs its lists here
 * @param crl the one in force
 * @param due what is to be done before it ends, possibly empty
 * @param errors why the file was refused
 */
public record CrlUploadView(
        Frame frame, String file, String name, boolean offline, Optional<CrlRow> crl, String due, List<String> errors) {
    public CrlUploadView {
        errors = List.copyOf(errors);
    }
}
