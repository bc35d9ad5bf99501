import {
  changeScopes,
  findCall,
  neededBy,
  noScopes,
  ScopePicker,
  type ScopePickerProps,
  type ScopesState,
} from '@tokenwright/react';
import { useState } from 'react';

/** The picker with an owner that goes by the wizard's own rules, which bring about what was not asked for, and say so. */
export function OwnedScopePicker({ catalog, value, onValueChange, ...props }: ScopePickerProps) {
  const [state, setState] = useState<ScopesState>({ ...noScopes, selection: value });
  return (
    <ScopePicker
      {...props}
      catalog={catalog}
      value={state.selection}
      notices={state.notices}
      canUndo={state.undo !== null}
      findCall={(text) => findCall(catalog, state.selection, text)}
      neededBy={neededBy(catalog, state.selection)}
      onValueChange={(change) => {
        setState((current) => changeScopes(catalog, current, change));
        onValueChange(change);
      }}
    />
  );
}
