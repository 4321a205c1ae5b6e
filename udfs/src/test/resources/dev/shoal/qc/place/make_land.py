#!/usr/bin/python3
"""Makes land.bin.gz, the bundled mask of land and water, out of Debian's gmt-gshhg-full (GSHHG 2.3.7).

The full-resolution shorelines (all levels: continents and islands, lakes, islands in lakes, ponds on those; Antarctica
by its ice front) are drawn on a raster of PIXELS pixels a degree of latitude, bin by bin of one degree; a pixel is land
where its middle is. README.md beside the resource tells the layout. Needs python3-netcdf4 and python3-numba; takes some
twenty seconds.

Run: /usr/bin/python3 make_land.py land.bin.gz
"""
import gzip
import sys

import netCDF4
import numba
import numpy as np

SOURCE = "/usr/share/gmt-gshhg/binned_GSHHS_f.nc"
PIXELS = 480
BLOCK = 16
UNITS = 65535.0
GROUNDING_LINE = 6
WEST, CLOSED = 3, 4
CONTEXTS = 1 << 14
FLAG_CONTEXTS = 16
COLOUR_CONTEXTS = 9
PRECISION = 12


def columns(row):
    """Pixels over a degree of longitude in the row of bins that begins at 90 - row degrees: about square ones."""
    south = 89 - row
    widest = np.cos(np.radians(min(abs(south), abs(south + 1))))
    return max(1, int(np.ceil(PIXELS * widest)))


@numba.njit
def draw(ny, nx, corner, infos, starts, x, y):
    """Draws one bin: crossings toggle pixels from the west side on, whose state begins with that of the corner."""
    toggles = np.zeros((ny, nx + 1), np.uint8)
    toggles[:, 0] = corner
    for s in range(len(infos)):
        if (infos[s] >> 6) & 7 == GROUNDING_LINE:
            continue
        n = infos[s] >> 9
        a = starts[s]
        entry = (infos[s] >> 3) & 7
        for side, end in ((entry, a), (infos[s] & 7, a + n - 1)):
            if side == WEST:
                for r in range(ny):
                    if (r + 0.5) * UNITS / ny > y[end]:
                        toggles[r, 0] ^= 1
        for k in range(n if entry == CLOSED else n - 1):
            x1, y1, x2, y2 = x[a + k], y[a + k], x[a + (k + 1) % n], y[a + (k + 1) % n]
            if y1 > y2:
                x1, y1, x2, y2 = x2, y2, x1, y1
            first = int(np.ceil(y1 * ny / UNITS - 0.5))
            for r in range(first, min(int(np.ceil(y2 * ny / UNITS - 0.5)), ny)):
                crossing = x1 + ((r + 0.5) * UNITS / ny - y1) * (x2 - x1) / (y2 - y1)
                toggles[r, min(max(int(np.floor(crossing * nx / UNITS + 0.5)), 0), nx)] ^= 1
    for r in range(ny):
        for c in range(1, nx):
            toggles[r, c] ^= toggles[r, c - 1]
    return toggles[:, :nx]


@numba.njit
def put(state, bit, one, out):
    """Range coder: one binary decision whose chance of being 1 is one / 2^PRECISION."""
    bound = (state[1] >> PRECISION) * one
    if bit:
        state[1] = bound
    else:
        state[0] += bound
        state[1] -= bound
    while state[1] < (1 << 24):
        state[1] = (state[1] << 8) & 0xFFFFFFFF
        shift(state, out)


@numba.njit
def shift(state, out):
    """Moves the highest byte of the low end out; state: low, range, held byte, bytes held, bytes out."""
    if state[0] < 0xFF000000 or state[0] >= (1 << 32):
        carry = state[0] >> 32
        held = state[2]
        while state[3] > 0:
            out[state[4]] = (held + carry) & 0xFF
            state[4] += 1
            held = 0xFF
            state[3] -= 1
        state[2] = (state[0] >> 24) & 0xFF
    state[3] += 1
    state[0] = (state[0] & 0x00FFFFFF) << 8


@numba.njit
def at(image, r, c):
    """The pixel, or the nearest one of the bin."""
    ny, nx = image.shape
    return image[min(max(r, 0), ny - 1), min(max(c, 0), nx - 1)]


@numba.njit
def context(image, r, c):
    """The 14 pixels known before this one, of this row and the two before it."""
    k = 0
    for dc in (-3, -2, -1):
        k = k * 2 + at(image, r, c + dc) if c + dc >= 0 else k * 2
    for dc in (-3, -2, -1, 0, 1, 2, 3):
        k = k * 2 + (at(image, r - 1, c + dc) if r > 0 else 0)
    for dc in (-1, 0, 1):
        k = k * 2 + (at(image, r - 2, c + dc) if r > 1 else 0)
    return k * 2 + (at(image, r - 3, c) if r > 2 else 0)


@numba.njit
def code(image, pixel, flag, colour, counting, out):
    """Counts one bin's decisions in their contexts, or codes them by the chances there; returns bytes out."""
    ny, nx = image.shape
    known = np.zeros((ny, nx), np.uint8)
    rows, cols = (ny + BLOCK - 1) // BLOCK, (nx + BLOCK - 1) // BLOCK
    mixed = np.zeros((rows, cols + 1), np.uint8)
    state = np.array([0, 0xFFFFFFFF, 0, 1, 0], np.int64)
    for br in range(rows):
        r0, r1 = br * BLOCK, min((br + 1) * BLOCK, ny)
        for bc in range(cols):
            c0, c1 = bc * BLOCK, min((bc + 1) * BLOCK, nx)
            first = image[r0, c0]
            uniform = True
            for r in range(r0, r1):
                for c in range(c0, c1):
                    uniform &= image[r, c] == first
            mixed[br, bc] = 0 if uniform else 1
            left = mixed[br, bc - 1] if bc > 0 else 0
            above = mixed[br - 1, bc] if br > 0 else 0
            right = mixed[br - 1, bc + 1] if br > 0 else 0
            edge = 1 if br > 0 and bc > 0 else 0
            k = ((left * 2 + above) * 2 + right) * 2 + edge
            if counting:
                flag[k, mixed[br, bc]] += 1
            else:
                put(state, mixed[br, bc], flag[k, 1], out)
            if uniform:
                west = 2 if bc == 0 or left else known[r0, c0 - 1]
                south = 2 if br == 0 else known[r0 - 1, c0]
                if counting:
                    colour[west * 3 + south, first] += 1
                else:
                    put(state, first, colour[west * 3 + south, 1], out)
                known[r0:r1, c0:c1] = first
        for r in range(r0, r1):
            for bc in range(cols):
                if mixed[br, bc]:
                    for c in range(bc * BLOCK, min((bc + 1) * BLOCK, nx)):
                        k = context(known, r, c)
                        if counting:
                            pixel[k, image[r, c]] += 1
                        else:
                            put(state, image[r, c], pixel[k, 1], out)
                        known[r, c] = image[r, c]
    return finish(state, out)


@numba.njit
def finish(state, out):
    """Ends the code with the number of the interval that has the fewest bytes; trailing zeros are left out."""
    number = state[0]
    for bits in range(32, 0, -1):
        rounded = ((state[0] + state[1] - 1) >> bits) << bits
        if rounded >= state[0]:
            number = rounded
            break
    state[0] = number
    for _ in range(5):
        shift(state, out)
    n = state[4]
    while n > 0 and out[n - 1] == 0:
        n -= 1
    return n


def chances(counts):
    """The chances of ones, in 2^-PRECISION."""
    share = (counts[:, 1] + 0.4) / (counts.sum(axis=1) + 0.8)
    return np.clip(np.round(share * (1 << PRECISION)), 1, (1 << PRECISION) - 1).astype(np.int64)


def main():
    source = netCDF4.Dataset(SOURCE)
    source.set_auto_mask(False)
    whole = lambda name: np.asarray(source[name][:])
    first = whole("Id_of_first_segment_in_a_bin").astype(np.int64)
    count = whole("N_segments_in_a_bin").astype(np.uint16).astype(np.int64)
    corner = (whole("Embedded_node_levels_in_a_bin").astype(np.uint16).astype(np.int64) >> 9) & 1
    infos = whole("Embedded_npts_levels_exit_entry_for_a_segment").astype(np.int64) & 0xFFFFFFFF
    starts = whole("Id_of_first_point_in_a_segment").astype(np.int64)
    x = whole("Relative_longitude_from_SW_corner_of_bin").astype(np.uint16).astype(np.float64)
    y = whole("Relative_latitude_from_SW_corner_of_bin").astype(np.uint16).astype(np.float64)

    state = np.zeros(180 * 360, np.uint8)
    images = {}
    tables = [np.zeros((n, 2), np.int64) for n in (CONTEXTS, FLAG_CONTEXTS, COLOUR_CONTEXTS)]
    out = np.zeros(1 << 20, np.uint8)
    for b in range(180 * 360):
        state[b] = corner[b]
        if count[b] == 0:
            continue
        part = slice(first[b], first[b] + count[b])
        image = draw(PIXELS, columns(b // 360), corner[b], infos[part], starts[part], x, y)
        state[b] = image[0, 0]
        if image.min() != image.max():
            state[b] = 2
            images[b] = image
            code(image, *tables, True, out)
    coded = [np.stack([chances(t)] * 2, axis=1) for t in tables]
    # The coder's first byte is always zero.
    parts = [out[1 : code(image, *coded, False, out)].tobytes() for image in images.values()]
    with open(sys.argv[1], "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as land:
        land.write(np.array([PIXELS], ">u2").tobytes())
        land.write(np.array([columns(row) for row in range(180)], ">u2").tobytes())
        for table in coded:
            land.write(table[:, 1].astype(">u2").tobytes())
        land.write(state.tobytes())
        land.write(np.array([len(part) for part in parts], ">u2").tobytes())
        land.write(b"".join(parts))
    print(len(parts), "bins of both, largest", max(map(len, parts)), "bytes")


main()
