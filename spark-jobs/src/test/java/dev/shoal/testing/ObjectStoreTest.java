package dev.shoal.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {
    @TempDir
    static java.nio.file.Path folder;

    private static ObjectStore store;

    @BeforeAll
    static void startStore() {
        store = ObjectStore.start(folder);
    }

    @AfterAll
    static void stopStore() throws IOException {
        store.close();
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        Path object = new Path(store.s3Uri("bucket"), "folder/object");
        put(object, store.hadoopConf());
        assertThat(folder.resolve("bucket/folder/object")).hasContent("drift");
        try (FileSystem objects = object.getFileSystem(store.hadoopConf());
                FSDataInputStream in = objects.open(object)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("drift");
        }
    }

    @Test
    void refusesAWrongSecret() {
        Path object = new Path(store.s3Uri("bucket"), "refused");
        assertThatThrownBy(() -> put(object, store.hadoopConfWithWrongSecret()))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("SignatureDoesNotMatch");
        assertThat(folder.resolve("bucket/refused")).doesNotExist();
    }

    @Test
    void aReadOnlyStoreRefusesToWrite() throws IOException {
        Path object = new Path(store.s3Uri("bucket"), "kept");
        put(object, store.hadoopConf());
        try (ObjectStore readOnly = ObjectStore.startReadOnly(folder)) {
            assertThatThrownBy(() -> put(new Path(object.getParent(), "new"), readOnly.hadoopConf()))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("403");
            try (FileSystem objects = object.getFileSystem(readOnly.hadoopConf())) {
                assertThat(objects.exists(object)).isTrue();
            }
        }
        assertThat(folder.resolve("bucket/new")).doesNotExist();
    }

    private static void put(Path object, Configuration configuration) throws IOException {
        try (FileSystem objects = object.getFileSystem(configuration);
                FSDataOutputStream out = objects.create(object)) {
            out.write("drift".getBytes(StandardCharsets.UTF_8));
        }
    }
}
