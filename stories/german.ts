import type { Format, TokenwrightMessages } from '@tokenwright/react';
import { germanIssues, germanWizard } from './german-wizard.js';

const mostNamed = 5;
const mostNeeded = 3;

/** Names of scopes in a sentence: the first few, then how many more. */
function named(labels: readonly string[], format: Format, most = mostNamed): string {
  const names = labels.slice(0, most).map(format.isolate);
  const more = labels.length - names.length;
  return format.list(more > 0 ? [...names, `${format.number(more)} weitere`] : names);
}

function counted(count: number, one: string, other: string, format: Format): string {
  return `${format.number(count)} ${format.plural(count, { one, other })}`;
}

const scopes = (count: number, format: Format) => counted(count, 'Berechtigung', 'Berechtigungen', format);

/** Everything in German, as a host that translates Tokenwright would write it. */
export const german: TokenwrightMessages = {
  field: { optional: '(optional)', errorPrefix: 'Fehler:' },
  textField: {
    charactersLeft: ({ count }, format) => `Noch ${format.number(count)} Zeichen möglich`,
    charactersOver: ({ count }, format) => `${format.number(count)} Zeichen zu viel`,
  },
  select: { placeholder: 'Bitte auswählen' },
  versionSelect: {
    label: 'API-Version',
    placeholder: 'Version auswählen',
    latest: 'Aktuell',
    deprecated: 'Veraltet',
    worksUntil: ({ date }, format) => `Verfügbar bis ${format.date(date)}`,
    deprecatedChosen: ({ label, date }, format) =>
      date === null
        ? `${format.isolate(label)} ist veraltet. Wählen Sie nach Möglichkeit eine neuere Version.`
        : `${format.isolate(label)} ist veraltet und wird am ${format.date(date)} abgeschaltet. Wählen Sie nach Möglichkeit eine neuere Version.`,
  },
  contactPicker: {
    label: 'Hauptansprechperson',
    placeholder: 'Ansprechperson auswählen',
    clearSearch: 'Suche löschen',
    typeToSearch: 'Geben Sie einen Namen oder eine E-Mail-Adresse ein.',
    searching: 'Suche läuft…',
    searchFailed: 'Die Ansprechpersonen konnten nicht durchsucht werden.',
    matches: ({ count }, format) => counted(count, 'Ansprechperson', 'Ansprechpersonen', format),
    firstMatches: ({ count, total }, format) =>
      `${format.number(count)} von ${format.number(total)}. Tippen Sie, um die Liste einzugrenzen.`,
    noMatches: ({ query }, format) => `Keine Ansprechperson passt zu „${format.isolate(query)}“`,
  },
  emailListInput: {
    label: 'E-Mail-Adressen der Entwickler',
    hint: 'Drücken Sie nach jeder Adresse die Eingabetaste, oder setzen Sie ein Komma. Auch ganze Listen lassen sich einfügen.',
    list: 'Hinzugefügte E-Mail-Adressen',
    remove: ({ email }) => `${email} entfernen`,
    count: ({ count, max }, format) =>
      max === null
        ? counted(count, 'Adresse', 'Adressen', format)
        : `${format.number(count)} von ${format.number(max)} Adressen`,
    added: ({ count }, format) => `${counted(count, 'Adresse', 'Adressen', format)} hinzugefügt`,
    removed: ({ email }, format) => `${format.isolate(email)} entfernt`,
  },
  scopePicker: {
    title: 'API-Berechtigungen',
    total: ({ count }, format) =>
      count === 0 ? 'Keine Berechtigung ausgewählt' : `${scopes(count, format)} ausgewählt`,
    clearAll: 'Alles abwählen',
    undo: 'Rückgängig',
    presets: 'Beginnen mit',
    presetSensitive: 'Enthält sensible Berechtigungen',
    searchLabel: 'Berechtigungen suchen',
    searchHint: 'Suchen, oder Pfad, URL oder curl-Befehl einfügen',
    clearSearch: 'Suche löschen',
    dismissNotices: 'Diese Meldung ausblenden',
    filters: 'Berechtigungen filtern',
    selectedOnly: 'Nur ausgewählte',
    matches: ({ count }, format) => counted(count, 'Berechtigung passt', 'Berechtigungen passen', format),
    noMatches: ({ query, filtered }, format) =>
      query === ''
        ? 'Keine Berechtigung passt zu diesen Filtern'
        : `Keine Berechtigung passt zu „${format.isolate(query)}“${filtered ? ' und diesen Filtern' : ''}`,
    showAll: 'Alle Berechtigungen anzeigen',
    hiddenSelected: ({ count }, format) =>
      counted(
        count,
        'ausgewählte Berechtigung wird nicht angezeigt',
        'ausgewählte Berechtigungen werden nicht angezeigt',
        format,
      ),
    call: {
      needs: 'benötigt:',
      needsOneOf: 'benötigt eine dieser Möglichkeiten:',
      allowed: 'Die Auswahl erlaubt diesen Aufruf bereits.',
      held: 'Bereits ausgewählt',
      add: ({ count }, format) => `${scopes(count, format)} hinzufügen`,
      unknown: ({ call }, format) => `Keine Berechtigung dieser Version erlaubt ${format.isolate(call)}`,
      found: ({ call, scopes: needed, others }, format) =>
        [
          `${format.isolate(call)} benötigt ${named(needed, format)}`,
          others > 0 && `, oder eine von ${counted(others, 'weiteren Möglichkeit', 'weiteren Möglichkeiten', format)}`,
          '.',
        ]
          .filter((piece) => piece !== false)
          .join(''),
      foundAllowed: ({ call }, format) => `Die Auswahl erlaubt ${format.isolate(call)} bereits.`,
    },
    leftOut: {
      select: ({ count }, format) =>
        format.plural(count, {
          one: 'Diese auch auswählen',
          other: `Auch diese ${format.number(count)} auswählen`,
        }),
      question: ({ count }, format) =>
        format.plural(count, {
          one: 'Auch diese sensible Berechtigung auswählen?',
          other: 'Auch diese sensiblen Berechtigungen auswählen?',
        }),
      confirm: ({ count }, format) =>
        `${counted(count, 'sensible Berechtigung', 'sensible Berechtigungen', format)} auswählen`,
      dismiss: 'Nicht auswählen',
    },
    empty: 'Diese API-Version hat keine Berechtigungen.',
  },
  scopeCategory: {
    available: ({ count }, format) => scopes(count, format),
    selected: ({ count, total }, format) => `${format.number(count)} von ${format.number(total)} ausgewählt`,
    remembered: ({ count, total }, format) => `Aus, ${format.number(count)} von ${format.number(total)} vorgemerkt`,
    selectAll: 'Alle auswählen',
    empty: 'Hier gibt es nichts zu erlauben.',
    access: { read: 'Lesen', write: 'Schreiben', admin: 'Verwalten' },
    sensitive: 'Sensibel',
    deprecated: 'Veraltet',
    requires: ({ scopes: needed }, format) => `Setzt ${named(needed, format)} voraus`,
    neededBy: ({ scopes: dependents }, format) =>
      `Benötigt von ${named(dependents, format, mostNeeded)}: wird beim Abwählen mit abgewählt`,
  },
  notices: {
    'required.added': ({ because, scopes: added }, format) =>
      `Auch ausgewählt: ${named(added, format)}, benötigt von ${named(because, format)}.`,
    'dependent.removed': ({ because, scopes: removed }, format) =>
      `Nicht mehr ausgewählt: ${named(removed, format)}, ${format.plural(removed.length, {
        one: 'setzt',
        other: 'setzen',
      })} ${named(because, format)} voraus.`,
    'sensitive.leftOut': ({ scopes: leftOut }, format) =>
      `${format.plural(leftOut.length, {
        one: 'Eine sensible Berechtigung wurde',
        other: 'Sensible Berechtigungen wurden',
      })} ausgelassen: ${named(leftOut, format)}.`,
    cleared: ({ count }, format) =>
      count === 0 ? 'Alle Kategorien ausgeschaltet.' : `${scopes(count, format)} abgewählt.`,
    'preset.applied': ({ preset, added, removed }, format) =>
      [
        `„${format.isolate(preset)}“ angewendet.`,
        added.length > 0 && `Jetzt ausgewählt: ${named(added, format)}.`,
        removed.length > 0 && `Nicht mehr ausgewählt: ${named(removed, format)}.`,
        added.length === 0 && removed.length === 0 && 'Nichts geändert.',
      ]
        .filter((sentence) => sentence !== false)
        .join(' '),
    undone: ({ count }, format) => `${scopes(count, format)} wieder ausgewählt.`,
    'version.changed': ({ gone, added }, format) =>
      [
        gone.length > 0 && `In dieser Version nicht enthalten und nicht mehr ausgewählt: ${named(gone, format)}.`,
        added.length > 0 && `Auch ausgewählt, von anderen Berechtigungen benötigt: ${named(added, format)}.`,
      ]
        .filter((sentence) => sentence !== false)
        .join(' '),
  },
  stepIndicator: {
    label: 'Fortschritt',
    position: ({ current, total, label }, format) =>
      `Schritt ${format.number(current)} von ${format.number(total)}: ${label}`,
    complete: 'Abgeschlossen:',
    current: 'Aktuell:',
    upcoming: 'Noch nicht begonnen:',
  },
  errorSummary: { title: 'Bitte prüfen Sie Ihre Angaben' },
  requestSummary: { change: 'Ändern', notProvided: 'Keine Angabe' },
  secretReveal: {
    label: 'Zugriffstoken',
    warning:
      'Kopieren Sie das Token jetzt, und bewahren Sie es sicher auf. Aus Sicherheitsgründen ist es nur dieses eine Mal verfügbar.',
    hidden: 'Verborgen, bis Sie „Anzeigen“ drücken.',
    reveal: 'Anzeigen',
    hide: 'Verbergen',
    copy: 'Kopieren',
    copied: 'Token kopiert.',
    copyFailed:
      'Der Browser hat das Kopieren nicht erlaubt. Der Text ist markiert: Kopieren Sie ihn mit Strg+C (⌘C auf dem Mac).',
    usage: 'Ausprobieren',
    copyUsage: 'Befehl kopieren',
    usageCopied: 'Befehl kopiert.',
    download: 'Als .env herunterladen',
    downloadStarted:
      'Prüfen Sie, ob die Datei token.env gespeichert wurde, und bestätigen Sie dann unten, dass Sie das Token aufbewahrt haben.',
    confirm: 'Ich habe dieses Token sicher aufbewahrt',
  },
  issues: germanIssues,
  wizard: germanWizard,
};
