package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ClassicWriter;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.UnwritableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file written again as netCDF classic with flags beside its variables.
 *
 * <p>Every variable and attribute of the source is there with its own values, among them the provider's own flags; a
 * flagged variable names the flags in its {@code ancillary_variables}. Members of compounds are variables, as wherever
 * files are read here. What else is not kept to the bit is told by {@link #changes}: texts of any length become
 * characters along a dimension of their own, and several texts in one attribute become one. Groups, sequences and
 * references are refused by name. Packing of bytes is not kept: the copy is as large as what it holds.
 */
public final class FlaggedCopy {

    private static final String ANCILLARY = "ancillary_variables";

    /** What stands for bytes that no character was read from. */
    private static final char UNREADABLE = '\uFFFD';

    private final ArrayFile source;
    private final Header header;
    private final Map<String, AddedFlags> flags = new LinkedHashMap<>();
    private final List<String> changes = new ArrayList<>();

    private FlaggedCopy(ArrayFile source, List<AddedFlags> added, Attributes global) throws IOException {
        this.source = source;
        added.forEach(one -> flags.put(one.name(), one));
        Header from = source.header();
        List<Dimension> dimensions = new ArrayList<>(from.dimensions());
        List<VariableHeader> variables = new ArrayList<>();
        for (VariableHeader variable : from.variables()) {
            variables.add(copied(variable, dimensions));
        }
        for (AddedFlags one : flags.values()) {
            variables.add(flagVariable(one));
        }
        this.header =
                new Header(from.format(), dimensions, variables, replaced(attributes("", from.attributes()), global));
    }

    /**
     * Prepares a copy; texts of any length are read once for their lengths.
     *
     * @param source is read until the copy is written, and is not closed
     * @param flags none of a name that the source or another has, see {@link #freeName}
     * @param global attributes of the file to be replaced or added, such as its history
     * @throws IllegalArgumentException where flags are of no variable of the source, or their name is taken
     */
    public static FlaggedCopy of(ArrayFile source, List<AddedFlags> flags, Attributes global) throws IOException {
        List<String> taken = new ArrayList<>();
        for (AddedFlags one : flags) {
            if (source.header().variable(one.of()).isEmpty()) {
                throw new IllegalArgumentException("Cannot add flags to variable " + one.of() + " of "
                        + source.location() + ": found no such variable.");
            }
            if (taken.contains(one.name())
                    || source.header().variable(one.name()).isPresent()) {
                throw new IllegalArgumentException("Cannot add the flags " + one.name() + " to " + source.location()
                        + ": the name is taken. Choose another.");
            }
            taken.add(one.name());
        }
        return new FlaggedCopy(source, flags, global);
    }

    /**
     * Returns a name for flags: the wished one, or where the file has one that differs at most in capitals (CF 1.11,
     * section 2.3), such as that of its provider's own flags, the wished one with a suffix.
     */
    public static String freeName(Header header, String wished) {
        String name = wished;
        for (int i = 1; isTaken(header, name); i++) {
            name = wished + "_shoal" + (i == 1 ? "" : i);
        }
        return name;
    }

    private static boolean isTaken(Header header, String name) {
        return header.variables().stream().anyMatch(variable -> variable.name().equalsIgnoreCase(name));
    }

    /** Returns what the copy says of itself. */
    public Header header() {
        return header;
    }

    /** Returns a sentence for everything that is not kept to the bit. */
    public List<String> changes() {
        return List.copyOf(changes);
    }

    /**
     * Writes the copy.
     *
     * @param out gets the whole file, and is not closed; after a failure what it got is no file
     * @return the format of the copy
     * @throws UnwritableException where the format has no place for something of the source
     */
    public FileFormat write(OutputStream out) throws IOException {
        try {
            return ClassicWriter.write(header, this::read, out);
        } catch (UnwritableException e) {
            throw new UnwritableException(
                    "Cannot write a copy of " + source.location() + " with flags. " + e.getMessage(), e);
        }
    }

    private ArrayBlock read(VariableHeader variable, Window window) throws IOException {
        AddedFlags added = flags.get(variable.name());
        if (added != null) {
            return new ArrayBlock(added.type(), window.shape(), added.values().read(window));
        }
        VariableHeader stored = source.header().variable(variable.name()).orElseThrow();
        return stored.type() == ElementType.STRING
                ? TextCharacters.read(source, stored, window)
                : source.read(stored, window);
    }

    private VariableHeader copied(VariableHeader variable, List<Dimension> dimensions) throws IOException {
        Attributes attributes = withFlags(variable, attributes(variable.name(), variable.attributes()));
        if (variable.type() == ElementType.CHAR) {
            return variable(variable, ElementType.CHAR, variable.dimensions(), variable.shape(), charFill(attributes));
        }
        if (variable.type() != ElementType.STRING) {
            return variable(variable, variable.type(), variable.dimensions(), variable.shape(), attributes);
        }
        Dimension length = new Dimension(
                freeDimension(dimensions, variable.name() + "_strlen"), TextCharacters.length(source, variable), false);
        dimensions.add(length);
        changes.add("Variable " + variable.name() + " holds texts of any length: written as characters along "
                + length.name() + ".");
        List<String> axes = new ArrayList<>(variable.dimensions());
        axes.add(length.name());
        long[] shape = Arrays.copyOf(variable.shape(), axes.size());
        shape[axes.size() - 1] = length.length();
        return variable(variable, ElementType.CHAR, axes, shape, charFill(attributes));
    }

    private static VariableHeader variable(
            VariableHeader from, ElementType type, List<String> axes, long[] shape, Attributes attributes) {
        return new VariableHeader(
                from.name(), type, axes, shape, attributes, new Storage(false, shape, List.of()), from.base());
    }

    private static String freeDimension(List<Dimension> dimensions, String wished) {
        List<String> names = dimensions.stream().map(Dimension::name).toList();
        String name = wished;
        for (int i = 2; names.contains(name); i++) {
            name = wished + i;
        }
        return name;
    }

    private VariableHeader flagVariable(AddedFlags added) {
        VariableHeader of = source.header().variable(added.of()).orElseThrow();
        Storage storage = new Storage(false, of.shape(), List.of());
        return new VariableHeader(added.name(), added.type(), of.dimensions(), of.shape(), added.attributes(), storage);
    }

    private Attributes withFlags(VariableHeader variable, Attributes attributes) {
        List<String> names = new ArrayList<>();
        attributes.text(ANCILLARY).ifPresent(known -> names.addAll(Arrays.asList(known.split("\\s+", -1))));
        boolean flagged = false;
        for (AddedFlags one : flags.values()) {
            if (one.of().equals(variable.name())) {
                names.add(one.name());
                flagged = true;
            }
        }
        return flagged
                ? replaced(attributes, new Attributes(List.of(Attribute.of(ANCILLARY, String.join(" ", names)))))
                : attributes;
    }

    /** Returns attributes of which none holds more than one text. */
    private Attributes attributes(String variable, Attributes from) {
        List<Attribute> list = new ArrayList<>();
        for (Attribute attribute : from.list()) {
            String what = (variable.isEmpty() ? "Global attribute " : "Attribute " + variable + ":") + attribute.name();
            String text = attribute.isText() ? attribute.text().orElse("") : "";
            if (text.indexOf(UNREADABLE) >= 0) {
                changes.add(what + " holds bytes that are no UTF-8: each written as the sign for such.");
            }
            boolean one = !attribute.isText() || attribute.values().size() == 1;
            if (!one) {
                changes.add(what + " holds " + attribute.values().size()
                        + " texts: written as one, with blanks between them.");
            }
            list.add(one ? attribute : Attribute.of(attribute.name(), text));
        }
        return new Attributes(list);
    }

    /** A fill value of characters is one character; a text of none stands for NUL. */
    private static Attributes charFill(Attributes attributes) {
        Optional<Attribute> fill = attributes.find("_FillValue");
        if (fill.isEmpty() || !fill.get().isText()) {
            return attributes;
        }
        String text = fill.get().text().orElse("");
        String first = text.isEmpty() ? "\0" : text.substring(0, 1);
        return replaced(attributes, new Attributes(List.of(Attribute.of("_FillValue", first))));
    }

    /** Returns attributes with others in the place of those of the same name, or behind them. */
    private static Attributes replaced(Attributes from, Attributes others) {
        List<Attribute> list = new ArrayList<>();
        from.list().forEach(attribute -> list.add(others.find(attribute.name()).orElse(attribute)));
        for (Attribute other : others.list()) {
            if (from.find(other.name()).isEmpty()) {
                list.add(other);
            }
        }
        return new Attributes(list);
    }
}
