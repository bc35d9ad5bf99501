import { tokenWizardMachine } from '@tokenwright/core';
import type { AnyStateNode } from 'xstate';

export interface ChartTransition {
  /** What starts it, in words: an event, an answer of the host, a delay, or nothing at all. */
  readonly trigger: string;
  /** The condition, as the machine names it. */
  readonly guard: string | undefined;
  /** The state it leads to; undefined means that it stays and only acts. */
  readonly target: string | undefined;
}

export interface ChartState {
  /** The path from the root, such as `flow.editing.setup`. */
  readonly id: string;
  readonly name: string;
  readonly isInitial: boolean;
  readonly isFinal: boolean;
  readonly tags: readonly string[];
  /** What the host is asked to do while this state lasts. */
  readonly asks: readonly string[];
  readonly transitions: readonly ChartTransition[];
  /** The states inside, in rows by how many steps they are away from the initial one. */
  readonly rows: readonly (readonly ChartState[])[];
  /** Between the states inside. */
  readonly arrows: readonly ChartArrow[];
}

/** An arrow between two states that stand beside each other, and the states in or at which it can start. */
export interface ChartArrow {
  readonly from: string;
  readonly to: string;
  readonly sources: readonly string[];
}

const pathOf = ({ path }: AnyStateNode) => path.join('.');

function transitionsOf(node: AnyStateNode): readonly ChartTransition[] {
  return [...node.transitions.values(), node.always ?? []].flat().map(({ eventType, guard, target }) => ({
    trigger: triggerText(eventType),
    guard: guardText(guard),
    target: target?.[0] && pathOf(target[0]),
  }));
}

const answer = /^xstate\.(done|error)\.actor\.(.+)$/;
const delay = /^xstate\.after\.([^.]+)\./;

function triggerText(eventType: string): string {
  const [, outcome, actor] = answer.exec(eventType) ?? [];
  if (actor !== undefined) return `${actor} ${outcome === 'done' ? 'answers' : 'fails'}`;
  const [, name] = delay.exec(eventType) ?? [];
  if (name !== undefined) return `after ${name}`;
  return eventType === '' ? 'at once' : eventType;
}

function guardText(guard: unknown): string | undefined {
  if (typeof guard === 'string') return guard;
  if (typeof guard === 'function') return 'guards' in guard ? `${guard.name} ${String(guard.guards)}` : guard.name;
  if (typeof guard !== 'object' || guard === null || !('type' in guard)) return undefined;
  const params = 'params' in guard && typeof guard.params === 'object' ? Object.values(guard.params ?? {}) : [];
  return [guard.type, ...params].join(' ');
}

function stateOf(node: AnyStateNode): ChartState {
  const children = Object.values(node.states).map(stateOf);
  const arrows = arrowsAmong(children);
  return {
    id: pathOf(node),
    name: node.key,
    isInitial: node.parent?.type === 'compound' && node.parent.initial.target.includes(node),
    isFinal: node.type === 'final',
    tags: node.tags,
    asks: node.invoke.map(({ src }) => String(src)),
    transitions: transitionsOf(node),
    rows: rowsOf(children, arrows),
    arrows,
  };
}

function rowsOf(states: readonly ChartState[], arrows: readonly ChartArrow[]): ChartState['rows'] {
  const rows: ChartState[][] = [];
  const placed = new Set<string>();
  let row = states.filter(({ isInitial }) => isInitial);
  while (row.length > 0) {
    rows.push(row);
    for (const { id } of row) placed.add(id);
    const ids = new Set(row.map(({ id }) => id));
    const next = new Set(arrows.filter(({ from }) => ids.has(from)).map(({ to }) => to));
    row = states.filter(({ id }) => next.has(id) && !placed.has(id));
  }
  // What only an event of the state around them leads to.
  const rest = states.filter(({ id }) => !placed.has(id));
  return rest.length > 0 ? [...rows, rest] : rows;
}

const within = (outer: string, id: string) => id === outer || id.startsWith(`${outer}.`);

function arrowsAmong(states: readonly ChartState[]): readonly ChartArrow[] {
  return states.flatMap((from) => {
    const leaving = withInside(from);
    return states.flatMap(({ id: to }) => {
      const sources = leaving.filter(({ transitions }) =>
        transitions.some(({ target }) => target !== undefined && to !== from.id && within(to, target)),
      );
      return sources.length > 0 ? [{ from: from.id, to, sources: sources.map(({ id }) => id) }] : [];
    });
  });
}

function withInside(state: ChartState): readonly ChartState[] {
  return [state, ...state.rows.flat().flatMap(withInside)];
}

/** The state chart of the wizard, read from the machine itself. */
export const chart: ChartState = stateOf(tokenWizardMachine.root);

/** @param value The value of a snapshot, such as `{ flow: { editing: 'setup' }, … }`. @returns The ids of all active states. */
export function activeStates(value: unknown, parent = ''): readonly string[] {
  const inside = parent === '' ? '' : `${parent}.`;
  if (typeof value === 'string') return [`${inside}${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const id = `${inside}${name}`;
    return [id, ...activeStates(child, id)];
  });
}
