package shopkeeper.web.kernel;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;

/** A body that drips in is waited for only so long, and one that breaks off is a problem. */
final class PatientBody extends ServletInputStream {
    /** The attribute of the request that says why its body was not read. */
    static final String WHY = PatientBody.class.getName();

    /** What a stream of lines must bring to be waited for one second more. */
    private static final int A_SECOND_MORE = 64 * 1024;

    private static final Problem TOO_SLOW =
            Problem.of(
                    408,
                    "too-slow",
                    "The body came too slowly",
                    "A request is sent within 10 seconds: send less at once.");

    private final HttpServletRequest request;
    private final ServletInputStream body;
    private final long patience;
    private final boolean isStream;
    private long waited;
    private long came;

    /**
     * @param request whose body it is
     * @param patience how long its sender may keep us waiting in all
     * @param isStream whether it may take as long as it needs while it keeps coming
     */
    PatientBody(HttpServletRequest request, Duration patience, boolean isStream)
            throws IOException {
        this.request = request;
        this.body = request.getInputStream();
        this.patience = patience.toNanos();
        this.isStream = isStream;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? read : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        long begun = System.nanoTime();
        int read = next(into, from, most);
        waited += System.nanoTime() - begun;
        came += Math.max(0, read);
        if (waited > patience + more()) {
            throw told(TOO_SLOW);
        }
        return read;
    }

    private int next(byte[] into, int from, int most) {
        try {
            return body.read(into, from, most);
        } catch (IOException broken) {
            throw told(
                    isSilence(broken)
                            ? TOO_SLOW
                            : Problem.invalid("The body is missing or broken off."));
        }
    }

    /** The container may have made up its mind to show an error page: it shows this. */
    private ProblemException told(Problem problem) {
        request.setAttribute(WHY, problem);
        return problem.asException();
    }

    private long more() {
        return isStream ? Duration.ofSeconds(came / A_SECOND_MORE).toNanos() : 0;
    }

    private static boolean isSilence(IOException broken) {
        return Stream.<Throwable>iterate(broken, cause -> cause != null, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("requests are read by their own thread");
    }
}
