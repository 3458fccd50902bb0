package shopkeeper.proofs.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was meant and what was answered, on the disk before anything else is done: one line each,
 * {@code I key way target pence}, {@code A key}, {@code D key same|other …}, {@code C key
 * conflict|silent}, {@code P key way target} for what nobody can use and was answered so.
 */
final class Book implements AutoCloseable {
    private final FileChannel file;
    private final ReentrantLock queue = new ReentrantLock();
    private final ReentrantLock disk = new ReentrantLock();
    private List<String> waiting = new ArrayList<>();
    private long written;
    private long synced;

    Book(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void meant(Write write) throws IOException {
        put("I %s %s %s %d".formatted(write.key(), write.way(), write.target(), write.pence()));
    }

    void poisoned(Write write) throws IOException {
        put("P %s %s %s".formatted(write.key(), write.way(), write.target()));
    }

    /** With what was asked, so that the last word of each customer can be told. */
    void acknowledged(Write write) throws IOException {
        put("A %s %s".formatted(write.key(), Text.field("choice", write.body())));
    }

    void repeated(Write write, Answer first, Answer now) throws IOException {
        put(
                first.equals(now)
                        ? "D %s same".formatted(write.key())
                        : "D %s other %s instead of %s".formatted(write.key(), now, first));
    }

    void contradicted(Write write, boolean conflict) throws IOException {
        put("C %s %s".formatted(write.key(), conflict ? "conflict" : "silent"));
    }

    /** Returns when it is on the disk; who waits together is written together. */
    private void put(String line) throws IOException {
        long mine;
        queue.lock();
        try {
            waiting.add(line + "\n");
            mine = ++written;
        } finally {
            queue.unlock();
        }
        disk.lock();
        try {
            if (synced < mine) {
                sync();
            }
        } finally {
            disk.unlock();
        }
    }

    private void sync() throws IOException {
        List<String> lines;
        long upTo;
        queue.lock();
        try {
            lines = waiting;
            waiting = new ArrayList<>();
            upTo = written;
        } finally {
            queue.unlock();
        }
        ByteBuffer bytes = ByteBuffer.wrap(String.join("", lines).getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
        synced = upTo;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
