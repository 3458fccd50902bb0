package shopkeeper.persistence.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static shopkeeper.persistence.schema.generated.Tables.QUARANTINE;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import shopkeeper.application.kernel.Quarantine;

/** One row for each body, counted when it comes again. */
public final class JooqQuarantine implements Quarantine {
    private final DSLContext sql;

    public JooqQuarantine(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void keep(Kept kept) {
        var at = kept.at().atOffset(ZoneOffset.UTC);
        var row = sql.newRecord(QUARANTINE);
        row.setDigest(digest(kept));
        row.setAddress(text(kept.address()));
        row.setSource(text(kept.source()));
        row.setCode(text(kept.code()));
        row.setWords(text(kept.words()));
        row.setBody(text(kept.body()));
        row.setFirstAt(at);
        row.setLastAt(at);
        row.setTimes(1);
        sql.insertInto(QUARANTINE)
                .set(row)
                .onConflict(QUARANTINE.DIGEST)
                .doUpdate()
                .set(QUARANTINE.LAST_AT, at)
                .set(QUARANTINE.TIMES, QUARANTINE.TIMES.plus(1))
                .execute();
    }

    @Override
    public List<Kept> list(int limit) {
        return sql.selectFrom(QUARANTINE)
                .orderBy(QUARANTINE.LAST_AT.desc(), QUARANTINE.DIGEST)
                .limit(limit)
                .fetch(row ->
                        new Kept(
                                row.getAddress(),
                                row.getSource(),
                                row.getCode(),
                                row.getWords(),
                                row.getBody(),
                                row.getLastAt().toInstant()));
    }

    /** PostgreSQL text takes every character but this one. */
    private static String text(String said) {
        return said.replace("\0", "\\u0000");
    }

    private static String digest(Kept kept) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(kept.address().getBytes(UTF_8));
            sha.update((byte) 0);
            return HexFormat.of().formatHex(sha.digest(kept.body().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
