package dev.chancery.publisher.target;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which URL each file is put to. */
interface PutAddresses {
    /** Empty for a file that does not belong there. */
    Optional<URI> of(String file) throws TargetException;

    /** For people; without what a query may hold. */
    String where();

    /** Files below one URL. */
    record Below(URI base) implements PutAddresses {
        @Override
        public Optional<URI> of(String file) {
            String text = base.toString();
            return Optional.of(URI.create(
                    text.contains("%7Bfile%7D")
                            ? text.replace("%7Bfile%7D", file)
                            : text.replaceFirst("/*$", "/") + file));
        }

        @Override
        public String where() {
            return "PUT to " + base;
        }
    }

    /** A URL for each file, in a file of lines {@code issuing.crl https://…}; whoever renews them writes it anew. */
    record Listed(Path list) implements PutAddresses {
        @Override
        public Optional<URI> of(String file) throws TargetException {
            try {
                for (String line : Files.readAllLines(list)) {
                    String[] parts = line.strip().split("\\s+");
                    if (parts.length == 2 && parts[0].equals(file)) {
                        return Optional.of(address(file, parts[1]));
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                throw new TargetException("the list of addresses " + list + " cannot be read: "
                        + e.getClass().getSimpleName());
            }
        }

        private URI address(String file, String text) throws TargetException {
            try {
                URI address = new URI(text);
                if (address.getHost() != null
                        && String.valueOf(address.getScheme()).matches("https?")) {
                    return address;
                }
            } catch (java.net.URISyntaxException e) {
                // Said below, without the address: it may be a credential.
            }
            throw new TargetException("the address for " + file + " in " + list + " is no http or https URL");
        }

        @Override
        public String where() {
            return "PUT to the addresses in " + list;
        }
    }
}
