"""The stand-in month in numpy: 16,384 customers at a time, single precision, SFC64. Prints JSON."""
import json
import sys
import time

import numpy as np

customers = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
chunk = 16384
f32 = np.float32


def run(seed):
    random = np.random.Generator(np.random.SFC64(seed))
    live = 0
    left = 0
    revenue = 0.0
    spent = 0.0
    for first in range(0, customers, chunk):
        n = min(chunk, customers - first)
        k = (np.arange(first, first + n) * 8 // customers).astype(f32)
        b = random.standard_normal(n, dtype=f32) * f32(0.5) - f32(0.125)
        v = np.exp(random.standard_normal(n, dtype=f32) * f32(0.4) - f32(0.08))
        start = time.perf_counter()
        q = f32(6) + f32(0.2) * k
        fixed = f32(-4.6) + f32(0.15) * k + b
        w = q.copy()
        trust = np.full(n, 0.6, dtype=f32)
        reference = f32(50) + (np.arange(first, first + n) % 5).astype(f32)
        for t in range(1, 37):
            p = 50.0 if t < 7 else 55.0
            x = q + f32(0.8) * random.standard_normal(q.size, dtype=f32)
            d = (x + f32(0.3) * (w - x)) - w
            s = np.abs(d) ** f32(0.88)
            s = np.where(d >= 0, s, f32(-2.25) * s)
            trust = np.clip(trust + f32(0.05) * d, f32(0), f32(1))
            loss = np.maximum(f32(0), np.log(f32(p) / reference))
            logit = fixed - f32(0.35) * s - f32(1.2) * (trust - f32(0.6)) + f32(3) * v * loss
            logit -= f32(0.1 * np.log1p(t))
            live += q.size
            revenue += p * q.size
            stays = random.random(q.size, dtype=f32) >= f32(1) / (f32(1) + np.exp(-logit))
            left += q.size - int(stays.sum())
            w = (w + f32(0.3) * (x - w))[stays]
            reference = (reference + f32(0.2) * (f32(p) - reference))[stays]
            q, fixed, v, trust = q[stays], fixed[stays], v[stays], trust[stays]
        spent += time.perf_counter() - start
    return spent * 1e9 / live, 1 - left / customers


results = [run(seed) for seed in range(rounds)]
print(
    json.dumps(
        {
            "nanoseconds": min(time for time, _ in results),
            "alive": float(np.mean([alive for _, alive in results])),
            "customers": customers * rounds,
        }
    )
)
