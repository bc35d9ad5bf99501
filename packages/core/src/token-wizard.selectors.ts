import type { SnapshotFrom } from 'xstate';
import type { TokenRequest } from './request.js';
import type { SourceName } from './source-error.js';
import { type Step, steps } from './token-wizard.context.js';
import type { tokenWizardMachine } from './token-wizard.machine.js';
import { reachableStep, requestOf } from './token-wizard.steps.js';

export type TokenWizardSnapshot = SnapshotFrom<typeof tokenWizardMachine>;

/** What the wizard shows: one of the steps, or what became of the token. */
export type WizardView =
  | 'preparing'
  | Step
  | 'confirmingCancel'
  | 'confirmingStartOver'
  | 'creating'
  | 'unknownOutcome'
  | 'rateLimited'
  | 'sessionExpired'
  | 'created'
  | 'createdWithoutSecret'
  | 'finished'
  | 'cancelled';

export type SourceStatus = 'loading' | 'ready' | 'failed';

/** Where a step stands for the step indicator. */
export interface StepStatus {
  readonly id: Step;
  readonly state: 'complete' | 'current' | 'upcoming';
  /** Whether the user may go there now. */
  readonly available: boolean;
}

export function selectView({ value, context }: TokenWizardSnapshot): WizardView {
  const { flow } = value;
  if (typeof flow === 'string') return flow === 'judging' ? 'creating' : flow;
  if ('editing' in flow) return context.destination;
  if ('sending' in flow) return 'creating';
  if ('unknownOutcome' in flow) return 'unknownOutcome';
  if ('rateLimited' in flow) return 'rateLimited';
  if ('sessionExpired' in flow) return 'sessionExpired';
  return 'created';
}

export function selectStepStatuses(snapshot: TokenWizardSnapshot): readonly StepStatus[] {
  const { context } = snapshot;
  const isEditing = snapshot.hasTag('editing');
  const furthest = steps.indexOf(reachableStep(context, 'create'));
  return steps.map((id, position) =>
    id === context.destination
      ? { id, state: 'current', available: false }
      : {
          id,
          state: position < furthest ? 'complete' : 'upcoming',
          available: isEditing && position <= furthest,
        },
  );
}

export function selectSourceStatus({ value }: TokenWizardSnapshot, source: SourceName): SourceStatus {
  const state = value[source];
  return state === 'ready' || state === 'failed' ? state : 'loading';
}

/**
 * What would be lost if the page were left now: a secret that is shown and not known to be stored, the answer to a request
 * that was sent, or what the user entered.
 */
export type LeaveRisk = 'secret' | 'outcome' | 'answers';

/** What would be lost if the page were left now; null when nothing would. */
export function selectLeaveRisk(snapshot: TokenWizardSnapshot): LeaveRisk | null {
  const { context } = snapshot;
  const view = selectView(snapshot);
  switch (view) {
    case 'created':
      return snapshot.matches({ flow: { created: 'stored' } }) ? null : 'secret';
    case 'createdWithoutSecret':
    case 'finished':
    case 'cancelled':
      return null;
    case 'creating':
      return 'outcome';
    default:
      if (context.uncertain) return 'outcome';
      // What a draft keeps is not lost.
      return context.edited && (context.draft === 'off' || context.draft === 'unsaved') ? 'answers' : null;
  }
}

export function selectRequest({ context }: TokenWizardSnapshot): TokenRequest {
  return requestOf(context);
}
