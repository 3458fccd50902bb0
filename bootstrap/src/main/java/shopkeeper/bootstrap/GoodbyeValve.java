package shopkeeper.bootstrap;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Whoever was answered before having sent everything may go on sending for a while, since some read
 * no answer before; but nobody keeps us listening for ever.
 */
final class GoodbyeValve extends ValveBase {
    private static final int MOST = 32 << 20;

    private final long patience;

    GoodbyeValve(Duration patience) {
        super(true);
        this.patience = patience.toNanos();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        var sent = request.getCoyoteRequest();
        if (!request.isAsync() && !sent.isFinished()) {
            response.finishResponse();
            if (response.getStatus() == Response.SC_REQUEST_TIMEOUT || !hearsTheRest(sent)) {
                sent.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    private boolean hearsTheRest(org.apache.coyote.Request sent) {
        long begun = System.nanoTime();
        var piece = new Piece();
        try {
            for (long heard = 0; heard < MOST; ) {
                int read = sent.doRead(piece);
                if (read < 0) {
                    return true;
                }
                heard += read;
                if (System.nanoTime() - begun > patience) {
                    return false;
                }
            }
        } catch (IOException _) {
            // Nobody is there any more.
        }
        return false;
    }

    /** What is heard and not kept. */
    private static final class Piece implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Tomcat hands over pieces as they come.
        }
    }
}
