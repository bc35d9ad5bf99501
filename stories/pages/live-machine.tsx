import {
  type CreateOutcome,
  type CreateToken,
  CreateTokenWizard,
  Field,
  Select,
  type TokenWizardEmitted,
  type TokenWizardSnapshot,
  useTokenWizard,
  useTokenWizardSelector,
} from '@tokenwright/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answers, catalog, contacts, createToken, versions } from '../fixtures.js';
import { activeStates } from './machine-chart.js';
import { StateChart } from './state-chart.js';

const { Root, Steps, Issues, Heading, Body, Actions } = CreateTokenWizard;

interface Server {
  readonly label: string;
  readonly create: CreateToken;
}

const rejectsWith =
  (problem: object): CreateToken =>
  () =>
    Promise.reject(problem);

/** What the server can do with a request, one for each outcome that the machine knows. */
const servers: Readonly<Record<Exclude<CreateOutcome['type'], 'notCreated'> | 'silent', Server>> = {
  created: { label: 'Creates the token', create: createToken },
  createdWithoutSecret: {
    label: 'Says that it created the token earlier',
    create: async () => ({ status: 'created-without-secret', token: { id: 'tok_1' } }),
  },
  rejected: {
    label: 'Refuses the name',
    create: rejectsWith({ status: 422, errors: [{ detail: 'Another token has this name', pointer: '#/name' }] }),
  },
  unknown: { label: 'Fails with 500', create: rejectsWith({ status: 500 }) },
  rateLimited: { label: 'Asks to wait 10 seconds', create: rejectsWith({ status: 429, retryAfter: 10 }) },
  sessionExpired: { label: 'Says that the session has expired', create: rejectsWith({ status: 401 }) },
  silent: { label: 'Never answers', create: () => new Promise<never>(() => {}) },
};

const isServer = (value: string): value is keyof typeof servers => Object.hasOwn(servers, value);

type Entry = { readonly position: number } & (
  | { readonly kind: 'event'; readonly event: TokenWizardEmitted }
  | { readonly kind: 'states'; readonly states: string }
);

/** A wizard, the chart of its machine with the states that it is in, and what it has told so far. */
export function LiveMachine() {
  const [run, setRun] = useState(0);
  const [server, setServer] = useState<keyof typeof servers>('created');
  const [states, setStates] = useState<readonly string[]>([]);
  const [log, setLog] = useState<readonly Entry[]>([]);
  const chosen = useRef(server);
  useEffect(() => {
    chosen.current = server;
  }, [server]);

  const onEvent = useCallback((event: TokenWizardEmitted) => {
    setLog((entries) => [{ kind: 'event', event, position: entries.length }, ...entries]);
  }, []);
  const onStates = useCallback((next: string) => {
    setStates(next.split(' '));
    setLog((entries) => [{ kind: 'states', states: leavesOf(next.split(' ')), position: entries.length }, ...entries]);
  }, []);

  return (
    <div className="sb-unstyled page-block">
      <div className="machine">
        <div className="machine-wizard">
          <div className="machine-controls">
            <Field label="The server" hint="What comes of Create, from now on.">
              {(control) => (
                <Select
                  {...control}
                  aria-label="The server"
                  variant="native"
                  value={server}
                  onValueChange={(value) => isServer(value) && setServer(value)}
                  options={Object.entries(servers).map(([value, { label }]) => ({ value, label }))}
                />
              )}
            </Field>
          </div>
          <Root
            key={run}
            versions={versions}
            contacts={contacts}
            catalog={catalog}
            initialValues={answers}
            onCreate={(request, context) => servers[chosen.current].create(request, context)}
            onCheckOutcome={async () => ({ status: 'not-created' })}
            onEvent={onEvent}
          >
            <Steps />
            <Issues />
            <Heading />
            <Body />
            <Actions />
            <FollowStates onChange={onStates} />
          </Root>
          <button
            type="button"
            className="machine-restart"
            onClick={() => {
              setLog([]);
              setRun(run + 1);
            }}
          >
            Start again
          </button>
          <EventLog entries={log} />
        </div>
        <StateChart active={new Set(states)} />
      </div>
    </div>
  );
}

const selectStates = ({ value }: TokenWizardSnapshot) => activeStates(value).join(' ');

function FollowStates({ onChange }: { onChange: (states: string) => void }) {
  const states = useTokenWizardSelector(useTokenWizard(), selectStates);
  useEffect(() => onChange(states), [states, onChange]);
  return null;
}

/** Without the states that others of the list are inside of. */
function leavesOf(states: readonly string[]): string {
  return states.filter((id) => !states.some((other) => other.startsWith(`${id}.`))).join(' · ');
}

function EventLog({ entries }: { entries: readonly Entry[] }) {
  return (
    <section className="machine-log" aria-labelledby="machine-log-title">
      <h3 id="machine-log-title">Log</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard (WCAG 2.1.1). */}
      <ol tabIndex={0} aria-labelledby="machine-log-title">
        {entries.map((entry) => (
          <li key={entry.position} data-kind={entry.kind}>
            {entry.kind === 'event' ? <EventText event={entry.event} /> : `in ${entry.states}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventText({ event: { type, ...details } }: { event: TokenWizardEmitted }) {
  return (
    <>
      <b>{type}</b> {Object.keys(details).length > 0 && <code>{JSON.stringify(details)}</code>}
    </>
  );
}
