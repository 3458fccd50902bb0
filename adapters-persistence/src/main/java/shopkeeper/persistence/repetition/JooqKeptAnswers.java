package shopkeeper.persistence.repetition;

import static shopkeeper.persistence.schema.generated.Tables.ANSWERED_REQUEST;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.repetition.Answer;
import shopkeeper.application.repetition.KeptAnswers;
import shopkeeper.application.repetition.Request;
import shopkeeper.persistence.eventlog.ContentDigest;
import shopkeeper.persistence.schema.generated.tables.records.AnsweredRequestRecord;

/** One row a request; who can write it first does the work. Rows older than a day are swept out. */
final class JooqKeptAnswers implements KeptAnswers {
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final int SWEPT_AT_ONCE = 1000;

    private final DSLContext sql;
    private final ContentDigest digest;
    private volatile Instant swept = Instant.EPOCH;

    JooqKeptAnswers(DSLContext sql, ContentDigest digest) {
        this.sql = sql;
        this.digest = digest;
    }

    @Override
    public Found begin(Request request, byte[] content, Instant now) {
        sweep(now);
        var hash = digest.of(content);
        // A row may be let go between the two looks; then the next try is the first.
        while (true) {
            if (isOurs(request, hash, now)) {
                return new Found.New();
            }
            var row = sql.fetchOne(ANSWERED_REQUEST, is(request));
            if (row != null) {
                return found(row, hash);
            }
        }
    }

    private boolean isOurs(Request request, String hash, Instant now) {
        var table = ANSWERED_REQUEST;
        var abandoned =
                table.STATUS
                        .isNull()
                        .and(table.BEGUN_AT.lt(time(now.minus(PATIENCE))))
                        .and(table.CONTENT.eq(hash));
        return sql.insertInto(table)
                        .set(table.CLIENT, request.client())
                        .set(table.KEY, request.key())
                        .set(table.CONTENT, hash)
                        .set(table.BEGUN_AT, time(now))
                        .onConflict(table.CLIENT, table.KEY)
                        .doUpdate()
                        .set(table.CONTENT, hash)
                        .set(table.BEGUN_AT, time(now))
                        .setNull(table.STATUS)
                        .setNull(table.HEADERS)
                        .setNull(table.BODY)
                        .where(table.BEGUN_AT.lt(time(now.minus(KEPT))).or(abandoned))
                        .execute()
                == 1;
    }

    private static Found found(AnsweredRequestRecord row, String hash) {
        if (!row.getContent().equals(hash)) {
            return new Found.OtherContent();
        }
        @Nullable Integer status = row.getStatus();
        return status == null
                ? new Found.Running()
                : new Found.Answered(new Answer(status, headers(row.getHeaders()), row.getBody()));
    }

    @Override
    public void keep(Request request, Instant begun, Answer answer) {
        sql.update(ANSWERED_REQUEST)
                .set(ANSWERED_REQUEST.STATUS, answer.status())
                .set(ANSWERED_REQUEST.HEADERS, text(answer.headers()))
                .set(ANSWERED_REQUEST.BODY, answer.body())
                .where(is(request), isOpenSince(begun))
                .execute();
    }

    @Override
    public void letGo(Request request, Instant begun) {
        sql.deleteFrom(ANSWERED_REQUEST).where(is(request), isOpenSince(begun)).execute();
    }

    private void sweep(Instant now) {
        if (now.isBefore(swept.plus(BETWEEN_SWEEPS))) {
            return;
        }
        swept = now;
        var table = ANSWERED_REQUEST;
        sql.deleteFrom(table)
                .where(
                        DSL.row(table.CLIENT, table.KEY)
                                .in(
                                        DSL.select(table.CLIENT, table.KEY)
                                                .from(table)
                                                .where(table.BEGUN_AT.lt(time(now.minus(KEPT))))
                                                .limit(SWEPT_AT_ONCE)))
                .execute();
    }

    private static Condition is(Request request) {
        return ANSWERED_REQUEST
                .CLIENT
                .eq(request.client())
                .and(ANSWERED_REQUEST.KEY.eq(request.key()));
    }

    private static Condition isOpenSince(Instant begun) {
        return ANSWERED_REQUEST.STATUS.isNull().and(ANSWERED_REQUEST.BEGUN_AT.eq(time(begun)));
    }

    /** As fine as the database keeps it, so that a time is found again. */
    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static String text(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> headers(String text) {
        var headers = new HashMap<String, String>();
        text.lines()
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    headers.put(line.substring(0, colon), line.substring(colon + 1));
                });
        return headers;
    }
}
