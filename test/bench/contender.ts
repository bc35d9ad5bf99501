import type { ScopeCatalog } from '@tokenwright/core';
import type { ComponentType } from 'react';

export interface ContenderProps {
  catalog: ScopeCatalog;
  /** Which step is shown; the answers of both are there. */
  step: 'setup' | 'scopes';
  /** Every category is on; this says whether every scope is checked as well, or none. */
  everythingChecked: boolean;
}

/**
 * A wizard that is measured: its setup step has a Token Name, its scope step all scopes of the catalog. What is
 * measured is found by `data-part`, in every contender the same: `row`, `matches`, `total`, `categories`.
 */
export type Contender = ComponentType<ContenderProps>;
