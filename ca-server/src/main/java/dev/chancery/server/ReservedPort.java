package dev.chancery.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that is free, and stays so until the listener opens: its number stands in addresses before that, and a port that
 * the system chose it would soon give to somebody else. Nothing is accepted meanwhile, clients are refused.
 */
final class ReservedPort implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReservedPort.class);
    private static final int PRIVILEGED = 1024;

    private final SocketChannel held;
    private final int number;

    private ReservedPort(SocketChannel held, int number) {
        this.held = held;
        this.number = number;
    }

    /**
     * Takes it.
     *
     * @param port 0 for any free one
     * @param option with which another is chosen
     * @throws StartRefusedException when it is taken or not allowed
     */
    static ReservedPort take(Optional<String> bind, int port, String option) {
        try {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(
                        bind.isPresent()
                                ? new InetSocketAddress(InetAddress.getByName(bind.get()), port)
                                : new InetSocketAddress(port));
                return new ReservedPort(channel, ((InetSocketAddress) channel.getLocalAddress()).getPort());
            } catch (IOException | IllegalArgumentException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefusedException(
                    "Port " + port + bind.map(address -> " on " + address).orElse("")
                            + " cannot be opened: " + e.getMessage() + ". Choose another with " + option
                            + (port < PRIVILEGED && port > 0
                                    ? "; ports below 1024 need root or the capability CAP_NET_BIND_SERVICE."
                                    : ", 0 for any free one."));
        }
    }

    int number() {
        return number;
    }

    /** Gives it up, for the listener; again, nothing. */
    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException e) {
            log.debug("Port {} could not be given up: {}", number, e.toString());
        }
    }
}
