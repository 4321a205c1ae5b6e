/* What regridding costs in plain C: a loop over the rows of a sparse matrix for each field, weights of single precision,
 * missing values left out and the rest renormalised, once with branches and once with masks. Beside it the memory's speed: a triad over arrays larger than the
 * caches.
 *
 *   regrid_apply CASE OUT RUNS
 *
 * CASE holds, in the machine's own order of bytes: rows, source cells, entries, fields (int32); the start of each row and
 * the end of the last (int32), columns (int32), weights (float), fields one after the other (float, NaN is missing). OUT
 * takes the target values (float). Printed is a line of JSON: the least nanoseconds per target value of all runs, and the
 * triad's bytes per nanosecond.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double least = 0.5 - 1e-6;
static const size_t triad_size = 24u << 20;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return 1e9 * (double)time.tv_sec + (double)time.tv_nsec;
}

static void *room(size_t bytes) {
  void *place = malloc(bytes);
  if (place == NULL) {
    fprintf(stderr, "Cannot measure: there is no room for %zu bytes.\n", bytes);
    exit(1);
  }
  return place;
}

static void *take(FILE *file, size_t count, size_t size) {
  void *place = room(count * size);
  if (fread(place, size, count, file) != count) {
    fprintf(stderr, "Cannot read the case: the file ends too early.\n");
    exit(1);
  }
  return place;
}

static float kept(float value, uint32_t there) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  bits &= there;
  memcpy(&value, &bits, sizeof bits);
  return value;
}

static float made(double sum, double valid) {
  return valid > 0 && valid >= least ? (float)(sum / valid) : NAN;
}

typedef void loop(int rows, const int32_t *start, const int32_t *column, const float *weight, const float *source,
                  float *target);

/* What one writes first; coasts and clouds have the processor guess wrong. */
static void branches(int rows, const int32_t *start, const int32_t *column, const float *weight, const float *source,
                     float *target) {
  for (int row = 0; row < rows; row++) {
    double sum = 0;
    double valid = 0;
    for (int32_t e = start[row]; e < start[row + 1]; e++) {
      float value = source[column[e]];
      if (!isnan(value)) {
        sum += (double)weight[e] * value;
        valid += weight[e];
      }
    }
    target[row] = made(sum, valid);
  }
}

/* The same without a branch. */
static void masks(int rows, const int32_t *start, const int32_t *column, const float *weight, const float *source,
                  float *target) {
  for (int row = 0; row < rows; row++) {
    double sum = 0;
    double valid = 0;
    for (int32_t e = start[row]; e < start[row + 1]; e++) {
      float value = source[column[e]];
      uint32_t there = -(uint32_t)(value == value);
      sum += (double)weight[e] * kept(value, there);
      valid += kept(weight[e], there);
    }
    target[row] = made(sum, valid);
  }
}

static double triad(void) {
  double *a = room(triad_size * sizeof *a);
  double *b = room(triad_size * sizeof *b);
  double *c = room(triad_size * sizeof *c);
  for (size_t i = 0; i < triad_size; i++) {
    a[i] = 0;
    b[i] = (double)i;
    c[i] = 1;
  }
  double best = 0;
  for (int run = 0; run < 5; run++) {
    double before = now();
    for (size_t i = 0; i < triad_size; i++) {
      a[i] = b[i] + 3 * c[i];
    }
    double rate = 3.0 * sizeof(double) * (double)triad_size / (now() - before);
    best = rate > best ? rate : best;
  }
  if (a[triad_size - 1] == 0) {
    exit(1);
  }
  free(a);
  free(b);
  free(c);
  return best;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "Usage: regrid_apply CASE OUT RUNS\n");
    return 2;
  }
  FILE *file = fopen(arguments[1], "rb");
  if (file == NULL) {
    perror(arguments[1]);
    return 1;
  }
  int32_t *size = take(file, 4, sizeof *size);
  int rows = size[0], cells = size[1], entries = size[2], fields = size[3];
  int32_t *start = take(file, (size_t)rows + 1, sizeof *start);
  int32_t *column = take(file, (size_t)entries, sizeof *column);
  float *weight = take(file, (size_t)entries, sizeof *weight);
  float *source = take(file, (size_t)fields * (size_t)cells, sizeof *source);
  fclose(file);
  float *target = room((size_t)fields * (size_t)rows * sizeof *target);
  loop *loops[] = {branches, masks};
  double best[] = {INFINITY, INFINITY};
  for (int run = 0; run < 2 * atoi(arguments[3]); run++) {
    double before = now();
    for (int field = 0; field < fields; field++) {
      loops[run % 2](rows, start, column, weight, source + (size_t)field * (size_t)cells,
                     target + (size_t)field * (size_t)rows);
    }
    double each = (now() - before) / ((double)fields * rows);
    best[run % 2] = each < best[run % 2] ? each : best[run % 2];
  }
  file = fopen(arguments[2], "wb");
  if (file == NULL || fwrite(target, sizeof *target, (size_t)fields * (size_t)rows, file) != (size_t)fields * (size_t)rows ||
      fclose(file) != 0) {
    perror(arguments[2]);
    return 1;
  }
  printf("{\"branches\": %.3f, \"masks\": %.3f, \"triad\": %.2f}\n", best[0], best[1], triad());
  return 0;
}
