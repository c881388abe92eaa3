package dev.chancery.publisher.check;

import dev.chancery.core.x509.Der;

/**
 * A body that was compared with what was published, as it came.
 *
 * @param same octet for octet
 * @param length how many octets came
 * @param octets the body, for an explanation, when it is another one; empty when it is the same or too long to be kept
 */
record ComparedBody(boolean same, long length, Der octets) {}
