'use client';

import { currentCatalog, type ScopeNotice, type TokenWizardSnapshot } from '@tokenwright/core';
import { Callout, useAnnouncer, useTokenwright } from '@tokenwright/ui';
import { useEffect } from 'react';
import { useWizardState } from './use-wizard.js';

const selectCatalog = ({ context }: TokenWizardSnapshot) => currentCatalog(context);
const selectVersionChange = ({ context }: TokenWizardSnapshot) => context.scopes.notices.find(isVersionChange);

function isVersionChange(notice: ScopeNotice): notice is Extract<ScopeNotice, { type: 'version.changed' }> {
  return notice.type === 'version.changed';
}

/**
 * Represents what another API version did to the selection: scopes that are gone, or came with others.
 * Renders a `<div>`, and nothing when nothing changed.
 */
export function VersionNotice() {
  const { messages, format } = useTokenwright();
  const { announce } = useAnnouncer();
  const catalog = useWizardState(selectCatalog);
  const change = useWizardState(selectVersionChange);
  const text = change && messages.notices['version.changed']({ ...change, ...labelsOf(change, catalog) }, format);
  useEffect(() => {
    if (text) announce(text);
  }, [text, announce]);
  return text ? <Callout tone="warning">{text}</Callout> : null;
}

function labelsOf(
  change: Extract<ScopeNotice, { type: 'version.changed' }>,
  catalog: ReturnType<typeof selectCatalog>,
): { gone: readonly string[]; added: readonly string[] } {
  const added = new Set(change.added);
  const scopes = catalog?.categories.flatMap((category) => category.scopes) ?? [];
  return {
    gone: change.gone.map(({ label }) => label),
    added: scopes.filter(({ id }) => added.has(id)).map(({ label }) => label),
  };
}
