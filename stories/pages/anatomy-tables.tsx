import { useCallback, useEffect, useRef, useState } from 'react';
import {
  contractAttributes,
  type ObservedAnatomy,
  type ObservedPart,
  type ObservedParts,
  observe,
  partCounts,
} from './observed-anatomy.js';
import { type Specimen, specimenFiles } from './specimens.js';
import './pages.css';
import './anatomy.css';

interface Best {
  readonly specimen: Specimen;
  readonly count: number;
  /** In characters. */
  readonly length: number;
}

/**
 * The parts of every component, seen by rendering all stories once where nobody sees them. Below that each component is
 * shown in the story that has most of its parts in fewest words, and what turns up there while somebody plays with it is added.
 */
export function AnatomyTables() {
  const [contract] = useState(contractAttributes);
  const [anatomy, setAnatomy] = useState<ObservedAnatomy>(new Map());
  const [best, setBest] = useState<ReadonlyMap<string, Best>>(new Map());
  const [file, setFile] = useState(0);
  const [specimens, setSpecimens] = useState<readonly Specimen[]>([]);
  const isDone = file >= specimenFiles.length;

  useEffect(() => {
    let isCurrent = true;
    void specimenFiles[file]?.().then((loaded) => isCurrent && setSpecimens(loaded.specimens));
    return () => {
      isCurrent = false;
    };
  }, [file]);

  const see = useCallback((root: ParentNode) => setAnatomy((seen) => observe(seen, root, contract)), [contract]);
  const seeStory = useCallback((specimen: Specimen, root: ParentNode) => {
    const counts = partCounts(root);
    const length = root.textContent?.length ?? 0;
    setBest((known) => {
      const better = [...counts].filter(([scope, count]) => {
        const rival = known.get(scope);
        return !rival || count > rival.count || (count === rival.count && length < rival.length);
      });
      return new Map([...known, ...better.map(([scope, count]) => [scope, { specimen, count, length }] as const)]);
    });
  }, []);
  const goOn = useCallback(() => {
    setSpecimens([]);
    setFile((current) => current + 1);
  }, []);

  return (
    <div className="sb-unstyled page-block">
      {!isDone && (
        <p className="page-muted">
          Reading the stories of file {file + 1} of {specimenFiles.length}…
        </p>
      )}
      {specimens.length > 0 && <Unseen specimens={specimens} onSee={see} onSeeStory={seeStory} onDone={goOn} />}
      {isDone &&
        [...anatomy]
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([scope, parts]) => (
            <Component key={scope} scope={scope} parts={parts} specimen={best.get(scope)?.specimen} onSee={see} />
          ))}
    </div>
  );
}

interface UnseenProps {
  specimens: readonly Specimen[];
  onSee: (root: ParentNode) => void;
  onSeeStory: (specimen: Specimen, root: ParentNode) => void;
  onDone: () => void;
}

/** Stories that are rendered, read and taken away. Inert, so that none takes the focus or speaks. */
function Unseen({ specimens, onSee, onSeeStory, onDone }: UnseenProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Two frames on, what loads at once is there.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (root.current) onSee(root.current);
        for (const [position, specimen] of specimens.entries()) {
          const story = root.current?.children[position];
          if (story) onSeeStory(specimen, story);
        }
        onDone();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [specimens, onSee, onSeeStory, onDone]);
  return (
    <div className="anatomy-unseen" inert aria-hidden="true" ref={root}>
      {specimens.map(({ id, Story }) => (
        <div key={id}>
          <Story />
        </div>
      ))}
    </div>
  );
}

interface ComponentProps {
  scope: string;
  parts: ObservedParts;
  specimen: Specimen | undefined;
  onSee: (root: ParentNode) => void;
}

function Component({ scope, parts, specimen, onSee }: ComponentProps) {
  const [lit, setLit] = useState<string>();
  const [shown, setShown] = useState<HTMLDivElement | null>(null);

  useEffect(() => {
    if (!shown) return;
    const observer = new MutationObserver(() => onSee(shown));
    observer.observe(shown, { subtree: true, childList: true, attributes: true });
    return () => observer.disconnect();
  }, [shown, onSee]);

  useEffect(() => {
    if (!shown || lit === undefined) return;
    const elements = shown.querySelectorAll(`[data-scope="${scope}"][data-part="${lit}"]`);
    for (const element of elements) element.setAttribute('data-anatomy-lit', '');
    elements[0]?.scrollIntoView({ block: 'nearest' });
    return () => {
      for (const element of elements) element.removeAttribute('data-anatomy-lit');
    };
  }, [shown, lit, scope]);

  return (
    <section className="anatomy" aria-labelledby={`anatomy-${scope}`}>
      <h3 id={`anatomy-${scope}`}>
        <code>{scope}</code>
      </h3>
      <div className="anatomy-sides">
        <div className="anatomy-specimen" ref={setShown}>
          {specimen && <specimen.Story />}
        </div>
        <table className="anatomy-table">
          <thead>
            <tr>
              <th scope="col">data-part</th>
              <th scope="col">Element</th>
              <th scope="col">Attributes and their values</th>
            </tr>
          </thead>
          <tbody>
            {[...parts.values()].map((part) => (
              <PartRow
                key={part.name}
                part={part}
                isLit={lit === part.name}
                onLight={(isOn) => setLit(isOn ? part.name : undefined)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const mostValues = 12;

interface PartRowProps {
  part: ObservedPart;
  isLit: boolean;
  onLight: (isLit: boolean) => void;
}

function PartRow({ part: { name, tags, attributes }, isLit, onLight }: PartRowProps) {
  return (
    <tr>
      <th scope="row">
        <button type="button" className="anatomy-part" aria-pressed={isLit} onClick={() => onLight(!isLit)}>
          {name}
        </button>
      </th>
      <td>{[...tags].map((tag) => `<${tag}>`).join(' ')}</td>
      <td>
        {[...attributes].map(([attribute, values]) => (
          <div key={attribute}>
            <code>{attribute}</code> {valuesText(values)}
          </div>
        ))}
      </td>
    </tr>
  );
}

function valuesText(values: ReadonlySet<string>): string {
  const words = [...values].filter((value) => value !== '').sort();
  if (words.length === 0) return 'there or not';
  return words.length > mostValues ? `${words.slice(0, mostValues).join(', ')}, …` : words.join(', ');
}
