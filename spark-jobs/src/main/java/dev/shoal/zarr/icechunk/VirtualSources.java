package dev.shoal.zarr.icechunk;

import dev.shoal.zarr.array.SourceFiles;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files that virtual chunks lie in.
 *
 * @param repository for messages
 */
record VirtualSources(String repository) implements SourceFiles.Sources<SourceFile> {

    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/]*)(/.*)", Pattern.DOTALL);
    private static final Map<String, String> SCHEMES = Map.of("s3", "s3a", "s3n", "s3a", "gcs", "gs");

    /** Returns the files, none of them open. */
    static SourceFiles<SourceFile> of(String repository, Configuration conf) {
        return new SourceFiles<>(new VirtualSources(repository), conf);
    }

    @Override
    public String location(SourceFile source) {
        return source.location();
    }

    @Override
    public Path path(SourceFile source) {
        return path(source.location());
    }

    @Override
    public String change(SourceFile source, FileSystem system, FileStatus status) throws IOException {
        return SourceState.change(source, system, status);
    }

    @Override
    public String prefix(String key) {
        return "Cannot read " + key + " of Icechunk repository " + repository + ": ";
    }

    @Override
    public String remedy() {
        return "Reference the file anew and commit.";
    }

    /** Returns the path of a location. Locations of files are URLs; those of objects have their keys as they are. */
    static Path path(String location) {
        Matcher url = URL.matcher(location);
        if (!url.matches()) {
            throw new IllegalArgumentException("not a whole URL");
        }
        String scheme = url.group(1);
        if (scheme.startsWith("http") || scheme.equals("vcc")) {
            throw new IllegalArgumentException("parts of files at " + scheme + ": are not read");
        }
        if (scheme.equals("file")) {
            String path = URLDecoder.decode(url.group(3).replace("+", "%2B"), StandardCharsets.UTF_8);
            return new Path("file", null, path);
        }
        return new Path(SCHEMES.getOrDefault(scheme, scheme), url.group(2), url.group(3));
    }
}
