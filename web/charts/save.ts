import { drawText } from './pen.ts';
import { readTokens } from './tokens.ts';

/** A sheet of figures: what the table shows and the CSV holds. */
export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface SheetColumn {
  readonly title: string;
  /** How the page writes it; the CSV keeps the bare number. */
  readonly format?: (value: number) => string;
}

/** Text of a sheet by RFC 4180; a text that a spreadsheet would run as a formula is disarmed by an apostrophe. */
export function formatCsv({ columns, rows }: Sheet): string {
  const cell = (value: string | number | null) => {
    if (typeof value === 'number') return `${value}`;
    const safe = value === null ? '' : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns.map(({ title }) => title), ...rows];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** Hands a file to the browser's download. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A file name made of a title: "Who leaves" becomes "who-leaves". */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain.slice(0, 60) || 'kept';
}

const pictureScale = 2;
const edge = 24;

/** The chart inside `host` as a picture with its title, subtitle and origin, on paper of the theme in force. */
export async function drawPicture(
  host: HTMLElement,
  words: { readonly title: string; readonly sub: string; readonly origin: string },
): Promise<Blob> {
  const chart = host.querySelector<HTMLCanvasElement | SVGSVGElement>('canvas, svg.drawn');
  if (!chart) throw new Error('there is no chart to save');
  const { width, height } = chart.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * edge) * pictureScale;
  canvas.height = (height + 2 * edge + 84) * pictureScale;
  const ctx = canvas.getContext('2d')!;
  const tokens = readTokens();
  ctx.scale(pictureScale, pictureScale);
  ctx.fillStyle = tokens.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  drawText(ctx, edge, edge + 16, words.title, { size: 17, bold: true, colour: tokens.ink });
  drawText(ctx, edge, edge + 38, words.sub, { size: 13, colour: tokens.ink3 });
  const image = chart instanceof HTMLCanvasElement ? chart : await loadSvg(chart, width, height);
  ctx.drawImage(image, edge, edge + 56, width, height);
  drawText(ctx, edge, edge + 56 + height + 24, words.origin, { colour: tokens.ink3 });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))), 'image/png');
  });
}

const drawnProperties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
] as const;

/** A drawn figure as an image; styles become attributes, since an image sees no style sheet. */
async function loadSvg(source: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const originals = source.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const style = getComputedStyle(originals[index]);
    for (const name of drawnProperties) element.setAttribute(name, style.getPropertyValue(name));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('font-family', readTokens().sans);
  copy.setAttribute('width', `${width * pictureScale}`);
  copy.setAttribute('height', `${height * pictureScale}`);
  const url = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }),
  );
  const image = new Image();
  image.src = url;
  await image.decode().finally(() => URL.revokeObjectURL(url));
  return image;
}
