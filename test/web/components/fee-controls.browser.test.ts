import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FeeMove } from '../../../web/state/moves.ts';
import '../../../web/components/fader.ts';
import '../../../web/components/fee-field.ts';

let moves: FeeMove[] = [];
const listen = (event: Event) => moves.push((event as CustomEvent<FeeMove>).detail);
beforeEach(() => {
  moves = [];
  document.body.addEventListener('kept-fee', listen);
});
afterEach(() => {
  document.body.removeEventListener('kept-fee', listen);
  document.body.replaceChildren();
});

async function mount<T extends HTMLElement>(name: string, properties: Partial<T>): Promise<T> {
  const element = Object.assign(document.createElement(name), properties) as T;
  document.body.append(element);
  await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
  return element;
}

describe('the fader', () => {
  test('a run of keys is one stroke, and another visit begins another', async () => {
    const fader = await mount('kept-fader', { percent: 8 } as never);
    const input = fader.querySelector('input')!;
    input.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    input.blur();
    input.focus();
    await userEvent.keyboard('{PageDown}');
    expect(moves.map(({ percent }) => percent)).toEqual([8.5, 9, 4]);
    expect(moves[0].stroke).toBe(moves[1].stroke);
    expect(moves[2].stroke).not.toBe(moves[1].stroke);
  });

  test('stays within its scale and above what is possible', async () => {
    const fader = await mount('kept-fader', { percent: 1, lowest: 0 } as never);
    fader.querySelector('input')!.focus();
    await userEvent.keyboard('{Home}{ArrowLeft}{End}{PageUp}');
    expect(moves.map(({ percent }) => percent)).toEqual([0, 40]);
  });

  test('a pull lands on half percents', async () => {
    const fader = await mount('kept-fader', { percent: 8 } as never);
    const input = fader.querySelector('input')!;
    input.value = '12.31';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(moves.map(({ percent }) => percent)).toEqual([12.5]);
  });
});

describe('the number field', () => {
  const type = async (text: string, properties = {}) => {
    const field = await mount('kept-fee-field', { percent: 8, price: 66.4, ...properties } as never);
    const input = field.querySelector('input')!;
    await userEvent.fill(input, text);
    return { field, input };
  };

  test.each([
    ['12', 12],
    ['\u22125 %', -5],
    ['= 66.40 * 1.25', 25],
    ['$71.71', 8.0],
  ])('%s is a fee of %d percent', async (text, percent) => {
    const { input } = await type(text, { percent: 1 });
    input.focus();
    await userEvent.keyboard('{Enter}');
    expect(moves).toHaveLength(1);
    expect(moves[0].percent).toBeCloseTo(percent, 2);
  });

  test.each([
    ['lots', 'Write a change'],
    ['900', 'Fees here go from'],
    ['-5', 'This plan adds a fee'],
    ['€5', 'Prices here are in $'],
  ])('%s changes nothing and is explained', async (text, reason) => {
    const { field, input } = await type(text, { lowest: 0 });
    input.focus();
    await userEvent.keyboard('{Enter}');
    expect(moves).toEqual([]);
    await expect.poll(() => field.textContent).toContain(reason);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.value).toBe(text);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => input.value).toBe('+8.0');
    expect(field.textContent).not.toContain(reason);
  });

  test('shows as many decimals as the fee has, two at most, and commits nothing that was not written', async () => {
    const field = await mount('kept-fee-field', { percent: 22.6628, price: 17.65 } as never);
    const input = field.querySelector('input')!;
    expect(input.value).toBe('+22.66');
    input.focus();
    await userEvent.keyboard('{Enter}');
    input.blur();
    expect(input.value).toBe('+22.66');
    expect(moves).toEqual([]);
  });

  test('a fee a hair beside a step is shown as it is', async () => {
    const field = await mount('kept-fee-field', { percent: 24.99, price: 17.65 } as never);
    expect(field.querySelector('input')!.value).toBe('+24.99');
  });

  test('a price is taken to the cent, however large it is', async () => {
    const { input } = await type('= 5201.11', { price: 5003.37 });
    input.focus();
    await userEvent.keyboard('{Enter}');
    expect((5003.37 * (100 + moves[0].percent)) / 100).toBeCloseTo(5201.11, 3);
  });

  test('what was wrong is forgotten once the fee is set elsewhere', async () => {
    const { field, input } = await type('lots');
    input.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => field.textContent).toContain('Write a change');
    Object.assign(field, { percent: 9 });
    await expect.poll(() => input.value).toBe('+9.0');
    expect(field.textContent).not.toContain('Write a change');
  });

  test('buttons and arrows step by half a percent to the next round one', async () => {
    const field = await mount('kept-fee-field', { percent: 8.25 } as never);
    await userEvent.click(field.querySelectorAll('button')[1]);
    field.querySelector('input')!.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(moves.map(({ percent }) => percent)).toEqual([8.5, 8]);
  });
});
