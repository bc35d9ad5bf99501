import * as Checkbox from '@radix-ui/react-checkbox';
import * as Select from '@radix-ui/react-select';
import * as Switch from '@radix-ui/react-switch';
import type { Scope, ScopeCatalog, ScopeCategory } from '@tokenwright/core';
import { memo, useDeferredValue, useId, useMemo, useState } from 'react';
import { Controller, FormProvider, useController, useForm, useFormContext, useWatch } from 'react-hook-form';
import type { ContenderProps } from '../contender.js';
import './baseline.css';
import { accessNames, categoryText, countFound, matchesText, search, totalText } from './words.js';

/** Positions are those of the catalog. */
interface Answers {
  name: string;
  version: string;
  enabled: boolean[];
  checked: boolean[][];
}

/**
 * React Hook Form and Radix in a `<form>`, one field per scope: rows and categories are memoised, each field subscribes to
 * itself alone, counts are watched with `compute` so that they are drawn again only when they change.
 */
export function RhfRadix({ catalog, step, everythingChecked }: ContenderProps) {
  const form = useForm<Answers>({
    defaultValues: {
      name: 'Nightly export',
      version: '16',
      enabled: catalog.categories.map(() => true),
      checked: catalog.categories.map(({ scopes }) => scopes.map(() => everythingChecked)),
    },
  });
  return (
    <FormProvider {...form}>
      <form onSubmit={form.handleSubmit(() => {})}>
        {step === 'setup' ? <SetupStep /> : <ScopesStep catalog={catalog} />}
      </form>
    </FormProvider>
  );
}

function SetupStep() {
  const { register, control } = useFormContext<Answers>();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>Token Name</label>
      <input id={id} {...register('name', { required: true, maxLength: 64 })} />
      <Controller
        name="version"
        control={control}
        render={({ field }) => (
          <Select.Root value={field.value} onValueChange={field.onChange}>
            <Select.Trigger aria-label="API Version">
              <Select.Value />
            </Select.Trigger>
            <Select.Portal>
              <Select.Content>
                <Select.Viewport>
                  <Select.Item value="16">
                    <Select.ItemText>Version 16</Select.ItemText>
                  </Select.Item>
                </Select.Viewport>
              </Select.Content>
            </Select.Portal>
          </Select.Root>
        )}
      />
    </>
  );
}

function ScopesStep({ catalog }: { catalog: ScopeCatalog }) {
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query);
  const found = useMemo(() => search(catalog, searched), [catalog, searched]);
  return (
    <>
      <Total />
      <ClearAll catalog={catalog} />
      <input
        type="search"
        aria-label="Search scopes"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found && <p data-part="matches">{matchesText(countFound(found))}</p>}
      <div data-part="categories">
        {catalog.categories.map((category, position) =>
          found && !found.has(category) ? null : (
            <Category key={category.id} category={category} position={position} found={found?.get(category)} />
          ),
        )}
      </div>
    </>
  );
}

function Total() {
  const { control } = useFormContext<Answers>();
  const total = useWatch({
    control,
    compute: ({ enabled, checked }) =>
      checked.reduce((sum, scopes, position) => sum + (enabled[position] ? count(scopes) : 0), 0),
  });
  return <p data-part="total">{totalText(total)}</p>;
}

function ClearAll({ catalog }: { catalog: ScopeCatalog }) {
  const { setValue } = useFormContext<Answers>();
  const handleClick = () => {
    setValue(
      'enabled',
      catalog.categories.map(() => false),
    );
    setValue(
      'checked',
      catalog.categories.map(({ scopes }) => scopes.map(() => false)),
    );
  };
  return (
    <button type="button" onClick={handleClick}>
      Clear All
    </button>
  );
}

interface CategoryProps {
  category: ScopeCategory;
  position: number;
  found: ReadonlySet<Scope> | undefined;
}

const Category = memo(function Category({ category, position, found }: CategoryProps) {
  const { control } = useFormContext<Answers>();
  const { field } = useController({ control, name: `enabled.${position}` });
  const id = useId();
  return (
    <div data-part="category">
      <div data-part="header">
        <h3>
          <label htmlFor={id}>{category.label}</label>
        </h3>
        <CategoryCount category={category} position={position} />
        <Switch.Root id={id} checked={field.value} onCheckedChange={field.onChange}>
          <Switch.Thumb />
        </Switch.Root>
      </div>
      {(field.value || found) && (
        <fieldset>
          <legend>{category.label}</legend>
          {!found && <SelectAll category={category} position={position} />}
          <ul>
            {category.scopes.map((scope, index) =>
              found && !found.has(scope) ? null : (
                <Row key={scope.id} scope={scope} category={position} position={index} />
              ),
            )}
          </ul>
        </fieldset>
      )}
    </div>
  );
});

function CategoryCount({ category, position }: Pick<CategoryProps, 'category' | 'position'>) {
  const { control } = useFormContext<Answers>();
  const checked = useWatch({ control, name: `checked.${position}`, compute: count });
  return <p>{categoryText(checked, category.scopes.length)}</p>;
}

function SelectAll({ category, position }: Pick<CategoryProps, 'category' | 'position'>) {
  const { control, setValue } = useFormContext<Answers>();
  const id = useId();
  const state = useWatch({
    control,
    name: `checked.${position}`,
    compute: (scopes: boolean[]) => (scopes.every(Boolean) ? true : scopes.some(Boolean) ? 'indeterminate' : false),
  });
  const handleChange = () =>
    setValue(
      `checked.${position}`,
      category.scopes.map(() => state !== true),
    );
  return (
    <div>
      <Checkbox.Root id={id} checked={state} onCheckedChange={handleChange}>
        <Checkbox.Indicator />
      </Checkbox.Root>
      <label htmlFor={id}>Select all</label>
    </div>
  );
}

const Row = memo(function Row({ scope, category, position }: { scope: Scope; category: number; position: number }) {
  const { control } = useFormContext<Answers>();
  const { field } = useController({ control, name: `checked.${category}.${position}` });
  const id = useId();
  return (
    <li data-part="row">
      <Checkbox.Root
        id={id}
        ref={field.ref}
        name={field.name}
        checked={field.value}
        onCheckedChange={field.onChange}
        onBlur={field.onBlur}
        aria-describedby={`${id}details`}
      >
        <Checkbox.Indicator />
      </Checkbox.Root>
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

function count(checked: boolean[]): number {
  return checked.filter(Boolean).length;
}
