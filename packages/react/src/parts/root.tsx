'use client';

import type { ScopePreset } from '@tokenwright/core';
import {
  AnnouncerProvider,
  type ContactSearch,
  type HeadingLevel,
  TokenwrightProvider,
  type TokenwrightProviderProps,
  useTokenwright,
} from '@tokenwright/ui';
import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  forwardRef,
  type ReactNode,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { makeContactSearch, makeUsageExample } from '../host-callbacks.js';
import { assertCallback, assertPresets, type CreateTokenWizardOptions, readPresets } from '../options.js';
import { TokenWizardContext } from '../token-wizard-handle.js';
import { isOtherAccount, useTokenWizardHandle } from '../use-create-token-wizard.js';
import { useEarlyAnswers } from '../use-early-answers.js';
import { useLeaveGuardWhereShown } from '../use-leave-risk.js';
import { Guard } from './guard.js';
import { part } from './part.js';
import {
  joinClassNames,
  PresentationContext,
  type UsageExample,
  usePresentation,
  type WizardClassNames,
} from './presentation.js';
import { useFocus } from './use-focus.js';
import { useWizardView } from './use-wizard.js';

type ProviderProps = Pick<
  TokenwrightProviderProps,
  'messages' | 'dir' | 'locale' | 'portalContainer' | 'nonce' | 'selectVariant'
>;

type SectionProps = Omit<
  ComponentPropsWithoutRef<'section'>,
  keyof CreateTokenWizardOptions | keyof ProviderProps | 'children'
>;

export interface CreateTokenWizardRootProps extends CreateTokenWizardOptions, ProviderProps, SectionProps {
  /**
   * Finds contacts by what the user typed, for accounts with more people than should be loaded at once; `contacts` are
   * then those shown before anything is typed. It may throw, reject or never answer: the user is offered to try again.
   * @default `contacts` are everybody
   */
  onContactSearch?: ContactSearch | undefined;
  /**
   * Ready choices of scopes to start from, for example "Read only". One may name scopes that only some versions have.
   * @default none
   */
  presets?: readonly ScopePreset[] | undefined;
  /**
   * The level of the step's heading; what stands inside a step is one lower.
   * @default 2
   */
  headingLevel?: HeadingLevel | undefined;
  /** Class names for the wizard's own parts. */
  classNames?: WizardClassNames | undefined;
  /** Makes an example of using the new token, shown beside the secret. */
  usageExample?: UsageExample | undefined;
  /**
   * The name of an environment variable, such as `API_TOKEN`: offers the secret as a file `token.env` that sets it, unless the
   * secret has characters that readers of such files take in different ways.
   * @default no file is offered
   */
  envVariable?: string | undefined;
  children: ReactNode;
}

const noClassNames: WizardClassNames = {};

/**
 * Represents one wizard: runs the machine and gives it to the parts inside. It starts again when the key of `draftStorage` changes.
 * Renders a `<section>`.
 */
export const Root = forwardRef<HTMLElement, CreateTokenWizardRootProps>(function Root(props, ref) {
  const account = props.draftStorage?.key;
  const [wizard, setWizard] = useState({ account, count: 0 });
  if (account !== undefined && account !== wizard.account) {
    setWizard({ account, count: wizard.count + Number(isOtherAccount(wizard.account, account)) });
  }
  return <OneWizard key={wizard.count} props={props} sectionRef={ref} />;
});

interface OneWizardProps {
  /** The same object until the host renders again: that tells a loader that the host replaced from one written inline. */
  props: CreateTokenWizardRootProps;
  sectionRef: ForwardedRef<HTMLElement>;
}

function OneWizard({ props, sectionRef }: OneWizardProps) {
  const { dir, onError, headingLevel = 2, classNames, onContactSearch, presets, usageExample, envVariable } = props;
  // Not later, when there is work on the page: what cannot be used then keeps one step from being drawn, and is told.
  useState(() => {
    assertCallback('onContactSearch', onContactSearch);
    assertPresets(presets);
  });
  const handle = useTokenWizardHandle(props);
  const id = useId();
  useEarlyAnswers(handle.verbs, id);
  const heading = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const conflict = useRef<HTMLDivElement>(null);
  const { createTimeout } = handle.actor.getSnapshot().context;
  const presentation = useMemo(
    () => ({
      headingLevel,
      // Null is what hosts without types pass for none.
      classNames: classNames ?? noClassNames,
      searchContacts: onContactSearch && makeContactSearch({ onError }, onContactSearch, createTimeout),
      presets: readPresets(presets),
      usageExample: usageExample && makeUsageExample(handle, usageExample),
      envVariable,
      heading,
      summary,
      conflict,
      fieldId: (field: string) => `${id}${field}`,
    }),
    [headingLevel, classNames, onContactSearch, presets, usageExample, envVariable, onError, createTimeout, id, handle],
  );
  return (
    <TokenwrightProvider {...props} onMessageError={handle.report}>
      <TokenWizardContext.Provider value={handle}>
        <PresentationContext.Provider value={presentation}>
          <Guard name="root" showsSecret>
            <RootElement {...sectionProps(props)} dir={dir} sectionRef={sectionRef} />
          </Guard>
        </PresentationContext.Provider>
      </TokenWizardContext.Provider>
    </TokenwrightProvider>
  );
}

/** What is no option and nothing of the provider's, and so belongs to the element. */
function sectionProps({
  versions,
  contacts,
  catalog,
  onCreate,
  onCheckOutcome,
  onSessionExpired,
  draftStorage,
  onDone,
  onCancel,
  onStepChange,
  onEvent,
  onLeaveRiskChange,
  onError,
  initialValues,
  initialStep,
  limits,
  allowNoScopes,
  createTimeout,
  messages,
  dir,
  locale,
  portalContainer,
  nonce,
  selectVariant,
  headingLevel,
  classNames,
  onContactSearch,
  presets,
  usageExample,
  envVariable,
  ...section
}: CreateTokenWizardRootProps) {
  return section;
}

interface RootElementProps extends SectionProps {
  sectionRef: ForwardedRef<HTMLElement>;
  dir: ProviderProps['dir'];
  children: ReactNode;
}

function RootElement({ sectionRef, className, children, ...section }: RootElementProps) {
  const { messages } = useTokenwright();
  const { classNames, heading } = usePresentation();
  const view = useWizardView();
  const root = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(sectionRef, () => root.current, []);
  useFocus(root);
  useLeaveGuardWhereShown(heading);
  return (
    <section
      aria-label={messages.wizard.label}
      {...section}
      {...part('root')}
      className={joinClassNames(classNames.root, className)}
      data-state={view}
      ref={root}
    >
      <AnnouncerProvider>{children}</AnnouncerProvider>
    </section>
  );
}
