// An address as a QR code, drawn as one SVG path; its colours are the style sheet's.
import { encode } from 'uqr';

const SVG = 'http://www.w3.org/2000/svg';
/** White modules around the code: fewer, and some phones do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** `title` is what is read instead of seen. */
export function qrCode(address: string, title: string): SVGSVGElement {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET_ZONE });
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', title);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const heading = document.createElementNS(SVG, 'title');
  heading.textContent = title;
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', data.map(drawRow).join(''));
  svg.append(heading, path);
  return svg;
}

function drawRow(row: readonly boolean[], y: number): string {
  return row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('');
}
