import { Chart } from 'chart.js';
import { drawText, wrapText } from './pen.ts';
import { readTokens } from './tokens.ts';

const pictureScale = 2;
const edge = 24;
const titleStyle = { size: 17, bold: true } as const;
const subStyle = { size: 13 } as const;
const footStyle = { size: 12 } as const;

/** The chart inside `host` as a picture with its title, subtitle and origin, on paper of the theme in force. */
export async function drawPicture(
  host: HTMLElement,
  words: { readonly title: string; readonly sub: string; readonly origin: string },
): Promise<Blob> {
  const chart = host.querySelector<HTMLCanvasElement | SVGSVGElement>('canvas, svg.drawn');
  if (!chart) throw new Error('there is no chart to save');
  const { width, height } = chart.getBoundingClientRect();
  const image = chart instanceof HTMLCanvasElement ? copySharp(chart) : await loadSvg(chart, width, height);
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d')!;
  const lines = [
    ...wrapText(ctx, words.title, width, titleStyle).map((text) => ({ text, style: titleStyle, height: 23 })),
    ...wrapText(ctx, words.sub, width, subStyle).map((text) => ({ text, style: subStyle, height: 19 })),
  ];
  const head = lines.reduce((sum, line) => sum + line.height, 0) + 12;
  const foot = wrapText(ctx, words.origin, width, footStyle);
  canvas.width = (width + 2 * edge) * pictureScale;
  canvas.height = (head + height + 12 + foot.length * 16 + 2 * edge) * pictureScale;
  const { ink, ink3, paper } = readTokens();
  ctx.scale(pictureScale, pictureScale);
  ctx.fillStyle = paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  let y = edge;
  for (const line of lines) {
    drawText(ctx, edge, y + line.height - 6, line.text, {
      ...line.style,
      colour: line.style === titleStyle ? ink : ink3,
    });
    y += line.height;
  }
  ctx.drawImage(image, edge, edge + head, width, height);
  for (const [index, text] of foot.entries()) {
    drawText(ctx, edge, edge + head + height + 24 + index * 16, text, { ...footStyle, colour: ink3 });
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))), 'image/png');
  });
}

/** A copy of a chart, drawn anew at the picture's resolution; the chart on the page stays as it was. */
function copySharp(source: HTMLCanvasElement): HTMLCanvasElement {
  const chart = Chart.getChart(source);
  const { devicePixelRatio } = chart?.options ?? {};
  if (chart) {
    chart.options.devicePixelRatio = pictureScale;
    chart.resize();
  }
  const copy = document.createElement('canvas');
  copy.width = source.width;
  copy.height = source.height;
  copy.getContext('2d')!.drawImage(source, 0, 0);
  if (chart) {
    if (devicePixelRatio === undefined) delete chart.options.devicePixelRatio;
    else chart.options.devicePixelRatio = devicePixelRatio;
    chart.resize();
  }
  return copy;
}

const drawnProperties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linejoin',
  'paint-order',
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
