package shopkeeper.persistence.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** One feed of one running platform, under a name that no other ever has. */
record Node(String name) {
    private static final String SESSION = "node ";
    private static final int LONGEST_HOST = 24;
    private static final int CHANCE = 8;

    /** Named after the machine and the process, so that people find it. */
    static Node ofThisProcess() {
        String host = host().replaceAll("[^A-Za-z0-9.-]", "");
        return new Node(
                "%s-%d-%s"
                        .formatted(
                                host.substring(0, Math.min(LONGEST_HOST, host.length())),
                                ProcessHandle.current().pid(),
                                UUID.randomUUID().toString().substring(0, CHANCE)));
    }

    /** What the node's own connection is called: PostgreSQL shows it as long as it is there. */
    String session() {
        return SESSION + name;
    }

    private static String host() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "host";
        }
    }
}
