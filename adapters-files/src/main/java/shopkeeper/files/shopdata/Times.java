package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Times as a file writes them; what has no offset is told by the clocks of a zone.
 *
 * @param name as somebody may say it
 */
record Times(String name, Function<String, TemporalAccessor> parser, ZoneId zone) {
    private static final DateTimeFormatter COMPACT = pattern("uuuuMMdd[ HHmm[ ss]]");
    private static final Pattern EPOCH = Pattern.compile("-?[0-9]{1,10}(?:\\.[0-9]{1,9})?");
    private static final Pattern EPOCH_MILLIS = Pattern.compile("[0-9]{12,13}");
    private static final List<String> UNMISTAKABLE =
            List.of("iso", "dots", "year-first", "compact", "epoch", "epoch-millis");

    /** When it was; nothing where the words are no time. */
    sealed interface Read {
        record At(Instant instant, LocalDate day) implements Read {}

        /** The clocks went forward over it. */
        record NeverWas() implements Read {}

        record Unreadable() implements Read {}
    }

    Read read(String text) {
        try {
            return switch (parser.apply(text)) {
                case Instant instant -> at(instant);
                case ZonedDateTime then -> at(then.toInstant());
                case LocalDateTime local when zone.getRules().getValidOffsets(local).isEmpty() ->
                        new Read.NeverWas();
                case LocalDateTime local ->
                        new Read.At(local.atZone(zone).toInstant(), local.toLocalDate());
                case LocalDate day -> new Read.At(day.atStartOfDay(zone).toInstant(), day);
                default -> new Read.Unreadable();
            };
        } catch (DateTimeException | ArithmeticException e) {
            return new Read.Unreadable();
        }
    }

    private Read at(Instant instant) {
        return new Read.At(instant, LocalDate.ofInstant(instant, zone));
    }

    /**
     * @throws IllegalArgumentException when it is neither a name nor a pattern
     */
    static Times named(String name, ZoneId zone) {
        return switch (name) {
            case "iso" -> new Times(name, formatted(iso()), zone);
            case "dots" -> new Times(name, formatted(pattern("d.M.uuuu[ H:mm[:ss]]")), zone);
            case "year-first" -> new Times(name, formatted(pattern("uuuu/M/d[ H:mm[:ss]]")), zone);
            case "us" ->
                    new Times(name, formatted(pattern("M/d/uuuu[ h:mm[:ss] a][ H:mm[:ss]]")), zone);
            case "eu" ->
                    new Times(name, formatted(pattern("d/M/uuuu[ h:mm[:ss] a][ H:mm[:ss]]")), zone);
            case "compact" -> new Times(name, Times::compact, zone);
            case "epoch" -> new Times(name, Times::epoch, zone);
            case "epoch-millis" -> new Times(name, Times::epochMillis, zone);
            default -> new Times(name, formatted(pattern(name.replace("yyyy", "uuuu"))), zone);
        };
    }

    /**
     * The one way in which most of the samples can be read; the first of those that are
     * unmistakable.
     *
     * @throws IllegalArgumentException when day and month could be either, or nothing fits
     */
    static Times shownBy(Collection<String> samples, ZoneId zone) {
        var best = named("iso", zone);
        long most = best.fits(samples);
        for (String name : UNMISTAKABLE) {
            var next = named(name, zone);
            if (next.fits(samples) > most) {
                best = next;
                most = next.fits(samples);
            }
        }
        var us = named("us", zone);
        var eu = named("eu", zone);
        if (Math.max(us.fits(samples), eu.fits(samples)) <= most) {
            if (most == 0 && !samples.isEmpty()) {
                throw new IllegalArgumentException(
                        "a time such as '%s' is not understood"
                                .formatted(samples.iterator().next()));
            }
            return best;
        }
        if (us.fits(samples) == eu.fits(samples)) {
            throw new IllegalArgumentException(
                    "a time such as '%s' can be day/month or month/day"
                            .formatted(samples.iterator().next()));
        }
        return us.fits(samples) > eu.fits(samples) ? us : eu;
    }

    private long fits(Collection<String> samples) {
        return samples.stream().filter(text -> !(read(text) instanceof Read.Unreadable)).count();
    }

    private static Function<String, TemporalAccessor> formatted(DateTimeFormatter format) {
        return text ->
                format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter iso() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("uuuu-MM-dd[['T'][ ]HH:mm[:ss]]")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendPattern("[ ][XXX][XX][X]")
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static TemporalAccessor compact(String text) {
        var whole = text.replaceFirst("^([0-9]{8})T?([0-9]{4})?([0-9]{2})?$", "$1 $2 $3").strip();
        return COMPACT.parseBest(whole, LocalDateTime::from, LocalDate::from);
    }

    private static TemporalAccessor epoch(String text) {
        return matching(EPOCH, text)
                .map(BigDecimal::new)
                .map(seconds ->
                        Instant.ofEpochSecond(
                                seconds.longValue(),
                                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()))
                .orElseThrow(() -> new DateTimeException("no seconds"));
    }

    private static TemporalAccessor epochMillis(String text) {
        return matching(EPOCH_MILLIS, text)
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                .orElseThrow(() -> new DateTimeException("no milliseconds"));
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return Optional.of(text).filter(one -> pattern.matcher(one).matches());
    }
}
