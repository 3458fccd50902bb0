package shopkeeper.web.kernel;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A request whose body was read before, to be read once more. */
public final class Reread extends HttpServletRequestWrapper {
    private final byte[] body;

    private Reread(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** As JSON, whatever the sender could or could not call it. */
    public static HttpServletRequest asJson(HttpServletRequest request, byte[] body) {
        return new Reread(request, body);
    }

    @Override
    public ServletInputStream getInputStream() {
        return stream(body);
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_JSON_VALUE;
    }

    @Override
    public String getHeader(String name) {
        return isContentType(name) ? getContentType() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isContentType(name)
                ? Collections.enumeration(List.of(getContentType()))
                : super.getHeaders(name);
    }

    private static boolean isContentType(String name) {
        return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name);
    }

    /** The bytes as a servlet hands them out. */
    public static ServletInputStream stream(byte[] body) {
        return new Bytes(new ByteArrayInputStream(body));
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("requests are read by their own thread");
        }
    }
}
