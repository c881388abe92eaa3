package dev.chancery.server;

import dev.chancery.core.x509.HostName;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every name and address by which this machine may be called. */
record HostNames(List<String> dns, List<String> ip) {
    static HostNames ofThisMachine(Optional<String> publicHost) {
        Set<String> dns = new LinkedHashSet<>();
        Set<String> ip = new LinkedHashSet<>();
        own().ifPresent(host -> {
            dns.add(host.getCanonicalHostName());
            dns.add(host.getHostName());
        });
        publicHost.ifPresent(host -> (isAddress(host) ? ip : dns).add(withoutBrackets(host)));
        dns.add("localhost");
        ip.add("127.0.0.1");
        ip.add("0:0:0:0:0:0:0:1");
        ip.addAll(interfaceAddresses());
        return new HostNames(
                dns.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> HostName.check(name).isEmpty())
                        .distinct()
                        .toList(),
                ip.stream().limit(40).toList());
    }

    /** What others most likely call this machine. */
    static String publicName() {
        return own().map(InetAddress::getCanonicalHostName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> HostName.check(name).isEmpty())
                .orElse("localhost");
    }

    static boolean resolves(String host) {
        try {
            return InetAddress.getAllByName(withoutBrackets(host)).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isAddress(String host) {
        return HostName.looksLikeIpAddress(host);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Optional<InetAddress> own() {
        try {
            return Optional.of(InetAddress.getLocalHost());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static List<String> interfaceAddresses() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }
}
