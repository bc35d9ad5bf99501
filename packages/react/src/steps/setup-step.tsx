'use client';

import { selectSourceStatus, type TokenWizardSnapshot } from '@tokenwright/core';
import { TextField, useTokenwright, VersionSelect } from '@tokenwright/ui';
import { usePresentation } from '../parts/presentation.js';
import { SourceNotice } from '../parts/source-notice.js';
import { useFieldErrors, useWizardState, useWizardVerbs } from '../parts/use-wizard.js';
import { VersionNotice } from '../parts/version-notice.js';

const selectName = ({ context }: TokenWizardSnapshot) => context.answers.name;
const selectDescription = ({ context }: TokenWizardSnapshot) => context.answers.description;
const selectVersion = ({ context }: TokenWizardSnapshot) => context.answers.version;
const selectVersions = ({ context }: TokenWizardSnapshot) => context.versions;
const selectLimits = ({ context }: TokenWizardSnapshot) => context.limits;
const selectStatus = (snapshot: TokenWizardSnapshot) => selectSourceStatus(snapshot, 'versions');

/** The first step: what the token is called and which version of the API it is for. */
export function SetupStep() {
  return (
    <>
      <NameField />
      <DescriptionField />
      <VersionField />
      <VersionNotice />
    </>
  );
}

function NameField() {
  const { messages } = useTokenwright();
  const { fieldId } = usePresentation();
  const { setName, next } = useWizardVerbs();
  const { label, hint } = messages.wizard.fields.name;
  return (
    <TextField
      id={fieldId('name')}
      label={label}
      hint={hint}
      value={useWizardState(selectName)}
      onValueChange={setName}
      onEnter={next}
      error={useFieldErrors('name')}
    />
  );
}

function DescriptionField() {
  const { messages } = useTokenwright();
  const { fieldId } = usePresentation();
  const { setDescription } = useWizardVerbs();
  const { label, hint } = messages.wizard.fields.description;
  return (
    <TextField
      id={fieldId('description')}
      label={label}
      hint={hint}
      multiline
      optional
      characterLimit={useWizardState(selectLimits).description}
      value={useWizardState(selectDescription)}
      onValueChange={setDescription}
      error={useFieldErrors('description')}
    />
  );
}

function VersionField() {
  const { fieldId } = usePresentation();
  const { setVersion } = useWizardVerbs();
  const versions = useWizardState(selectVersions);
  const version = useWizardState(selectVersion);
  const status = useWizardState(selectStatus);
  const error = useFieldErrors('version');
  if (status !== 'ready' || !versions?.length)
    return <SourceNotice id={fieldId('version')} source="versions" status={status} />;
  return (
    <VersionSelect
      id={fieldId('version')}
      versions={versions}
      value={version}
      onValueChange={setVersion}
      error={error}
    />
  );
}
