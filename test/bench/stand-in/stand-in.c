// The stand-in month in scalar C: customer after customer, state in registers. Prints JSON.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t s[4];
static uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

// xoshiro256++ (Blackman & Vigna 2019)
static inline uint64_t next(void) {
  uint64_t result = rotl(s[0] + s[3], 23) + s[0], t = s[1] << 17;
  s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
  return result;
}
static uint64_t splitmix(uint64_t *x) {
  uint64_t z = (*x += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}
static inline double uniform(void) { return ((next() >> 11) + 0.5) * 0x1p-53; }

// Ziggurat of 128 strips (Marsaglia & Tsang 2000)
static double zx[129], zy[128];
static const double zr = 3.442619855899, zv = 9.91256303526217e-3;
static void build(void) {
  double f = exp(-0.5 * zr * zr);
  zx[0] = zv / f; zx[1] = zr; zx[128] = 0;
  for (int i = 2; i < 128; i++) {
    zx[i] = sqrt(-2 * log(zv / zx[i - 1] + exp(-0.5 * zx[i - 1] * zx[i - 1])));
  }
  for (int i = 0; i < 128; i++) zy[i] = exp(-0.5 * zx[i] * zx[i]);
}
static inline double normal(void) {
  for (;;) {
    uint64_t bits = next();
    int i = bits & 127;
    double u = (double)((int64_t)bits >> 11) * 0x1p-52;
    double x = u * zx[i];
    if (fabs(x) < zx[i + 1]) return x;
    if (i == 0) {
      double a, b;
      do { a = -log(uniform()) / zr; b = -log(uniform()); } while (b + b < a * a);
      return u > 0 ? zr + a : -zr - a;
    }
    double below = i == 127 ? 1 : zy[i + 1];
    if (zy[i] + uniform() * (below - zy[i]) < exp(-0.5 * x * x)) return x;
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int argc, char **argv) {
  long customers = argc > 1 ? atol(argv[1]) : 1000000;
  int rounds = argc > 2 ? atoi(argv[2]) : 5;
  build();
  double *b = malloc(customers * sizeof(double)), *v = malloc(customers * sizeof(double));
  double best = INFINITY, alive = 0;
  for (int round = 0; round < rounds; round++) {
    uint64_t seed = 12345 + round;
    for (int i = 0; i < 4; i++) s[i] = splitmix(&seed);
    for (long i = 0; i < customers; i++) { b[i] = 0.5 * normal() - 0.125; v[i] = exp(0.4 * normal() - 0.08); }
    double revenue = 0, start = now();
    long live = 0, left = 0;
    for (long i = 0; i < customers; i++) {
      int k = (int)(i * 8 / customers);
      double Q = 6 + 0.2 * k, c = -4.6 + 0.15 * k, W = Q, T = 0.6, R = 50 + i % 5;
      for (int t = 1; t <= 36; t++) {
        double p = t < 7 ? 50 : 55, x = Q + 0.8 * normal(), P = x + 0.3 * (W - x), d = P - W;
        double sat = d >= 0 ? pow(d, 0.88) : -2.25 * pow(-d, 0.88);
        T = fmin(1, fmax(0, T + 0.05 * d));
        double l = fmax(0, log(p / R));
        double logit = c + b[i] - 0.35 * sat - 1.2 * (T - 0.6) + 3 * v[i] * l - 0.1 * log1p(t);
        live++; revenue += p;
        if (uniform() < 1 / (1 + exp(-logit))) { left++; break; }
        W += 0.3 * (x - W); R += 0.2 * (p - R);
      }
    }
    double spent = (now() - start) / live;
    if (spent < best) best = spent;
    alive += 1 - (double)left / customers;
    if (revenue < 0) return 1;
  }
  printf("{\"nanoseconds\":%.3f,\"alive\":%.6f,\"customers\":%ld}\n", best, alive / rounds, customers * rounds);
  return 0;
}
