// A sequence diagram as SVG: two lifelines, and an arrow for each thing that has passed, slanted by its journey.
import { handshake as words } from '../../i18n/demos/handshake.ts';
import { html, type Html } from '../kit/html.ts';
import { arrivals, type Passage } from './scenarios.ts';

/** In the units of the drawing, which fills its width. */
export type Geometry = {
  readonly width: number;
  readonly row: number;
  /** Of a lifeline, from its edge. */
  readonly margin: number;
  readonly size: number;
  /** Whether the times and what the page sees stand beside the lifelines. */
  readonly hasSides: boolean;
};

export const WIDE: Geometry = { width: 1150, row: 26, margin: 220, size: 17, hasSides: true };
export const NARROW: Geometry = { width: 340, row: 46, margin: 16, size: 13, hasSides: false };

/** Ten arrows fit on a slide. */
const TOP = 34;
const HEAD = 5;
/** The slope of an arrow at this latency and above, in units. */
const STEEPEST = 9;
const SLOWEST = 400;

/** @param shown how many of `passages` have passed; the last of them stands out */
export function sequenceDiagram(
  passages: readonly Passage[],
  shown: number,
  latency: number,
  geometry: Geometry,
): Html {
  const { width, row, margin, size } = geometry;
  const height = TOP + passages.length * row + 8;
  const left = margin;
  const right = width - margin;
  const times = arrivals(passages, latency);
  const steps = passages.slice(0, shown).map(sentenceOf).join(' ');
  return html`<svg
    class="sequence"
    viewBox="0 0 ${width} ${height}"
    role="img"
    font-size="${size}"
    aria-labelledby="sequence-title sequence-description"
  >
    <title id="sequence-title">${words.title}</title>
    <desc id="sequence-description">${words.description(steps)}</desc>
    <text
      class="sequence-end"
      x="${left}"
      y="18"
      text-anchor="${geometry.hasSides ? 'middle' : 'start'}"
    >
      ${words.client}
    </text>
    <text
      class="sequence-end"
      x="${right}"
      y="18"
      text-anchor="${geometry.hasSides ? 'middle' : 'end'}"
    >
      ${words.server}
    </text>
    <path class="sequence-life" d="M${left} ${TOP - 8}V${height}M${right} ${TOP - 8}V${height}" />
    ${passages.slice(0, shown).map((passage, index) =>
      arrow(passage, {
        geometry,
        y: TOP + index * row + row * 0.55,
        slope: STEEPEST * Math.min(1, latency / SLOWEST),
        time: times[index] ?? 0,
        isLast: index === shown - 1,
      }),
    )}
  </svg>`;
}

type Place = {
  readonly geometry: Geometry;
  readonly y: number;
  readonly slope: number;
  readonly time: number;
  readonly isLast: boolean;
};

function arrow(passage: Passage, { geometry, y, slope, time, isLast }: Place): Html {
  const { width, margin, size, hasSides } = geometry;
  const toServer = passage.from === 'client';
  const [start, whole] = toServer ? [margin, width - margin] : [width - margin, margin];
  const sign = toServer ? 1 : -1;
  const end = passage.isLost ? start + ((whole - start) * 3) / 5 : whole;
  const fall = passage.isLost ? (slope * 3) / 5 : slope;
  const { label, page } = told(passage);
  return html`<g
    class="sequence-passage${isLast ? ' is-last' : ''}${passage.isLost ? ' is-lost' : ''}"
  >
    <path d="M${start} ${y}L${end} ${y + fall}" />
    ${
      passage.isLost
        ? html`<path d="M${end - 5} ${y + fall - 5}l10 10m0 -10l-10 10" />`
        : html`<path
            class="sequence-head"
            d="M${end} ${y + fall}l${-sign * HEAD * 1.4} ${-HEAD}v${2 * HEAD}z"
          />`
    }
    <text x="${width / 2}" y="${y - 5}" text-anchor="middle">${label}</text>
    ${
      hasSides
        ? html`<text class="sequence-time" x="${width - margin + 20}" y="${y + size / 3}">
              ${words.since(time)}
            </text>
            <text class="sequence-page" x="${margin - 20}" y="${y + size / 3}" text-anchor="end">
              ${page ?? ''}
            </text>`
        : null
    }
  </g>`;
}

/** What the words say of a passage. `page`: what the page is told, if anything. */
export function told({ name }: Passage): {
  readonly label: string;
  readonly says: string;
  readonly page: string | null;
} {
  const event = words.events[name];
  return { label: event.label, says: event.says, page: 'page' in event ? event.page : null };
}

/** « Client → Serveur : GET + Upgrade: websocket. » */
export function sentenceOf(passage: Passage): string {
  const direction = passage.from === 'client' ? words.toServer : words.toClient;
  const lost = passage.isLost ? `, ${words.lost}` : '';
  return `${direction}\u00A0: ${told(passage).label}${lost}.`;
}
