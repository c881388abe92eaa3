package dev.chancery.publisher.target;

import javax.naming.AuthenticationException;
import javax.naming.AuthenticationNotSupportedException;
import javax.naming.CommunicationException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoPermissionException;
import javax.naming.directory.Attribute;
import javax.naming.directory.BasicAttribute;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.ModificationItem;
import javax.naming.directory.SchemaViolationException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLException;

/**
 * An entry per CA in an LDAP directory, with {@code cACertificate;binary}, {@code certificateRevocationList;binary} and
 * {@code deltaRevocationList;binary} (RFC 4523). An entry that is missing is made: applicationProcess with pkiCA and
 * deltaCRL; to one that is there deltaCRL is added when the first delta comes.
 */
final class LdapTarget implements Target {
    private final LdapConnection connection;

    LdapTarget(LdapConnection connection) {
        this.connection = connection;
    }

    @Override
    public void put(PublishedFile file) throws TargetException {
        if (file.kind() == PublishedFile.Kind.PARTITION) {
            // In the place of the full one it would hide most of what is revoked.
            return;
        }
        String server = connection.server();
        String entry = connection.entry(file.issuer());
        try {
            connection.open(directory -> write(directory, new LdapName(entry), file));
        } catch (AuthenticationNotSupportedException e) {
            throw new TargetException(
                    server + " takes no password without TLS: set starttls: true, or give an ldaps://" + " address");
        } catch (AuthenticationException e) {
            throw new TargetException(server + " does not accept the user and the password");
        } catch (NoPermissionException e) {
            throw new TargetException(server + " does not allow this user to write " + entry);
        } catch (NameNotFoundException e) {
            throw new TargetException(server + " has no entry above " + entry + "; make that one first");
        } catch (CommunicationException e) {
            throw new TargetException(
                    e.getRootCause() instanceof SSLException why
                            ? server + connection.trusted().refused(why)
                            : server + " cannot be reached");
        } catch (NamingException e) {
            throw new TargetException(server + " did not take " + file.name() + ": " + e.getMessage());
        }
    }

    @SuppressWarnings("BanJNDI") // Writes only: nothing of the answer is made an object.
    private static void write(DirContext directory, LdapName entry, PublishedFile file) throws NamingException {
        Attribute value =
                new BasicAttribute(file.kind().attribute, file.content().der().unsafeOctets());
        ModificationItem replacing = new ModificationItem(DirContext.REPLACE_ATTRIBUTE, value);
        try {
            directory.modifyAttributes(entry, new ModificationItem[] {replacing});
        } catch (NameNotFoundException e) {
            directory.createSubcontext(entry, fresh(entry, value)).close();
        } catch (SchemaViolationException e) {
            if (file.kind() != PublishedFile.Kind.DELTA_CRL) {
                throw e;
            }
            // RFC 4523 §3.5: an entry of the time before deltas is no deltaCRL yet.
            Attribute deltas = new BasicAttribute("objectClass", "deltaCRL");
            directory.modifyAttributes(
                    entry, new ModificationItem[] {new ModificationItem(DirContext.ADD_ATTRIBUTE, deltas), replacing});
        }
    }

    private static BasicAttributes fresh(LdapName entry, Attribute value) {
        BasicAttributes attributes = new BasicAttributes(true);
        Attribute classes = new BasicAttribute("objectClass", "applicationProcess");
        classes.add("pkiCA");
        classes.add("deltaCRL");
        attributes.put(classes);
        Rdn own = entry.getRdn(entry.size() - 1);
        attributes.put(own.getType(), own.getValue());
        attributes.put(value);
        return attributes;
    }

    @Override
    public String where() {
        return "LDAP " + connection.address() + (connection.startTls() ? " with StartTLS" : "");
    }
}
