package dev.chancery.web.http;

import java.util.List;
import java.util.Optional;

/** What a browser sent from an HTML form: fields and files. */
public record Form(Parameters fields, List<Upload> uploads) {
    public Form {
        uploads = List.copyOf(uploads);
    }

    public Optional<String> text(String name) {
        return fields.text(name);
    }

    public List<String> all(String name) {
        return fields.all(name);
    }

    /** A file field that the browser filled; an empty file counts as none. */
    public Optional<Upload> upload(String name) {
        return uploads.stream()
                .filter(upload -> upload.field().equals(name) && upload.length() > 0)
                .findFirst();
    }

    /** One file. */
    public static final class Upload {
        private final String field;
        private final String fileName;
        private final byte[] octets;

        Upload(String field, String fileName, byte[] octets) {
            this.field = field;
            this.fileName = fileName;
            this.octets = octets.clone();
        }

        public String field() {
            return field;
        }

        /** As the client calls it: for showing, never for opening. */
        public String fileName() {
            return fileName;
        }

        public byte[] octets() {
            return octets.clone();
        }

        public int length() {
            return octets.length;
        }
    }
}
