package dev.shoal.notebooks;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.core.ConnectionProperties;
import org.rapaio.jupyter.kernel.core.Transform;

/**
 * Starts the Java kernel as its own program does, without two faults of that program.
 *
 * <p>It takes Jupyter's messages before it knows what to do with them, so that on a busy machine the first one kills
 * its thread or is lost, and Jupyter waits in vain; here reading waits until everything is connected. And it turns all
 * of Java's own logging on, which the compiler inside Spark does not survive; here only warnings are logged.
 */
public final class JavaKernel {

    private JavaKernel() {}

    /**
     * Serves one notebook until Jupyter ends it.
     *
     * @param arguments the connection file that Jupyter has written
     */
    public static void main(String[] arguments)
            throws IOException, GeneralSecurityException, ReflectiveOperationException {
        Logger.getLogger("").setLevel(Level.WARNING);
        Channels channels =
                new Channels(Transform.fromJson(Files.readString(Path.of(arguments[0])), ConnectionProperties.class));
        Object shell = channel(channels, "shell");
        Object control = channel(channels, "control");
        // A channel reads its messages under its own lock.
        synchronized (shell) {
            synchronized (control) {
                channels.connect(MainApp.kernel);
            }
        }
        channels.joinUntilClose();
    }

    private static Object channel(Channels channels, String name) throws ReflectiveOperationException {
        Field field = Channels.class.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(channels);
    }
}
