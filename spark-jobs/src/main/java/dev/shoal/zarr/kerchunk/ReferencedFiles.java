package dev.shoal.zarr.kerchunk;

import dev.shoal.zarr.array.SourceFiles;
import dev.shoal.zarr.virtual.SourceFile;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files that references lead to, by their names.
 *
 * <p>A name without a scheme is seen from the folder of the references. {@code s3:} and {@code s3n:} are read as
 * {@code s3a:}, {@code gcs:} as {@code gs:}.
 *
 * @param references the whole path of the file of references
 * @param states in which files were, by their names, as far as is known
 */
record ReferencedFiles(Path references, Map<String, SourceFile> states) implements SourceFiles.Sources<String> {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?://|(?=/)).*", Pattern.DOTALL);
    private static final Map<String, String> SCHEMES = Map.of("s3", "s3a", "s3n", "s3a", "gcs", "gs", "local", "file");

    /** Returns the files, none of them open. */
    static SourceFiles<String> of(Path references, Configuration conf, Map<String, SourceFile> states) {
        return new SourceFiles<>(new ReferencedFiles(references, states), conf);
    }

    @Override
    public String location(String file) {
        return file;
    }

    /** A file that was replaced would be decoded by another's places and codecs. */
    @Override
    public String change(String file, FileSystem system, FileStatus status) {
        SourceFile known = states.get(file);
        return known == null
                ? ""
                : known.difference(status).map(found -> "found " + found).orElse("");
    }

    @Override
    public String prefix(String key) {
        return "Cannot read " + key + " of references " + references + ": ";
    }

    @Override
    public String remedy() {
        return "Make the references anew.";
    }

    @Override
    public Path path(String file) {
        Matcher scheme = SCHEME.matcher(file);
        if (!scheme.matches()) {
            Path folder = references.getParent();
            URI base = (folder == null ? references : folder).toUri();
            String inside = file.startsWith("/") ? file : base.getPath() + "/" + file;
            return new Path(base.getScheme(), base.getAuthority(), normal(inside));
        }
        String name = scheme.group(1);
        if (name.startsWith("http")) {
            throw new IllegalArgumentException("parts of files on web servers are not read; copy the files");
        }
        return new Path(SCHEMES.getOrDefault(name, name) + file.substring(name.length()));
    }

    /** Takes {@code .} and {@code ..} out of an absolute path. */
    private static String normal(String path) {
        java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
        for (String part : path.split("/+", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }
}
