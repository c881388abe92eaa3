package dev.chancery.publisher.target;

import java.util.Hashtable;
import java.util.Optional;
import javax.naming.AuthenticationException;
import javax.naming.CommunicationException;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoPermissionException;
import javax.naming.directory.Attribute;
import javax.naming.directory.BasicAttribute;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.ModificationItem;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * An entry per CA in an LDAP directory, with {@code cACertificate;binary} and {@code certificateRevocationList;binary}
 * (RFC 4523). An entry that is missing is made: applicationProcess with pkiCA.
 */
final class LdapTarget implements Target {
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "60000";

    private final String address;
    private final Optional<Credentials> credentials;

    /** @param address {@code ldap://host/cn={ca},ou=pki,dc=example,dc=com} */
    LdapTarget(String address, Optional<Credentials> credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    @Override
    public void put(PublishedFile file) throws TargetException {
        if (file.kind() == PublishedFile.Kind.PARTITION) {
            // In the place of the full one it would hide most of what is revoked.
            return;
        }
        int slash = address.indexOf('/', "ldaps://".length());
        String server = address.substring(0, slash);
        String entry = address.substring(slash + 1).replace("{ca}", file.issuer());
        try {
            DirContext directory = new InitialLdapContext(environment(server), null);
            try {
                write(directory, new LdapName(entry), file);
            } finally {
                directory.close();
            }
        } catch (AuthenticationException e) {
            throw new TargetException(server + " does not accept the user and the password");
        } catch (NoPermissionException e) {
            throw new TargetException(server + " does not allow this user to write " + entry);
        } catch (NameNotFoundException e) {
            throw new TargetException(server + " has no entry above " + entry + "; make that one first");
        } catch (CommunicationException e) {
            throw new TargetException(server + " cannot be reached");
        } catch (NamingException e) {
            throw new TargetException(server + " did not take " + file.name() + ": " + e.getMessage());
        }
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing else.
    private Hashtable<String, String> environment(String server) throws TargetException {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, server);
        environment.put("com.sun.jndi.ldap.connect.timeout", CONNECT_MILLIS);
        environment.put("com.sun.jndi.ldap.read.timeout", ANSWER_MILLIS);
        // A server that points elsewhere is not followed: the password is for this one.
        environment.put(Context.REFERRAL, "ignore");
        if (credentials.isPresent()) {
            environment.put(Context.SECURITY_AUTHENTICATION, "simple");
            environment.put(Context.SECURITY_PRINCIPAL, credentials.get().user());
            environment.put(
                    Context.SECURITY_CREDENTIALS,
                    new String(credentials.get().password().reveal()));
        }
        return environment;
    }

    @SuppressWarnings("BanJNDI") // Writes only: nothing of the answer is made an object.
    private static void write(DirContext directory, LdapName entry, PublishedFile file) throws NamingException {
        Attribute value =
                new BasicAttribute(file.kind().attribute, file.content().der().unsafeOctets());
        try {
            directory.modifyAttributes(
                    entry, new ModificationItem[] {new ModificationItem(DirContext.REPLACE_ATTRIBUTE, value)});
        } catch (NameNotFoundException e) {
            directory.createSubcontext(entry, fresh(entry, value)).close();
        }
    }

    private static BasicAttributes fresh(LdapName entry, Attribute value) {
        BasicAttributes attributes = new BasicAttributes(true);
        Attribute classes = new BasicAttribute("objectClass", "applicationProcess");
        classes.add("pkiCA");
        attributes.put(classes);
        Rdn own = entry.getRdn(entry.size() - 1);
        attributes.put(own.getType(), own.getValue());
        attributes.put(value);
        return attributes;
    }

    @Override
    public String where() {
        return "LDAP " + address;
    }
}
