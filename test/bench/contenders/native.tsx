import type { Scope, ScopeCatalog, ScopeCategory } from '@tokenwright/core';
import { type FormEvent, memo, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import type { ContenderProps } from '../contender.js';
import './baseline.css';
import { accessNames, categoryText, countFound, matchesText, search, totalText } from './words.js';

/**
 * Uncontrolled inputs in a `<form>`: the browser keeps the answers, one listener writes the counts into the document, and
 * React draws nothing again. About the limit for React, and no more than that: no required scopes, no undo, no messages.
 */
export function Native({ catalog, step, everythingChecked }: ContenderProps) {
  return (
    <form>
      {step === 'setup' ? <SetupStep /> : <ScopesStep catalog={catalog} everythingChecked={everythingChecked} />}
    </form>
  );
}

function SetupStep() {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>Token Name</label>
      <input id={id} name="name" required maxLength={64} defaultValue="Nightly export" />
      <select name="version" aria-label="API Version">
        <option value="16">Version 16</option>
      </select>
    </>
  );
}

function ScopesStep({ catalog, everythingChecked }: Omit<ContenderProps, 'step'>) {
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query);
  const found = useMemo(() => search(catalog, searched), [catalog, searched]);
  const total = useRef<HTMLParagraphElement>(null);
  const categories = useRef<HTMLDivElement>(null);
  const granted = useRef(everythingChecked ? countScopes(catalog) : 0);

  const update = (category: HTMLElement) => {
    granted.current -= Number(category.dataset.granted);
    show(category);
    granted.current += Number(category.dataset.granted);
  };
  const showTotal = () => {
    if (total.current) total.current.textContent = totalText(granted.current);
  };

  const handleChange = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement)) return;
    const category = target.closest<HTMLElement>('[data-part="category"]');
    if (!category) return;
    if (target.dataset.part === 'select-all') for (const box of boxesIn(category)) box.checked = target.checked;
    update(category);
    showTotal();
  };

  const handleClear = () => {
    for (const category of categories.current?.querySelectorAll<HTMLElement>('[data-part="category"]') ?? []) {
      for (const input of category.querySelectorAll('input')) input.checked = false;
      update(category);
    }
    showTotal();
  };

  return (
    <div onChange={handleChange}>
      <p data-part="total" ref={total}>
        {totalText(everythingChecked ? countScopes(catalog) : 0)}
      </p>
      <button type="button" onClick={handleClear}>
        Clear All
      </button>
      <input
        type="search"
        aria-label="Search scopes"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found && <p data-part="matches">{matchesText(countFound(found))}</p>}
      <div data-part="categories" ref={categories}>
        {catalog.categories.map((category) => (
          <Category
            key={category.id}
            category={category}
            everythingChecked={everythingChecked}
            found={found ? (found.get(category) ?? nothing) : null}
          />
        ))}
      </div>
    </div>
  );
}

const nothing: ReadonlySet<Scope> = new Set();

interface CategoryProps {
  category: ScopeCategory;
  everythingChecked: boolean;
  found: ReadonlySet<Scope> | null;
}

/** What a search does not find is hidden and stays, because the browser holds what is checked. */
const Category = memo(function Category({ category, everythingChecked, found }: CategoryProps) {
  const id = useId();
  const { label, scopes } = category;
  const checked = everythingChecked ? scopes.length : 0;
  return (
    <div data-part="category" data-granted={checked} hidden={found?.size === 0}>
      <div data-part="header">
        <h3>
          <label htmlFor={id}>{label}</label>
        </h3>
        <p data-part="count">{categoryText(checked, scopes.length)}</p>
        {/* biome-ignore lint/a11y/useAriaPropsForRole: a native check box tells its state by itself */}
        <input type="checkbox" role="switch" id={id} defaultChecked />
      </div>
      <fieldset>
        <legend>{label}</legend>
        <div hidden={found !== null}>
          <input type="checkbox" data-part="select-all" id={`${id}all`} defaultChecked={everythingChecked} />
          <label htmlFor={`${id}all`}>Select all</label>
        </div>
        <ul>
          {scopes.map((scope) => (
            <Row
              key={scope.id}
              scope={scope}
              checked={everythingChecked}
              hidden={found !== null && !found.has(scope)}
            />
          ))}
        </ul>
      </fieldset>
    </div>
  );
});

const Row = memo(function Row({ scope, checked, hidden }: { scope: Scope; checked: boolean; hidden: boolean }) {
  const id = useId();
  return (
    <li data-part="row" hidden={hidden}>
      <input type="checkbox" id={id} name={scope.id} defaultChecked={checked} aria-describedby={`${id}details`} />
      <div>
        <label htmlFor={id}>{scope.label}</label>
        <div id={`${id}details`}>
          {scope.access && <span data-part="badge">{accessNames[scope.access]}</span>}
          <p>{scope.description}</p>
        </div>
      </div>
    </li>
  );
});

function countScopes({ categories }: ScopeCatalog): number {
  return categories.reduce((sum, { scopes }) => sum + scopes.length, 0);
}

function boxesIn(category: Element): NodeListOf<HTMLInputElement> {
  return category.querySelectorAll('[data-part="row"] input');
}

/** Shows what the inputs of a category say, and notes how many scopes they grant. */
function show(category: HTMLElement): void {
  const isOn = category.querySelector<HTMLInputElement>('[role="switch"]')?.checked ?? false;
  const list = category.querySelector('fieldset');
  if (list) list.hidden = !isOn;
  const boxes = boxesIn(category);
  const checked = [...boxes].filter((box) => box.checked).length;
  const all = category.querySelector<HTMLInputElement>('[data-part="select-all"]');
  if (all) {
    all.checked = checked === boxes.length;
    all.indeterminate = checked > 0 && checked < boxes.length;
  }
  category.dataset.granted = String(isOn ? checked : 0);
  const count = category.querySelector('[data-part="count"]');
  if (count) count.textContent = categoryText(checked, boxes.length);
}
