import type { ChartArrow } from './machine-chart.js';

/** Where a box lies in the chart, in CSS pixels from its top left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ArrowPath extends ChartArrow {
  /** The `d` of an SVG path that ends at the tip. */
  readonly path: string;
}

type Side = 'top' | 'bottom' | 'left' | 'right';

interface End {
  readonly box: Box;
  readonly side: Side;
  /** Where the other end lies along this side; ends are put in this order, so that arrows do not cross at a box. */
  readonly towards: number;
  readonly key: string;
}

const centreX = ({ left, right }: Box) => (left + right) / 2;
const centreY = ({ top, bottom }: Box) => (top + bottom) / 2;

function sidesOf(from: Box, to: Box): readonly [Side, Side] {
  if (to.top >= from.bottom) return ['bottom', 'top'];
  if (to.bottom <= from.top) return ['top', 'bottom'];
  return centreX(to) > centreX(from) ? ['right', 'left'] : ['left', 'right'];
}

/** Lines from box to box that leave and arrive at right angles, spread along the sides they share. */
export function arrowPaths(arrows: readonly ChartArrow[], boxes: ReadonlyMap<string, Box>): readonly ArrowPath[] {
  const drawn = arrows.flatMap((arrow) => {
    const from = boxes.get(arrow.from);
    const to = boxes.get(arrow.to);
    if (!from || !to) return [];
    const [leaves, arrives] = sidesOf(from, to);
    const start: End = { box: from, side: leaves, towards: along(leaves, to), key: `${arrow.from} ${leaves}` };
    const end: End = { box: to, side: arrives, towards: along(arrives, from), key: `${arrow.to} ${arrives}` };
    return [{ arrow, start, end }];
  });
  const ends = drawn.flatMap(({ start, end }) => [start, end]);
  return drawn.map(({ arrow, start, end }) => ({
    ...arrow,
    path: curve(start, place(start, ends), end, place(end, ends)),
  }));
}

function along(side: Side, other: Box): number {
  return side === 'top' || side === 'bottom' ? centreX(other) : centreY(other);
}

function place(end: End, ends: readonly End[]): readonly [x: number, y: number] {
  const sharing = ends.filter(({ key }) => key === end.key).sort((a, b) => a.towards - b.towards);
  const part = (sharing.indexOf(end) + 1) / (sharing.length + 1);
  const { box, side } = end;
  const x = box.left + (box.right - box.left) * part;
  const y = box.top + (box.bottom - box.top) * part;
  return side === 'top' || side === 'bottom' ? [x, box[side]] : [box[side], y];
}

const outwards: Readonly<Record<Side, readonly [x: number, y: number]>> = {
  top: [0, -1],
  bottom: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};

function curve(start: End, [x1, y1]: readonly [number, number], end: End, [x2, y2]: readonly [number, number]): string {
  const bend = Math.min(90, 10 + Math.hypot(x2 - x1, y2 - y1) * 0.4);
  const [outX, outY] = outwards[start.side];
  const [inX, inY] = outwards[end.side];
  return `M${x1} ${y1}C${x1 + outX * bend} ${y1 + outY * bend} ${x2 + inX * bend} ${y2 + inY * bend} ${x2} ${y2}`;
}
