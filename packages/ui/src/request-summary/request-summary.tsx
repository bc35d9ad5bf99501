'use client';

import { Children, type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { Heading, type HeadingLevel } from '../heading/heading.js';
import { englishRequestSummary } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js';

const ownWords = { requestSummary: englishRequestSummary };

const part = anatomy('request-summary');

export interface RequestSummaryRow {
  id: string;
  /** The question. */
  term: string;
  /** The answer. Nothing, an empty text and an empty list show as "Not provided"; a list shows one line each. */
  value: ReactNode;
  /** Leads to where the answer is given. `label` says what it changes, for example "Change token name". @default no link */
  change?: { label: string; onSelect: () => void } | undefined;
}

export interface RequestSummarySection {
  id: string;
  title: string;
  rows: readonly RequestSummaryRow[];
}

export interface RequestSummaryProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  sections: readonly RequestSummarySection[];
  /** The rank of the sections' titles on the page. @default 3 */
  headingLevel?: HeadingLevel | undefined;
}

/**
 * Everything the user answered, to be checked before it is sent.
 * Renders a `<div>` with a `<dl>` for each section.
 */
export const RequestSummary = forwardRef<HTMLDivElement, RequestSummaryProps>(function RequestSummary(
  { sections, headingLevel = 3, ...rest },
  ref,
) {
  return (
    <div {...part('root')} {...rest} ref={ref}>
      {sections.map((section) => (
        <div {...part('section')} key={section.id}>
          <Heading {...part('title')} level={headingLevel}>
            {section.title}
          </Heading>
          <dl {...part('list')}>
            {section.rows.map((row) => (
              <SummaryRow row={row} key={row.id} />
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
});

function SummaryRow({ row: { term, value, change } }: { row: RequestSummaryRow }) {
  const { messages } = useWords(ownWords);
  const { change: changeText, notProvided } = messages.requestSummary;
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const state = isEmpty ? 'empty' : 'answered';
  return (
    <div {...part('row')} data-state={state}>
      <dt {...part('term')}>{term}</dt>
      <dd {...part('value')} data-state={state}>
        {isEmpty ? notProvided : <Answer value={value} />}
      </dd>
      {change && (
        <dd {...part('actions')}>
          <button {...part('change')} type="button" onClick={change.onSelect}>
            {/* What is seen has to stand in the name (WCAG 2.5.3), and the name says what it changes. */}
            <span aria-hidden="true">{changeText}</span>
            <VisuallyHidden>{change.label}</VisuallyHidden>
          </button>
        </dd>
      )}
    </div>
  );
}

function Answer({ value }: { value: ReactNode }) {
  if (typeof value === 'string' || typeof value === 'number') return <bdi>{value}</bdi>;
  if (!Array.isArray(value)) return value;
  return (
    <ul {...part('lines')}>
      {Children.map<ReactNode, ReactNode>(value, (line) => (
        <li {...part('line')}>
          <Answer value={line} />
        </li>
      ))}
    </ul>
  );
}
