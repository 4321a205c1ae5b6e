package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object in S3, put under the conditions {@code If-None-Match} and {@code If-Match}. Hadoop 3.4.1 offers no such
 * conditions, so the request goes through the client of its file system.
 */
final class S3Object implements RepoObject {

    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final Path path;
    private final S3Client client;

    S3Object(S3AFileSystem system, Path path) {
        this.path = path;
        this.client = system.getS3AInternals().getAmazonS3Client("conditional writing of an Icechunk repository");
    }

    private String bucket() {
        return path.toUri().getHost();
    }

    private String key() {
        return path.toUri().getPath().substring(1);
    }

    @Override
    public Optional<State> read() throws IOException {
        try {
            ResponseBytes<GetObjectResponse> object =
                    client.getObjectAsBytes(request -> request.bucket(bucket()).key(key()));
            return Optional.of(
                    new State(object.asByteArrayUnsafe(), object.response().eTag()));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        } catch (SdkException failure) {
            throw failed("read", failure);
        }
    }

    @Override
    public boolean create(byte[] bytes) throws IOException {
        return put(request().ifNoneMatch("*"), bytes);
    }

    @Override
    public boolean replace(State before, byte[] bytes) throws IOException {
        return put(request().ifMatch(before.version()), bytes);
    }

    private PutObjectRequest.Builder request() {
        return PutObjectRequest.builder().bucket(bucket()).key(key());
    }

    private boolean put(PutObjectRequest.Builder request, byte[] bytes) throws IOException {
        try {
            client.putObject(request.build(), RequestBody.fromBytes(bytes));
            return true;
        } catch (S3Exception refused) {
            if (refused.statusCode() == PRECONDITION_FAILED
                    || refused.statusCode() == CONFLICT
                    || refused.statusCode() == NOT_FOUND) {
                return isThere(bytes);
            }
            throw failed("write", refused);
        } catch (SdkException failure) {
            throw failed("write", failure);
        }
    }

    /**
     * A request whose answer was lost is sent again by the client, and refused because it was carried out. No two
     * states of a repository are the same bytes, so what is there with these was put by it.
     */
    private boolean isThere(byte[] bytes) throws IOException {
        return read().filter(state -> Arrays.equals(state.bytes(), bytes)).isPresent();
    }

    private IOException failed(String act, SdkException cause) {
        return new IOException("Cannot " + act + " " + path + ": " + cause.getMessage(), cause);
    }
}
