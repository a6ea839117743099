import { afterEach, describe, expect, it, vi } from 'vitest';
import { RateWindows } from '../../../server/access/rate-windows.ts';

const minute = 60_000;

function counter() {
  const windows = new RateWindows();
  const ask = (how: 'incr' | 'read', key: string) => {
    let answer = { current: Number.NaN, ttl: Number.NaN };
    windows[how](
      key,
      (_, found) => {
        answer = found!;
      },
      minute,
    );
    return answer;
  };
  return { windows, count: (key: string) => ask('incr', key), read: (key: string) => ask('read', key) };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('what one client asks for in a minute', () => {
  it('is counted from its first request, and anew a minute later', () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    const { count, read } = counter();
    expect(count('a')).toEqual({ current: 1, ttl: minute });
    vi.advanceTimersByTime(minute - 1);
    expect(count('a')).toEqual({ current: 2, ttl: 1 });
    expect(count('b')).toEqual({ current: 1, ttl: minute });
    expect(read('a')).toEqual({ current: 2, ttl: 1 });
    vi.advanceTimersByTime(1);
    expect(read('a')).toEqual({ current: 0, ttl: 0 });
    expect(count('a')).toEqual({ current: 1, ttl: minute });
  });

  it.each(['1970-01-02', '2099-12-31'])('is counted as before when the clock jumps to %s', (day) => {
    vi.useFakeTimers({ now: new Date('2027-03-01'), toFake: ['Date', 'performance'] });
    const { count } = counter();
    count('a');
    vi.setSystemTime(new Date(day));
    vi.advanceTimersByTime(1000);
    expect(count('a')).toEqual({ current: 2, ttl: minute - 1000 });
    vi.advanceTimersByTime(minute - 1000);
    expect(count('a').current).toBe(1);
  });

  it('is forgotten of the client that was silent longest when there are too many', () => {
    const { count, read } = counter();
    for (let k = 0; k < 5000; k++) count(`client ${k}`);
    count('client 0');
    count('one more');
    expect(read('client 0').current).toBe(2);
    expect(read('client 1').current).toBe(0);
    expect(read('client 2').current).toBe(1);
  });
});
