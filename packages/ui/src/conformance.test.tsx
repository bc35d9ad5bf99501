import { render } from '@testing-library/react';
import { createRef, type Ref, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import {
  Badge,
  Button,
  Callout,
  Checkbox,
  ContactPicker,
  EmailListInput,
  ErrorSummary,
  Field,
  RequestSummary,
  ScopeCategory,
  ScopePicker,
  SecretReveal,
  Select,
  Spinner,
  StepIndicator,
  Switch,
  TextField,
  VersionSelect,
  VisuallyHidden,
} from './index.js';

interface Passed {
  ref?: Ref<never>;
  className?: string;
  'data-testid'?: string;
}

const nothing = () => {};
const category = { id: 'ads', label: 'Ads', scopes: [{ id: 'ads.list', label: 'List ads' }] };
const versions = [{ id: '16', label: 'Version 16', status: 'latest' }] as const;
const contacts = [{ id: 'ada', name: 'Ada', email: 'ada@example.com' }];
const options = [{ value: 'a', label: 'Option A' }];
const steps = [{ id: 'setup', label: 'Setup', state: 'current', available: false }] as const;
const sections = [{ id: 's', title: 'Setup', rows: [{ id: 'n', term: 'Token Name', value: 'Export' }] }];
const on = { category: 'ads', enabled: true, checked: ['ads.list'] };

const components: Readonly<Record<string, (props: Passed) => React.ReactNode>> = {
  badge: (props) => <Badge {...props}>New</Badge>,
  button: (props) => <Button {...props}>Next</Button>,
  callout: (props) => <Callout {...props}>Careful</Callout>,
  checkbox: (props) => <Checkbox {...props} aria-label="Agree" checked onCheckedChange={nothing} />,
  'contact-picker': (props) => <ContactPicker {...props} contacts={contacts} value="ada" onValueChange={nothing} />,
  'email-list-input': (props) => (
    <EmailListInput {...props} value={['a@b.c']} text="" onTextChange={nothing} onAdd={nothing} onRemove={nothing} />
  ),
  'error-summary': (props) => <ErrorSummary {...props} errors={[{ message: 'Enter a name', fieldId: 'name' }]} />,
  field: (props) => (
    <Field {...props} label="Colour">
      {(control) => <input {...control} />}
    </Field>
  ),
  'request-summary': (props) => <RequestSummary {...props} sections={sections} />,
  'scope-category': (props) => <ScopeCategory {...props} category={category} value={on} onValueChange={nothing} />,
  'scope-picker': (props) => (
    <ScopePicker {...props} catalog={{ categories: [category] }} value={[on]} onValueChange={nothing} />
  ),
  'secret-reveal': (props) => <SecretReveal {...props} secret={() => 's3cret'} stored={false} onStored={nothing} />,
  select: (props) => <Select {...props} aria-label="Options" options={options} value="a" onValueChange={nothing} />,
  spinner: (props) => <Spinner {...props} />,
  'step-indicator': (props) => <StepIndicator {...props} steps={steps} onStepSelect={nothing} />,
  switch: (props) => <Switch {...props} aria-label="Ads" checked={false} onCheckedChange={nothing} />,
  'text-field': (props) => <TextField {...props} label="Token Name" value="Export" onValueChange={nothing} />,
  'version-select': (props) => <VersionSelect {...props} versions={versions} value="16" onValueChange={nothing} />,
  'visually-hidden': (props) => <VisuallyHidden {...props}>Heard</VisuallyHidden>,
};

describe.each(Object.entries(components))('%s', (scope, element) => {
  test('a host reaches its root by ref, class, attributes and data-scope', () => {
    const ref = createRef<never>();
    const { container } = render(element({ ref, className: 'mine', 'data-testid': 'here' }));
    const root = container.querySelector('[data-testid="here"]');
    expect(root).toBe(ref.current);
    expect(root).toHaveClass('mine');
    expect(root).toHaveAttribute('data-scope', scope);
    expect(root).toHaveAttribute('data-part', 'root');
    expect(root).toHaveAttribute('data-tokenwright');
  });

  test('is drawn on the server without inline styles, and hydrates without a complaint', () => {
    const html = renderToString(<StrictMode>{element({})}</StrictMode>);
    // A strict Content Security Policy blocks them.
    expect(html).not.toContain(' style=');
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = html;
    const onRecoverableError = vi.fn();
    render(<StrictMode>{element({})}</StrictMode>, { container, hydrate: true, onRecoverableError });
    expect(onRecoverableError).not.toHaveBeenCalled();
  });

  test('puts no field into a form of the host', () => {
    const { container } = render(<form>{element({})}</form>);
    const owned = [...container.querySelectorAll('input, select, textarea, button')].filter(
      (control) => control.getAttribute('form') !== '' && control.getAttribute('type') !== 'button',
    );
    // Field draws what its owner gives it, which here is a bare input.
    expect(owned).toHaveLength(scope === 'field' ? 1 : 0);
    expect(container.querySelector('form form')).toBeNull();
  });
});
