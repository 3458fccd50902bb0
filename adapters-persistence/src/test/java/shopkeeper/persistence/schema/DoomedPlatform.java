package shopkeeper.persistence.schema;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Opens a folder, writes a row, says that it is ready and waits to be killed. */
final class DoomedPlatform {
    private DoomedPlatform() {}

    public static void main(String[] folder) throws InterruptedException {
        Database database = Database.open(Path.of(folder[0]), Optional.empty());
        database.sql().execute("insert into permission_version values ('ann', 1)");
        System.out.println("ready");
        System.out.flush();
        System.out.close();
        new CountDownLatch(1).await();
    }
}
