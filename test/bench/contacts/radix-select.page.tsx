import * as Select from '@radix-ui/react-select';
import { useState } from 'react';
import '../contenders/baseline.css';
import { nameOf, offerPicker } from '../page/picker-page.js';

const positions = Array.from({ length: 1000 }, (_, position) => position);

offerPicker(function RadixSelect() {
  const [value, setValue] = useState('');
  return (
    <Select.Root value={value} onValueChange={setValue}>
      <Select.Trigger aria-label="Primary Contact">
        <Select.Value placeholder="Choose a contact" />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content>
          <Select.Viewport>
            {positions.map((position) => (
              <Select.Item key={position} value={String(position)}>
                <Select.ItemText>{nameOf(position)}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
});
