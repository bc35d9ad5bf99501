import '@tokenwright/react/styles.css';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as exported from '@tokenwright/react';
import {
  Badge,
  Button,
  Callout,
  Checkbox,
  ContactPicker,
  CreateTokenWizard,
  EmailListInput,
  ErrorSummary,
  Field,
  Heading,
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
} from '@tokenwright/react';
import { type CSSProperties, createRef, type ReactNode, type Ref, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { answers, catalog, contacts, createToken, versions } from '../../stories/fixtures.js';

interface Passed {
  ref?: Ref<never>;
  className?: string;
  style?: CSSProperties;
  dir?: 'ltr' | 'rtl';
  'data-testid'?: string;
}

interface Conforming {
  /** Its `data-scope`; a heading takes that of the component it stands in. */
  scope: string | null;
  draw: (props: Passed) => ReactNode;
}

const nothing = () => {};
const category = { id: 'ads', label: 'Ads', scopes: [{ id: 'ads.list', label: 'List ads' }] };
const on = { category: 'ads', enabled: true, checked: ['ads.list'] };
const options = [{ value: 'a', label: 'Option A' }];
const steps = [{ id: 'setup', label: 'Setup', state: 'current', available: false }] as const;
const sections = [{ id: 's', title: 'Setup', rows: [{ id: 'n', term: 'Token Name', value: 'Export' }] }];
const manyContacts = Array.from({ length: 60 }, (_, index) => ({
  id: `p${index}`,
  name: `Person ${index}`,
  email: `p${index}@example.com`,
}));
const problems = ['Enter a name'];

/** Each component under its name, and under a further one where it is drawn in two ways. */
const components: Readonly<Record<string, Conforming>> = {
  Badge: { scope: 'badge', draw: (props) => <Badge {...props}>New</Badge> },
  Button: { scope: 'button', draw: (props) => <Button {...props}>Next</Button> },
  Callout: { scope: 'callout', draw: (props) => <Callout {...props}>Careful</Callout> },
  Checkbox: {
    scope: 'checkbox',
    draw: (props) => <Checkbox {...props} aria-label="Agree" checked onCheckedChange={nothing} />,
  },
  ContactPicker: {
    scope: 'contact-picker',
    draw: (props) => <ContactPicker {...props} contacts={contacts} value="ada" onValueChange={nothing} />,
  },
  'ContactPicker with a search': {
    scope: 'contact-picker',
    draw: (props) => <ContactPicker {...props} contacts={manyContacts} value="p1" onValueChange={nothing} />,
  },
  CreateTokenWizard: {
    scope: 'token-wizard',
    draw: (props) => (
      <CreateTokenWizard
        {...props}
        versions={versions}
        contacts={contacts}
        catalog={catalog}
        onCreate={createToken}
        initialValues={answers}
        initialStep="contact"
      />
    ),
  },
  EmailListInput: {
    scope: 'email-list-input',
    draw: (props) => (
      <EmailListInput
        {...props}
        value={['a@b.c']}
        text="d@"
        error={problems}
        onTextChange={nothing}
        onAdd={nothing}
        onRemove={nothing}
      />
    ),
  },
  ErrorSummary: {
    scope: 'error-summary',
    draw: (props) => <ErrorSummary {...props} errors={[{ message: 'Enter a name', fieldId: 'name' }]} />,
  },
  Field: {
    scope: 'field',
    draw: (props) => (
      <Field {...props} label="Colour" hint="Of the label" error={problems}>
        {(control) => <input {...control} form="" />}
      </Field>
    ),
  },
  Heading: {
    scope: null,
    draw: (props) => (
      <Heading {...props} level={3}>
        Ads
      </Heading>
    ),
  },
  RequestSummary: {
    scope: 'request-summary',
    draw: (props) => <RequestSummary {...props} sections={sections} onChange={nothing} />,
  },
  ScopeCategory: {
    scope: 'scope-category',
    draw: (props) => <ScopeCategory {...props} category={category} value={on} onValueChange={nothing} />,
  },
  ScopePicker: {
    scope: 'scope-picker',
    draw: (props) => (
      <ScopePicker {...props} catalog={{ categories: [category] }} value={[on]} onValueChange={nothing} />
    ),
  },
  SecretReveal: {
    scope: 'secret-reveal',
    draw: (props) => <SecretReveal {...props} secret={() => 's3cret'} stored={false} onStored={nothing} />,
  },
  Select: {
    scope: 'select',
    draw: (props) => <Select {...props} aria-label="Options" options={options} value="a" onValueChange={nothing} />,
  },
  'Select, native': {
    scope: 'select',
    draw: (props) => (
      <Select {...props} variant="native" aria-label="Options" options={options} value="a" onValueChange={nothing} />
    ),
  },
  Spinner: { scope: 'spinner', draw: (props) => <Spinner {...props} /> },
  StepIndicator: {
    scope: 'step-indicator',
    draw: (props) => <StepIndicator {...props} steps={steps} onStepSelect={nothing} />,
  },
  Switch: {
    scope: 'switch',
    draw: (props) => <Switch {...props} aria-label="Ads" checked={false} onCheckedChange={nothing} />,
  },
  TextField: {
    scope: 'text-field',
    draw: (props) => <TextField {...props} label="Token Name" hint="Yours" value="Export" onValueChange={nothing} />,
  },
  VersionSelect: {
    scope: 'version-select',
    draw: (props) => <VersionSelect {...props} versions={versions} value="15" onValueChange={nothing} />,
  },
  VisuallyHidden: { scope: 'visually-hidden', draw: (props) => <VisuallyHidden {...props}>Heard</VisuallyHidden> },
};

/** They have no element of their own. */
const providers = ['AnnouncerProvider', 'TokenwrightProvider'];

test('every component that hosts can import is held to this', () => {
  const isError = (value: unknown) => typeof value === 'function' && value.prototype instanceof Error;
  const names = Object.entries(exported).flatMap(([name, value]) =>
    // The parts of the wizard are on the page with the wizard.
    /^[A-Z](?!reateTokenWizard.)/.test(name) && !isError(value) && !providers.includes(name) ? [name] : [],
  );
  expect(Object.keys(components)).toEqual(expect.arrayContaining(names));
});

/** The page as a host has it, without what a component may bring along. */
const pageAround = () => ({
  // An empty attribute is what setting and taking back a style leaves.
  attributes: [...document.body.attributes].flatMap(({ name, value }) => (value === '' ? [] : [`${name}=${value}`])),
  children: [...document.body.children].map((child) => child.outerHTML),
  styles: document.querySelectorAll('style').length,
});

/** What refers to an element by its id. What a closed list controls need not exist (ARIA 1.2, combobox). */
const references = {
  for: '[for]',
  'aria-labelledby': '[aria-labelledby]',
  'aria-describedby': '[aria-describedby]',
  'aria-owns': '[aria-owns]',
  'aria-controls': '[aria-controls]:not([aria-expanded="false"])',
};

const idsReferredToIn = (place: Element) =>
  Object.entries(references).flatMap(([name, selector]) =>
    [...place.querySelectorAll(selector)].flatMap((element) => element.getAttribute(name)?.split(' ') ?? []),
  );

describe.each(Object.entries(components))('%s', (_, { scope, draw }) => {
  test('a host reaches its root by ref, class, style, attributes and direction', () => {
    const ref = createRef<never>();
    render(draw({ ref, className: 'mine', style: { scrollMarginTop: '7px' }, dir: 'rtl', 'data-testid': 'here' }));
    const root = screen.getByTestId('here');
    expect(root).toBe(ref.current);
    expect(root).toHaveClass('mine');
    expect(getComputedStyle(root).scrollMarginTop).toBe('7px');
    expect(getComputedStyle(root).direction).toBe('rtl');
    if (scope === null) return;
    expect(root).toHaveAttribute('data-scope', scope);
    expect(root).toHaveAttribute('data-part', 'root');
    if (scope !== 'token-wizard') expect(root).toHaveAttribute('data-tokenwright');
  });

  test('what the server drew has no inline style and is taken over without a complaint, in StrictMode', () => {
    const page = <StrictMode>{draw({})}</StrictMode>;
    // A server has no window, by which libraries tell where they run: with one, React 18 warns of their layout effects.
    const silence = vi.spyOn(console, 'error').mockImplementation(nothing);
    const html = renderToString(page);
    silence.mockRestore();
    // A strict Content Security Policy blocks them.
    expect(html).not.toContain(' style=');
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = html;
    const onRecoverableError = vi.fn();
    const { unmount } = render(page, { container, hydrate: true, onRecoverableError });
    expect(onRecoverableError).not.toHaveBeenCalled();
    unmount();
    container.remove();
  });

  test('leaves the page as it was, also when it goes while its list is open', async () => {
    const container = document.body.appendChild(document.createElement('div'));
    const beside = document.body.appendChild(document.createElement('main'));
    beside.textContent = 'The page of the host';
    const before = pageAround();
    const { unmount } = render(draw({}), { container });
    const [list] = screen.queryAllByRole('combobox');
    if (list instanceof HTMLButtonElement) {
      await userEvent.click(list);
      expect(list).toHaveAttribute('aria-expanded', 'true');
    }
    unmount();
    expect(pageAround()).toEqual(before);
    container.remove();
    beside.remove();
  });

  test('two on a page have ids of their own, and refer to them alone', () => {
    render(
      <>
        <div data-testid="first">{draw({})}</div>
        <div data-testid="second">{draw({})}</div>
      </>,
    );
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const place of [screen.getByTestId('first'), screen.getByTestId('second')]) {
      const own = new Set([...place.querySelectorAll('[id]')].map(({ id }) => id));
      expect(idsReferredToIn(place).filter((id) => !own.has(id))).toEqual([]);
    }
  });

  test("puts no field into the host's form", () => {
    const { container } = render(<form>{draw({})}</form>);
    const form = container.querySelector('form');
    // Only these can be submitted or submit, be reset or be found invalid (HTML living standard, §4.10.2).
    const fields = [...(form?.elements ?? [])].filter((field) => field.matches('input, select, textarea, button'));
    expect(fields.filter((field) => field.getAttribute('type') !== 'button').map((field) => field.outerHTML)).toEqual(
      [],
    );
    expect(container.querySelector('form form')).toBeNull();
  });
});
