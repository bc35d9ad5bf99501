import { useState } from 'react';

/**
 * The value of a controlled component, as its owner would keep it: it follows what the user does and tells the Actions
 * panel. Setting the control in the Controls panel starts anew from there.
 */
export function useStoryValue<Value, Change extends Value>(
  arg: Value,
  onChange: (value: Change) => void,
): [Value, (value: Change) => void] {
  const [state, setState] = useState({ arg, value: arg });
  const value = Object.is(state.arg, arg) ? state.value : arg;
  return [
    value,
    (next) => {
      setState({ arg, value: next });
      onChange(next);
    },
  ];
}
