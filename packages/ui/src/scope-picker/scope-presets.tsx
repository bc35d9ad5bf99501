'use client';

import type { ScopePreset } from '@tokenwright/core';
import { memo, useId } from 'react';
import { Button } from '../button/button.js';
import { drawIcon } from '../icon/icon.js';
import { useWords } from '../provider/tokenwright-provider.js';
import type { CatalogLookUp } from './catalog-look-up.js';
import { ownWords, part } from './scope-picker-contract.js';

interface ScopePresetsProps {
  presets: readonly ScopePreset[];
  lookUp: CatalogLookUp;
  onApply: (preset: ScopePreset) => void;
  disabled: boolean;
}

/** Ready choices to start from. Those of which this version has no scope are left out: they could only clear. */
export const ScopePresets = memo(function ScopePresets({ presets, lookUp, onApply, disabled }: ScopePresetsProps) {
  const { messages } = useWords(ownWords);
  const offered = presets.filter(({ scopes }) => scopes.some((id) => lookUp.scope(id)));
  if (offered.length === 0) return null;
  return (
    <fieldset {...part('presets')}>
      <legend {...part('presets-label')}>{messages.scopePicker.presets}</legend>
      <ul {...part('preset-list')}>
        {offered.map((preset) => (
          <Preset
            key={preset.id}
            preset={preset}
            isSensitive={preset.scopes.some((id) => lookUp.scope(id)?.sensitive)}
            onApply={onApply}
            disabled={disabled}
          />
        ))}
      </ul>
    </fieldset>
  );
});

interface PresetProps extends Pick<ScopePresetsProps, 'onApply' | 'disabled'> {
  preset: ScopePreset;
  isSensitive: boolean;
}

function Preset({ preset, isSensitive, onApply, disabled }: PresetProps) {
  const { messages } = useWords(ownWords);
  const id = useId();
  return (
    <li {...part('preset')}>
      <Button
        {...part('preset-apply')}
        variant="ghost"
        aria-describedby={`${id}details`}
        disabled={disabled}
        onClick={() => onApply(preset)}
      >
        <bdi>{preset.label}</bdi>
      </Button>
      <div {...part('preset-details')} id={`${id}details`}>
        {preset.description && (
          <p {...part('preset-description')}>
            <bdi>{preset.description}</bdi>
          </p>
        )}
        {isSensitive && (
          <p {...part('preset-sensitive')}>
            {drawIcon('shield')}
            <span>{messages.scopePicker.presetSensitive}</span>
          </p>
        )}
      </div>
    </li>
  );
}
