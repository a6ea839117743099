/** The design tokens a canvas needs; it cannot read custom properties by itself. */
export interface Tokens {
  readonly paper: string;
  readonly inset: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly hair: string;
  readonly edge: string;
  readonly accent: string;
  readonly lossText: string;
  readonly gain: Sign;
  readonly loss: Sign;
  /** Saboteurs to advocates. */
  readonly crowd: readonly string[];
  readonly sans: string;
}

/** Full colour of a sign, and its tints for the 50, 80 and 95 % bands. */
export interface Sign {
  readonly full: string;
  readonly tints: { readonly [share in BandShare]: string };
}

export type BandShare = 50 | 80 | 95;

let known: Tokens | null = null;

/** The tokens of the theme in force; read once per theme. */
export function readTokens(): Tokens {
  known ??= read(getComputedStyle(document.documentElement));
  return known;
}

function read(style: CSSStyleDeclaration): Tokens {
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const sign = (name: string): Sign => ({
    full: token(name),
    tints: { 50: token(`${name}-50`), 80: token(`${name}-80`), 95: token(`${name}-95`) },
  });
  return {
    paper: token('paper'),
    inset: token('inset'),
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    hair: token('hair'),
    edge: token('edge'),
    accent: token('accent'),
    lossText: token('loss-text'),
    gain: sign('gain'),
    loss: sign('loss'),
    crowd: [1, 2, 3, 4, 5].map((group) => token(`crowd-${group}`)),
    sans: token('sans'),
  };
}

/** Calls `redraw` whenever the theme changes; returns the way to stop. */
export function onThemeChange(redraw: () => void): () => void {
  const change = () => {
    known = null;
    redraw();
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', change);
  const watcher = new MutationObserver(change);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', change);
    watcher.disconnect();
  };
}
