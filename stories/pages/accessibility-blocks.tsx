import { useEffect, useState, useSyncExternalStore } from 'react';
import { controlStates } from '../../test/a11y/control-states.js';
import { exceptions } from '../../test/a11y/exceptions.js';
import { type SpecimenFile, specimenFiles } from './specimens.js';
import { checksOfEveryStory, wholeFlowTests } from './test-titles.js';
import './pages.css';
import './accessibility.css';

/** What is tested on every single state. */
export function ChecksOfEveryStory() {
  return <Titles titles={checksOfEveryStory} />;
}

/** What is tested beyond single states. */
export function WholeFlowTests() {
  return <Titles titles={wholeFlowTests} />;
}

function Titles({ titles }: { titles: readonly string[] }) {
  return (
    <div className="sb-unstyled page-block">
      <ul className="check-list">
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is told apart by more than its colours, in forced colours of a light and of a dark theme. */
export function ForcedColorStates() {
  return (
    <Titles
      titles={controlStates.map(([control, looks]) => `${control}: ${looks.map(({ state }) => state).join(', ')}`)}
    />
  );
}

/** Every component with all its states, and what was done to them. */
export function StatusTable() {
  const files = useSpecimenFiles();
  return (
    <div className="sb-unstyled page-block">
      <table className="status-table">
        <thead>
          <tr>
            <th scope="col">Component and states</th>
            <th scope="col">Checks of every state</th>
            <th scope="col">Screen reader</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ title, specimens }) => (
            <tr key={title}>
              <th scope="row">
                <b>{title.split('/').join(' › ')}</b>
                <ul className="status-states">
                  {specimens.map(({ id, name, isPlayed }) => (
                    <li key={id}>
                      <a href={`./?path=/story/${id}`} target="_top">
                        {name}
                      </a>
                      {isPlayed && <span className="status-played">played</span>}
                    </li>
                  ))}
                </ul>
              </th>
              <td>
                {checksOfEveryStory.length} checks on each of {specimens.length}{' '}
                {specimens.length === 1 ? 'state' : 'states'}
              </td>
              <td>Not tested</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useSpecimenFiles(): readonly SpecimenFile[] {
  const [files, setFiles] = useState<readonly SpecimenFile[]>([]);
  useEffect(() => {
    void Promise.all(specimenFiles.map((load) => load())).then(setFiles);
  }, []);
  return [...files].sort((a, b) => a.title.localeCompare(b.title));
}

/** Where a rule is overruled, for which elements, and why. */
export function RuleExceptions() {
  return (
    <div className="sb-unstyled page-block">
      <ul className="check-list">
        {exceptions.map(({ checker, rule, selector, because }) => (
          <li key={`${rule} ${selector}`}>
            {checker}: <code>{rule}</code> on <code>{selector}</code>. {because}
          </li>
        ))}
      </ul>
    </div>
  );
}

const preferences = [
  { query: '(forced-colors: active)', name: 'Forced colours' },
  { query: '(prefers-contrast: more)', name: 'More contrast' },
  { query: '(prefers-reduced-motion: reduce)', name: 'Reduced motion' },
] as const;

/** What the user's system asks of this page now. */
export function UserPreferences() {
  return (
    <div className="sb-unstyled page-block">
      <dl className="preferences">
        {preferences.map(({ query, name }) => (
          <Preference key={query} query={query} name={name} />
        ))}
      </dl>
    </div>
  );
}

function Preference({ query, name }: { query: string; name: string }) {
  const isOn = useMedia(query);
  return (
    <div data-on={isOn ? '' : undefined}>
      <dt>
        {name} <code>{query}</code>
      </dt>
      <dd>{isOn ? 'on now' : 'off now'}</dd>
    </div>
  );
}

function useMedia(query: string): boolean {
  const [media] = useState(() => matchMedia(query));
  return useSyncExternalStore(
    (onChange) => {
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    () => media.matches,
  );
}
