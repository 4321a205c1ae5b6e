package dev.shoal.job.demo;

import dev.shoal.netcdf.FileFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes the demo's archive: a year of daily sea-surface temperature, a model run on its own curvilinear grid, ten
 * moorings in two deployments each, two gliders, and two files cut short; in netCDF-3 and netCDF-4.
 *
 * <pre>
 * sst/2023/01/sst_20230101.nc ...   one day each; netCDF-3 in even months, netCDF-4 in odd ones; kelvin, packed
 * model/gyre_his_0001.nc, _0002.nc  lat_rho/lon_rho, s_rho, ocean_time; netCDF-3 64-bit offset, then netCDF-4
 * moorings/44101/44101_d1.nc ...    timeSeries; first deployment netCDF-3, second netCDF-4
 * gliders/4803901.nc, 4803902.nc    trajectory (netCDF-4), trajectoryProfile contiguous ragged (netCDF-3)
 * </pre>
 *
 * <p>The day after the last in {@code sst} and the third deployment of the first mooring are cut inside their data.
 */
public final class DemoArchive {

    private DemoArchive() {}

    /**
     * Writes an archive.
     *
     * <p>Each file appears whole or not at all; a file that is there with the same bytes keeps its time of change, so
     * writing an archive twice changes nothing.
     *
     * @param folder made where absent; files of other names in it are left alone
     * @param seed the same seed and scale give the same bytes
     * @throws IOException where a file cannot be written; those written before it remain
     */
    public static Archive write(Path folder, long seed, Scale scale) throws IOException {
        List<Member> members = members(seed, scale);
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Written>> pending = new ArrayList<>();
            for (Member member : members) {
                pending.add(pool.submit(() -> write(folder, member)));
            }
            List<Written> written = new ArrayList<>();
            for (Future<Written> file : pending) {
                written.add(file.get());
            }
            return summary(folder, written);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Cannot finish the archive in " + folder + ": interrupted.", e);
        } catch (ExecutionException e) {
            throw new IOException("Cannot write the archive to " + folder + ": " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private record Written(String path, long storedBytes, long decodedBytes, List<Fault> faults) {}

    static List<Member> members(long seed, Scale scale) {
        int firstDay = scale.start().getDayOfYear() - 1;
        Ocean ocean = new Ocean(seed, firstDay, firstDay + scale.days());
        List<Member> members = new ArrayList<>(new ModelRun(ocean, scale).members());
        members.addAll(new Gliders(ocean, scale, seed).members());
        members.addAll(new Moorings(ocean, scale, seed).members());
        members.addAll(new SstDays(ocean, scale, seed).members());
        return members;
    }

    private static Written write(Path folder, Member member) throws IOException {
        Path file = folder.resolve(member.path());
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        FileDraft draft = member.draft().get();
        Files.deleteIfExists(part);
        if (draft.header().format() == FileFormat.HDF5) {
            Netcdf4Writer.write(part, draft);
        } else {
            Netcdf3Writer.write(part, draft);
        }
        boolean cut = member.kept() < 1;
        if (cut) {
            cut(part, member.kept());
        }
        publish(part, file);
        return new Written(member.path(), Files.size(file), cut ? 0 : draft.decodedBytes(), faults(member, draft));
    }

    private static List<Fault> faults(Member member, FileDraft draft) {
        if (member.kept() < 1) {
            return List.of(new Fault(member.path(), "", Fault.Kind.TRUNCATED, 1));
        }
        return draft.flaws().stream()
                .map(flaw -> new Fault(member.path(), flaw.variable(), flaw.kind(), flaw.values()))
                .toList();
    }

    private static void cut(Path file, double kept) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate((long) (channel.size() * kept));
        }
    }

    private static void publish(Path part, Path file) throws IOException {
        if (Files.exists(file) && Files.mismatch(part, file) == -1) {
            Files.delete(part);
        } else {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Archive summary(Path folder, List<Written> written) {
        List<Written> sorted =
                written.stream().sorted(Comparator.comparing(Written::path)).toList();
        return new Archive(
                folder,
                sorted.stream().map(Written::path).toList(),
                sorted.stream().mapToLong(Written::storedBytes).sum(),
                sorted.stream().mapToLong(Written::decodedBytes).sum(),
                sorted.stream().flatMap(file -> file.faults().stream()).toList());
    }
}
