'use client';

import * as Radix from '@radix-ui/react-select';
import { setNonce } from 'get-nonce';
import { type KeyboardEvent, useInsertionEffect, useRef, useState } from 'react';
import { Badge } from '../badge/badge.js';
import { drawIcon } from '../icon/icon.js';
import { useEscapeKey, useTopLayer } from '../overlay/overlay.js';
import { useSurroundings } from '../provider/tokenwright-provider.js';
import { part, type SelectControlProps, type SelectOption } from './select-contract.js';

/** A list that we draw. It exists only while it is open, so that a closed one costs nothing and changes nothing by itself. */
export function RadixSelect({ options, value, onValueChange, placeholder, disabled, ...control }: SelectControlProps) {
  const { dir } = useSurroundings();
  const [open, setOpen] = useState(false);
  const { 'aria-label': label, ...props } = control;
  const chosen = options.find((option) => option.value === value);
  const handleKeyDown = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
    // As the ARIA practices have it for a select-only combobox: a printable character opens the list.
    if (key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey) setOpen(true);
  };
  return (
    // The provider alone: Radix' root would add a hidden <select> to a form of the host's.
    <Radix.unstable_Provider
      open={open}
      onOpenChange={setOpen}
      value={chosen ? value : ''}
      onValueChange={onValueChange}
      disabled={disabled}
      {...(dir && { dir })}
    >
      <Radix.Trigger
        {...part('trigger')}
        data-control=""
        data-variant="radix"
        {...props}
        // Radix would write "ltr" where nobody gave a direction, also on a right-to-left page.
        dir={dir}
        form=""
        onKeyDown={handleKeyDown}
      >
        {/* Not Radix' Value: that one is empty until the options are mounted, so always on the server. */}
        <span {...part('value')}>{chosen ? <MarkedLabel option={chosen} /> : placeholder}</span>
      </Radix.Trigger>
      {open && <List options={options} label={label} onClose={() => setOpen(false)} />}
    </Radix.unstable_Provider>
  );
}

/** By its key, another label is another element: page translators replace the texts inside, so React must not touch them. */
function MarkedLabel({ option: { label, marker } }: { option: SelectOption }) {
  return (
    <span key={`${label} ${marker?.label ?? ''}`}>
      <bdi>{label}</bdi>
      {marker && (
        <>
          {' '}
          <Badge tone={marker.tone}>{marker.label}</Badge>
        </>
      )}
    </span>
  );
}

interface ListProps {
  options: readonly SelectOption[];
  label: string;
  onClose: () => void;
}

function List({ options, label, onClose }: ListProps) {
  const { dir, nonce, portalContainer } = useSurroundings();
  const layer = useRef<HTMLDivElement>(null);
  useTopLayer(layer);
  // A dialog may come with another copy of Radix, which would not know that this list is open.
  useEscapeKey(layer, true, onClose);
  // Radix' scroll lock adds a style element as well, in a later effect, and looks for the nonce there alone.
  useInsertionEffect(() => {
    if (nonce !== undefined) setNonce(nonce);
  }, [nonce]);
  const list = (
    <div {...part('layer')} data-tokenwright="" ref={layer}>
      <Radix.Content
        {...part('content')}
        data-tokenwright=""
        position="popper"
        sideOffset={4}
        aria-label={label}
        // Without a direction of its own it takes that of where it stands.
        dir={dir}
      >
        <Radix.Viewport {...part('viewport')} nonce={nonce}>
          {options.map((option, position) => (
            <Radix.Item
              {...part('item')}
              key={option.value}
              value={option.value}
              textValue={option.label}
              aria-posinset={position + 1}
              aria-setsize={options.length}
            >
              <Radix.ItemText {...part('item-text')}>
                <span {...part('item-label')}>
                  <MarkedLabel option={option} />
                  {option.description && <span> </span>}
                </span>
                {option.description && <bdi {...part('item-description')}>{option.description}</bdi>}
              </Radix.ItemText>
              <Radix.ItemIndicator {...part('item-indicator')}>{drawIcon('check')}</Radix.ItemIndicator>
            </Radix.Item>
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </div>
  );
  return portalContainer ? <Radix.Portal container={portalContainer}>{list}</Radix.Portal> : list;
}
