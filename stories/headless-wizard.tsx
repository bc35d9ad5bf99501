import {
  type CreateTokenWizardOptions,
  type CreateTokenWizardReturn,
  issueText,
  useCreateTokenWizard,
  useTokenwright,
} from '@tokenwright/react';
import { useEffect, useRef } from 'react';

/** A host's own wizard of plain elements: the hook holds the state and the rules, the host everything one sees. */
export function HeadlessWizard(options: CreateTokenWizardOptions) {
  const wizard = useCreateTokenWizard(options);
  const { view } = wizard;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(view);
  useEffect(() => {
    // What had the focus went with the last view.
    if (shown.current !== view) heading.current?.focus();
    shown.current = view;
  }, [view]);
  return (
    <div className="story-stack">
      <h2 ref={heading} tabIndex={-1}>
        New token
      </h2>
      <Issues wizard={wizard} />
      <View wizard={wizard} />
    </div>
  );
}

interface PartProps {
  wizard: CreateTokenWizardReturn;
}

function Issues({ wizard: { issues } }: PartProps) {
  const { messages, format } = useTokenwright();
  if (issues.length === 0) return null;
  return (
    <ul role="alert">
      {issues.map((issue) => (
        <li key={`${issue.field} ${issue.code}`}>{issueText(issue, messages.issues, format)}</li>
      ))}
    </ul>
  );
}

function View({ wizard }: PartProps) {
  const { messages } = useTokenwright();
  const { view, secret } = wizard;
  switch (view) {
    case 'setup':
      return <Setup wizard={wizard} />;
    case 'contact':
      return <Contact wizard={wizard} />;
    case 'scopes':
      return <Scopes wizard={wizard} />;
    case 'create':
    case 'creating':
      return <Review wizard={wizard} />;
    case 'created':
      return (
        <p>
          Your token:{' '}
          <code className="story-secret" translate="no">
            {secret?.reveal()}
          </code>
        </p>
      );
    case 'unknownOutcome':
    case 'rateLimited':
    case 'sessionExpired':
      return (
        <>
          <p>{messages.wizard[view].title}</p>
          <button type="button" onClick={wizard.retry}>
            Try again
          </button>
        </>
      );
    default:
      return null;
  }
}

function Setup({ wizard }: PartProps) {
  return (
    <>
      <label>
        Name <input {...wizard.getNameProps()} />
      </label>
      <label>
        Description <textarea {...wizard.getDescriptionProps()} />
      </label>
      <label>
        Version{' '}
        <select {...wizard.getVersionProps()}>
          {wizard.versions.data?.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button {...wizard.getNextProps()}>Next</button>
    </>
  );
}

function Contact({ wizard }: PartProps) {
  return (
    <>
      <label>
        Contact{' '}
        <select {...wizard.getContactProps()}>
          <option value="">Choose</option>
          {wizard.contacts.data?.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {name || email}
            </option>
          ))}
        </select>
      </label>
      <label>
        Developers ({wizard.answers.developerEmails.length}) <input {...wizard.getEmailProps()} />
      </label>
      <div className="story-row">
        <button {...wizard.getBackProps()}>Back</button>
        <button {...wizard.getNextProps()}>Next</button>
      </div>
    </>
  );
}

function Scopes({ wizard }: PartProps) {
  return (
    <>
      {wizard.catalog.data?.categories.map((category) => (
        <fieldset key={category.id}>
          <legend>
            <label>
              <input {...wizard.getCategoryProps(category.id)} /> <bdi>{category.label}</bdi>
            </label>
          </legend>
          {category.scopes.map((scope) => (
            <div key={scope.id}>
              <label>
                <input {...wizard.getScopeProps(scope.id)} /> <bdi>{scope.label}</bdi>
              </label>
            </div>
          ))}
        </fieldset>
      ))}
      <div className="story-row">
        <button {...wizard.getBackProps()}>Back</button>
        <button {...wizard.getNextProps()}>Next</button>
      </div>
    </>
  );
}

function Review({ wizard }: PartProps) {
  const { name, scopes } = wizard.request;
  return (
    <>
      <p>
        <bdi>{name}</bdi> will hold {scopes.length} scopes.
      </p>
      <div className="story-row">
        <button {...wizard.getBackProps()}>Back</button>
        <button {...wizard.getCreateProps()}>Create</button>
      </div>
    </>
  );
}
