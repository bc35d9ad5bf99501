// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmail, readEmailList, sameEmail, wrongEmailCharacter } from './emails.js';

interface EmailCase {
  id: string;
  address: string;
  /** The verdict of the HTML living standard's rule. */
  html: boolean;
}

const ownCases: readonly EmailCase[] = [
  { id: 'plain', address: 'ada@example.com', html: true },
  { id: 'tag', address: 'ada+ci.nightly@mail.example.co.uk', html: true },
  { id: 'no dot in the domain', address: 'root@localhost', html: true },
  { id: 'every allowed sign', address: ".!#$%&'*+/=?^_`{|}~-@example.com", html: true },
  { id: 'no at', address: 'ada.example.com', html: false },
  { id: 'two ats', address: 'ada@home@example.com', html: false },
  { id: 'no local part', address: '@example.com', html: false },
  { id: 'quoted', address: '"ada l"@example.com', html: false },
  { id: 'umlaut', address: 'jürgen@example.com', html: false },
  { id: 'international domain', address: 'ada@müller.example', html: false },
  { id: 'hyphen first', address: 'ada@-example.com', html: false },
  { id: 'two dots', address: 'ada@example..com', html: false },
  { id: 'line end', address: 'ada@example.com\n', html: false },
  { id: 'header injection', address: 'ada@example.com\r\nBcc: eve@example.com', html: false },
  { id: 'label of 63', address: `ada@${'x'.repeat(63)}.com`, html: true },
  { id: 'label of 64', address: `ada@${'x'.repeat(64)}.com`, html: false },
  { id: 'local part of 64', address: `${'x'.repeat(64)}@example.com`, html: true },
  { id: 'local part of 65', address: `${'x'.repeat(65)}@example.com`, html: true },
  { id: '254 in all', address: `ada@${'x.'.repeat(124)}xx`, html: true },
  { id: '255 in all', address: `ada@${'x.'.repeat(125)}x`, html: true },
];

// Public test suites, where they lie beside the repository; without them the cases above stand alone.
const files = import.meta.glob<string>('../../../../shared/catalogs/strings/email-cases.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const suites = Object.values(files).map((json): { cases: readonly EmailCase[] } => JSON.parse(json));
const cases = [...ownCases, ...suites.flatMap((suite) => suite.cases)];

describe('an address is taken if the HTML rule takes it and it is not too long', () => {
  test.each(cases)('$id: $address', ({ address, html }) => {
    const [local = ''] = address.split('@');
    expect(isEmail(address)).toBe(html && local.length <= 64 && address.length <= 254);
  });
});

test('addresses are the same whatever their case', () => {
  expect(sameEmail('Ada@Example.com', 'ada@example.COM')).toBe(true);
  expect(sameEmail('ada@example.com', 'adb@example.com')).toBe(false);
});

describe('a pasted list', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing', ' ,;\n ', []],
    ['commas', 'a@x.org,b@x.org', ['a@x.org', 'b@x.org']],
    ['semicolons', 'a@x.org; b@x.org;', ['a@x.org', 'b@x.org']],
    ['spaces and tabs', 'a@x.org  b@x.org\tc@x.org', ['a@x.org', 'b@x.org', 'c@x.org']],
    ['lines of any system', 'a@x.org\nb@x.org\r\nc@x.org\rd@x.org', ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org']],
    ['a name', 'Jane Doe <jane@x.org>', ['jane@x.org']],
    ['a quoted name', '"Doe, Jane" <jane@x.org>; b@x.org', ['jane@x.org', 'b@x.org']],
    ['a name the other way round', 'Doe, Jane <jane@x.org>, b@x.org', ['jane@x.org', 'b@x.org']],
    ['names one after the other', 'Ann <a@x.org>, Bob <b@x.org>', ['a@x.org', 'b@x.org']],
    ['brackets alone', '< a@x.org >,<b@x.org>', ['a@x.org', 'b@x.org']],
    ['an address before a name', 'a@x.org, Bob <b@x.org>', ['a@x.org', 'b@x.org']],
    ['addresses before a name, without commas', 'a@x.org b@x.org Cy <c@x.org>', ['a@x.org', 'b@x.org', 'c@x.org']],
    ['an address after a name, without a comma', 'Ann <a@x.org> b@x.org', ['a@x.org', 'b@x.org']],
    ['an address as its own name', 'jane@x.org <jane@x.org>', ['jane@x.org']],
    [
      'an address as its own name, in quotes',
      `'Jane@x.org' <jane@x.org>; "b@x.org" <b@x.org>`,
      ['jane@x.org', 'b@x.org'],
    ],
    ['an address with an apostrophe as its own name', "o'neil@x.org <o'neil@x.org>", ["o'neil@x.org"]],
    ['addresses on both sides of a quoted name', 'a@x.org"Doe, B"b@x.org <c@x.org>', ['a@x.org', 'b@x.org', 'c@x.org']],
    ['a name with an at sign', 'Jane @ Acme <jane@x.org>', ['jane@x.org']],
  ])('is split: %s', (_, text, added) => {
    expect(readEmailList(text, [])).toEqual({ added, duplicates: [], invalid: [] });
  });

  test.each<[string, string, readonly string[], readonly string[]]>([
    ['among good ones', 'a@x.org, jane@, b@x.org', ['a@x.org', 'b@x.org'], ['jane@']],
    ['in brackets', 'Jane <jane@@x.org>', [], ['jane@@x.org']],
    ['before a name', 'bob@@y.org, Ann <ann@z.org>', ['ann@z.org'], ['bob@@y.org']],
    ['before a stray bracket', 'bob@@y.org > Ann <ann@z.org>', ['ann@z.org'], ['bob@@y.org']],
    ['a name whose brackets are empty', 'Jane <>, b@x.org', ['b@x.org'], ['Jane <>']],
    ['an address before empty brackets', 'b@x.org, Jane < >', ['b@x.org'], ['Jane < >']],
    ['with a space before the at sign', 'jane @x.org', [], ['jane', '@x.org']],
    ['a word beside an address that may be a mistyped one', 'jane.x.org b@x.org', ['b@x.org'], ['jane.x.org']],
    ['words', 'Jane Doe', [], ['Jane Doe']],
    ['letters that no address can have', '用户@例子.中国', [], ['用户@例子.中国']],
  ])('gives back what is no address: %s', (_, text, added, invalid) => {
    expect(readEmailList(text, [])).toEqual({ added, duplicates: [], invalid });
  });

  test.each<[string, string, readonly string[]]>([
    ['a comma of Chinese', 'a@x.org，b@x.org', ['a@x.org', 'b@x.org']],
    ['a list comma of Japanese', 'a@x.org、b@x.org､c@x.org', ['a@x.org', 'b@x.org', 'c@x.org']],
    ['separators of Arabic', 'a@x.org، b@x.org؛c@x.org', ['a@x.org', 'b@x.org', 'c@x.org']],
    ['a full-width semicolon', 'a@x.org；b@x.org', ['a@x.org', 'b@x.org']],
    ['an ideographic and a no-break space', 'a@x.org\u3000b@x.org\u00A0c@x.org', ['a@x.org', 'b@x.org', 'c@x.org']],
    ['full-width letters', 'ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ', ['ada@example.com']],
    ['an ideographic full stop', 'ada@例子。中国', ['ada@xn--fsqu00a.xn--fiqs8s']],
    ['a zero-width space', 'ja\u200Bne@x.org\u200B', ['jane@x.org']],
    ['a byte order mark and a soft hyphen', '\uFEFFjane@exam\u00ADple.org', ['jane@example.org']],
    ['marks of the text direction', '\u202Ajane@x.org\u202C', ['jane@x.org']],
    ['a link', 'mailto:jane@x.org?subject=Hello', ['jane@x.org']],
    ['a link in brackets', 'Jane <mailto:jane@x.org>', ['jane@x.org']],
    ['a link of Markdown', '[jane@x.org](mailto:jane@x.org)', ['jane@x.org']],
    ['a final full stop', 'jane@x.org.', ['jane@x.org']],
    ['quotes', `"a@x.org" 'b@x.org' “c@x.org” «d@x.org»`, ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org']],
    ['signs of Markdown', '**a@x.org** `b@x.org` _c@x.org_', ['a@x.org', 'b@x.org', 'c@x.org']],
    ['a bracket that is not closed', '<a@x.org; b@x.org', ['a@x.org', 'b@x.org']],
    ['a name in brackets', 'jane@x.org (Doe, Jane), b@x.org', ['jane@x.org', 'b@x.org']],
    ['round and square brackets', 'Doe, Jane (jane@x.org), Bob [b@x.org]', ['jane@x.org', 'b@x.org']],
    ['JSON', '["a@x.org","b@x.org"]', ['a@x.org', 'b@x.org']],
    ['signs between addresses', 'a@x.org|b@x.org/c@x.org・d@x.org', ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org']],
    ['a label without a space', 'Email:a@x.org, SMTP:b@x.org', ['a@x.org', 'b@x.org']],
    ['curly brackets', '{a@x.org}', ['a@x.org']],
    ['bullets', '- a@x.org\n* b@x.org\n• c@x.org', ['a@x.org', 'b@x.org', 'c@x.org']],
    ['numbers', '1. a@x.org\n2) b@x.org', ['a@x.org', 'b@x.org']],
    ['labels', 'To: a@x.org\nCc: b@x.org', ['a@x.org', 'b@x.org']],
    ['a row of a table', 'Jane Doe\tjane@x.org\tDeveloper', ['jane@x.org']],
    ['a name in quotes', '"Doe, Jane" jane@x.org', ['jane@x.org']],
    ['a typographic apostrophe', 'o’brien@x.org', ["o'brien@x.org"]],
    ['an accent typed for an apostrophe', 'o´brien@x.org', ["o'brien@x.org"]],
    ['a hyphen that does not break', 'anne\u2011marie@x.org', ['anne-marie@x.org']],
    ['an international domain', 'ada@münchen.de', ['ada@xn--mnchen-3ya.de']],
    ['signs at the start that belong to it', "'jane@x.org, *a*@x.org", ["'jane@x.org", '*a*@x.org']],
  ])('is read as it was meant: %s', (_, text, added) => {
    expect(readEmailList(text, [])).toEqual({ added, duplicates: [], invalid: [] });
  });

  test('knows an international domain in both of its forms', () => {
    expect(readEmailList('ADA@MÜNCHEN.de', ['ada@xn--mnchen-3ya.de'])).toMatchObject({ added: [], invalid: [] });
  });

  test('names what is in the list already, or twice in the text, ignoring case', () => {
    expect(readEmailList('ADA@x.org bob@x.org Bob@X.org', ['ada@x.org'])).toEqual({
      added: ['bob@x.org'],
      duplicates: ['ADA@x.org', 'Bob@X.org'],
      invalid: [],
    });
  });

  test('keeps the spelling of the first', () => {
    expect(readEmailList('Ada@X.org, ada@x.org', []).added).toEqual(['Ada@X.org']);
  });

  test('loses no address, however it is mixed with names and separators', () => {
    const address = fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.org$/);
    const entry = fc
      .tuple(fc.constantFrom('', 'Jane ', '"Doe, J" ', 'van der Berg '), address)
      .map(([name, email]) => ({
        email,
        text: name === '' ? email : `${name}<${email}>`,
      }));
    const separator = fc.constantFrom(',', ', ', ';', '; ', '\n', '\r\n', ' ; \n');
    fc.assert(
      fc.property(fc.array(fc.tuple(entry, separator)), (entries) => {
        const text = entries.map(([{ text: part }, end]) => part + end).join('');
        const expected = new Set(entries.map(([{ email }]) => email));
        expect(readEmailList(text, [])).toMatchObject({ added: [...expected], invalid: [] });
      }),
    );
  });

  test.each([
    ['one long word', 'x'.repeat(200_000)],
    ['many opening brackets', '<'.repeat(200_000)],
    ['many closing brackets', '>'.repeat(200_000)],
    ['many names', 'Jane <j@x.org> '.repeat(10_000)],
    ['many links', '[x](mailto:'.repeat(18_000)],
    ['spaces in a bracket', `(${' '.repeat(200_000)}@`],
    ['at signs in a bracket', `(${'@'.repeat(200_000)}`],
    ['combining marks', `@${'\u0301\u0316'.repeat(100_000)}`],
  ])('of 200 000 characters is read in less than a second: %s', (_, text) => {
    const start = performance.now();
    readEmailList(text, []);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test('words without an address among them are given back as they were typed', () => {
  expect(readEmailList('not an address, a@b.org c@d.org', [])).toEqual({
    added: ['a@b.org', 'c@d.org'],
    duplicates: [],
    invalid: ['not an address'],
  });
});

test('a pasted list of any length is read', () => {
  const { added, duplicates } = readEmailList('a@b.co '.repeat(200_000), []);
  expect([added.length, duplicates.length]).toEqual([1, 199_999]);
  expect(readEmailList(`${'a@b.co '.repeat(200_000)}<c@d.co>`, []).added).toEqual(['a@b.co', 'c@d.co']);
});

describe('the character that no address can have is named', () => {
  test.each<[string, string, string | undefined]>([
    ['a letter of another script', '用户@例子.中国', '用'],
    ['a letter with an accent', 'jürgen@example.com', 'ü'],
    ['a quotation mark', 'a"b@example.com', '"'],
    ['an underscore in the domain', 'ada@exa_mple.com', '_'],
    ['a control', 'ada@ex\u0000ample.com', 'U+0000'],
    ['a blank that is not white space', 'ada@\u2800example.com', 'U+2800'],
    ['a character that cannot be seen', 'ja\u200Bne@example.com', 'U+200B'],
    ['a mark without its letter', 'ja@\u0301x_.com', '_'],
    ['none, where the domain alone has letters of other scripts', 'ada@@münchen.de', undefined],
    ['none, where there is no at sign', 'Jörg Müller', undefined],
    ['none, where the text is as long as a page', `${'ü'.repeat(100_000)}@x.org`, undefined],
  ])('%s', (_, text, character) => {
    expect(wrongEmailCharacter(text)).toBe(character);
  });
});
