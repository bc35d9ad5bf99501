import { type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { type ArrowPath, arrowPaths, type Box } from './arrow-paths.js';
import { type ChartArrow, type ChartState, type ChartTransition, chart } from './machine-chart.js';
import './pages.css';
import './machine.css';

/** The chart of the machine. `active` are the ids of the states that it is in. */
export function StateChart({ active }: { active: ReadonlySet<string> }) {
  return (
    <div className="chart">
      {chart.rows.flat().map((region) => (
        <StateBox key={region.id} state={region} active={active} />
      ))}
    </div>
  );
}

/** The states inside another, with the arrows between them. */
function Inside({ state: { rows, arrows }, active }: StateProps) {
  const root = useRef<HTMLDivElement>(null);
  const paths = useArrowPaths(root, arrows);
  return (
    <div className="chart-inside" ref={root}>
      <Arrows paths={paths} active={active} />
      {rows.map((row) => (
        <div key={row[0]?.id} className="chart-row">
          {row.map((child) => (
            <StateBox key={child.id} state={child} active={active} />
          ))}
        </div>
      ))}
    </div>
  );
}

function useArrowPaths(root: RefObject<HTMLElement | null>, arrows: readonly ChartArrow[]): readonly ArrowPath[] {
  const [paths, setPaths] = useState<readonly ArrowPath[]>([]);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setPaths(arrowPaths(arrows, boxesIn(element))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [root, arrows]);
  return paths;
}

function boxesIn(root: HTMLElement): ReadonlyMap<string, Box> {
  const origin = root.getBoundingClientRect();
  return new Map(
    [...root.querySelectorAll<HTMLElement>('[data-state-id]')].map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const box = {
        left: left - origin.left,
        right: right - origin.left,
        top: top - origin.top,
        bottom: bottom - origin.top,
      };
      return [element.dataset.stateId ?? '', box];
    }),
  );
}

/** Drawn between the boxes for those who see; every arrow also stands in the list of its state. */
function Arrows({ paths, active }: { paths: readonly ArrowPath[]; active: ReadonlySet<string> }) {
  const id = useId();
  const isLit = ({ sources }: ArrowPath) => sources.some((source) => active.has(source));
  // The lit ones on top.
  const ordered = [...paths].sort((a, b) => Number(isLit(a)) - Number(isLit(b)));
  return (
    <svg className="chart-arrows" aria-hidden="true">
      <defs>
        {['quiet', 'lit'].map((look) => (
          <marker
            key={look}
            id={`${id}${look}`}
            className={`chart-tip chart-${look}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8Z" />
          </marker>
        ))}
      </defs>
      {ordered.map((arrow) => {
        const look = isLit(arrow) ? 'lit' : 'quiet';
        return (
          <path
            key={`${arrow.from} ${arrow.to}`}
            className={`chart-arrow chart-${look}`}
            d={arrow.path}
            markerEnd={`url(#${id}${look})`}
          />
        );
      })}
    </svg>
  );
}

interface StateProps {
  state: ChartState;
  active: ReadonlySet<string>;
}

function StateBox({ state, active }: StateProps) {
  const { id, name, rows, asks, tags, isInitial, isFinal, transitions } = state;
  const isActive = active.has(id);
  const kind = id.includes('.') ? (rows.length > 0 ? 'compound' : 'simple') : 'region';
  return (
    <section
      className="chart-state"
      aria-label={name}
      data-state-id={id}
      data-kind={kind}
      data-active={isActive ? '' : undefined}
      data-final={isFinal ? '' : undefined}
    >
      <p className="chart-name">
        {isInitial && <span className="chart-initial">Start</span>}
        <code>{name}</code>
        {isActive && kind === 'simple' && <span className="chart-now">now</span>}
        {tags.map((tag) => (
          <span key={tag} className="chart-tag">
            {tag}
          </span>
        ))}
      </p>
      {asks.length > 0 && <p className="chart-asks">asks the host: {asks.join(', ')}</p>}
      <Transitions transitions={transitions} />
      {rows.length > 0 && <Inside state={state} active={active} />}
    </section>
  );
}

function Transitions({ transitions }: { transitions: readonly ChartTransition[] }) {
  const leading = transitions.filter(({ target }) => target !== undefined);
  const staying = [...new Set(transitions.filter(({ target }) => target === undefined).map(({ trigger }) => trigger))];
  return (
    <>
      {leading.length > 0 && (
        <ul className="chart-transitions">
          {leading.map(({ trigger, guard, target = '' }) => (
            <li key={`${trigger} ${guard} ${target}`}>
              {trigger} <span aria-hidden="true">→</span>
              <span className="chart-spoken"> leads to </span> <b>{target.split('.').at(-1)}</b>
              {guard && <span className="chart-guard"> if {guard}</span>}
            </li>
          ))}
        </ul>
      )}
      {staying.length > 0 && <p className="chart-staying">stays on: {staying.join(', ')}</p>}
    </>
  );
}
