package dev.shoal.netcdf;

import java.util.ArrayList;
import java.util.List;

/** The type of an HDF5 dataset or attribute: a plain one, or one made of others. */
sealed interface Hdf5Datatype
        permits Hdf5Datatype.Leaf, Hdf5Datatype.Enumeration, Hdf5Datatype.Compound, Hdf5Datatype.Repeated {

    /** Returns the bytes of one element in the file. */
    int bytes();

    /** Lists the leaves below a place of the element. */
    void collect(Hdf5Leaf at, List<Hdf5Leaf> into);

    /** Returns what can be shown of one element: itself, or the members of a compound. */
    default List<Hdf5Leaf> leaves() {
        List<Hdf5Leaf> leaves = new ArrayList<>();
        collect(Hdf5Leaf.root(), leaves);
        return leaves;
    }

    /**
     * A type that is not made of others.
     *
     * @param type what it is
     */
    record Leaf(Hdf5Type type) implements Hdf5Datatype {
        @Override
        public int bytes() {
            return type.bytes();
        }

        @Override
        public void collect(Hdf5Leaf at, List<Hdf5Leaf> into) {
            into.add(at.of(type));
        }
    }

    /**
     * Integers with names.
     *
     * @param type of the integers
     * @param names without spaces
     * @param values in the same order, as attributes hold them
     */
    record Enumeration(Hdf5Type type, List<String> names, List<Number> values) implements Hdf5Datatype {
        @Override
        public int bytes() {
            return type.bytes();
        }

        @Override
        public void collect(Hdf5Leaf at, List<Hdf5Leaf> into) {
            into.add(at.of(type)
                    .with(List.of(
                            new Attribute("flag_values", type.type(), values),
                            Attribute.of("flag_meanings", String.join(" ", names)))));
        }
    }

    /**
     * Named members side by side.
     *
     * @param bytes of the whole
     * @param members in stored order
     */
    record Compound(int bytes, List<Member> members) implements Hdf5Datatype {
        @Override
        public void collect(Hdf5Leaf at, List<Hdf5Leaf> into) {
            members.forEach(member -> member.type().collect(at.member(member.name(), member.offset()), into));
        }
    }

    /**
     * One member of a compound.
     *
     * @param offset of its first byte in the compound
     */
    record Member(String name, int offset, Hdf5Datatype type) {}

    /**
     * An array inside the element.
     *
     * @param axes lengths, slowest first
     * @param of its elements
     */
    record Repeated(int bytes, long[] axes, Hdf5Datatype of) implements Hdf5Datatype {
        @Override
        public void collect(Hdf5Leaf at, List<Hdf5Leaf> into) {
            of.collect(at.repeated(axes, of.bytes()), into);
        }
    }
}
