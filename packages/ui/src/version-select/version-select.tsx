'use client';

import type { ApiVersion } from '@tokenwright/core';
import { forwardRef } from 'react';
import { Field, type FieldProps } from '../field/field.js';
import { englishVersionSelect } from '../messages/english.js';
import type { Format } from '../messages/format.js';
import { type SelectVariant, useWords } from '../provider/tokenwright-provider.js';
import { Select } from '../select/select.js';
import type { SelectOption } from '../select/select-contract.js';
import { VersionWarning } from './version-warning.js';

const ownWords = { versionSelect: englishVersionSelect };

export interface VersionSelectProps
  extends Omit<FieldProps, 'label' | 'children' | 'describedBy' | 'defaultValue' | 'onChange'> {
  /** The versions to choose from, in the order shown. */
  versions: readonly ApiVersion[];
  /** The id of the chosen version; `''` for none. */
  value: string;
  onValueChange: (value: string) => void;
  /** @default 'API Version' */
  label?: string | undefined;
  /** @default 'Choose a version' */
  placeholder?: string | undefined;
  /** How the list is drawn. @default that of the provider */
  variant?: SelectVariant | undefined;
  /** @default false */
  disabled?: boolean | undefined;
}

/**
 * The version of the API that the token is for. The latest and the deprecated ones are marked.
 * Renders a `<div>` with a select.
 */
export const VersionSelect = forwardRef<HTMLDivElement, VersionSelectProps>(function VersionSelect(
  { versions, value, onValueChange, label, placeholder, variant, disabled, ...field },
  ref,
) {
  const { messages, format } = useWords(ownWords);
  const name = label ?? messages.versionSelect.label;
  const chosen = versions.find(({ id }) => id === value);
  return (
    <Field data-scope="version-select" {...field} label={name} ref={ref}>
      {(control) => (
        <>
          <Select
            {...control}
            options={versions.map((version) => versionOption(version, messages, format))}
            value={value}
            onValueChange={onValueChange}
            placeholder={placeholder ?? messages.versionSelect.placeholder}
            aria-label={name}
            variant={variant}
            disabled={disabled}
          />
          <VersionWarning version={chosen} />
        </>
      )}
    </Field>
  );
});

function versionOption(
  { id, label, status, sunsetAt }: ApiVersion,
  { versionSelect }: typeof ownWords,
  format: Format,
): SelectOption {
  switch (status) {
    case 'latest':
      return { value: id, label, marker: { label: versionSelect.latest, tone: 'accent' } };
    case 'supported':
      return { value: id, label };
    case 'deprecated':
      return {
        value: id,
        label,
        marker: { label: versionSelect.deprecated, tone: 'warning' },
        description: sunsetAt === undefined ? undefined : versionSelect.worksUntil({ date: sunsetAt }, format),
      };
  }
}
