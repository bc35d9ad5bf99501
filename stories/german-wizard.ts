import type { IssueMessages, WizardMessages } from '@tokenwright/react';

export const germanIssues: IssueMessages = {
  'name.required': () => 'Geben Sie einen Tokennamen ein',
  'name.tooLong': ({ max, length }, format) =>
    `Der Tokenname darf höchstens ${format.number(max)} Zeichen lang sein (derzeit ${format.number(length)})`,
  'name.forbiddenCharacter': ({ character }) =>
    `Der Tokenname enthält ein unzulässiges Zeichen (${character}). Entfernen Sie es, oder geben Sie den Namen neu ein`,
  'description.tooLong': ({ max, length }, format) =>
    `Die Beschreibung darf höchstens ${format.number(max)} Zeichen lang sein (derzeit ${format.number(length)})`,
  'description.forbiddenCharacter': ({ character }) =>
    `Die Beschreibung enthält ein unzulässiges Zeichen (${character}). Entfernen Sie es, oder geben Sie den Text neu ein`,
  'version.required': () => 'Wählen Sie eine API-Version aus',
  'version.unknown': () => 'Die gewählte API-Version wird nicht mehr angeboten. Wählen Sie eine andere aus',
  'version.notLoaded': () => 'Die API-Versionen sind noch nicht da. Warten Sie darauf, oder laden Sie sie erneut',
  'primaryContact.required': () => 'Wählen Sie eine Hauptansprechperson aus',
  'primaryContact.unknown': () => 'Die gewählte Ansprechperson ist nicht mehr verfügbar. Wählen Sie eine andere aus',
  'primaryContact.notLoaded': () =>
    'Die Ansprechpersonen sind noch nicht da. Warten Sie darauf, oder laden Sie sie erneut',
  'developerEmails.invalid': ({ email, character }, format) =>
    character
      ? `„${format.isolate(email)}“ enthält ein Zeichen, das hier in keiner E-Mail-Adresse stehen kann: ${format.isolate(character)}`
      : `„${format.isolate(email)}“ ist keine E-Mail-Adresse. Beispiel: name@example.com`,
  'developerEmails.duplicate': ({ email }, format) => `${format.isolate(email)} steht bereits in der Liste`,
  'developerEmails.tooMany': ({ max, count }, format) =>
    `Höchstens ${format.number(max)} E-Mail-Adressen sind möglich (derzeit ${format.number(count)}). Entfernen Sie einige`,
  'scopes.required': () => 'Wählen Sie mindestens eine Berechtigung aus',
  'scopes.notLoaded': () => 'Die API-Berechtigungen sind noch nicht da. Warten Sie darauf, oder laden Sie sie erneut',
  'scopes.unknown': ({ scope }, format) =>
    `Die Berechtigung „${format.isolate(scope)}“ gibt es in dieser API-Version nicht. Wählen Sie eine andere aus`,
  'scopes.duplicate': ({ scope }, format) => `Die Berechtigung „${format.isolate(scope)}“ wurde zweimal ausgewählt`,
  'request.notSent': () =>
    'Es wurde nichts gesendet. Versuchen Sie es noch einmal, oder wenden Sie sich an Ihre Administration, wenn es wieder geschieht',
  'scopes.missingRequirement': ({ scope, requires }, format) =>
    `„${format.isolate(scope)}“ setzt „${format.isolate(requires)}“ voraus. Wählen Sie beide aus`,
};

export const germanWizard: WizardMessages = {
  label: 'Zugriffstoken erstellen',
  steps: {
    setup: {
      name: 'Einrichtung',
      heading: 'Token einrichten',
      introduction: 'Geben Sie dem Token einen Namen, an dem Sie es später wiedererkennen.',
    },
    contact: {
      name: 'Kontaktdaten',
      heading: 'Kontaktdaten',
      introduction: 'Wer ist zuständig, wenn es mit dem Token ein Problem gibt?',
    },
    scopes: {
      name: 'API-Berechtigungen',
      heading: 'API-Berechtigungen auswählen',
      introduction:
        'Erlauben Sie dem Token nur, was es braucht. Schalten Sie eine Kategorie ein, um ihre Berechtigungen zu sehen.',
    },
    create: {
      name: 'Erstellen',
      heading: 'Angaben prüfen',
      introduction: 'Das Token wird erst erstellt, wenn Sie „Erstellen“ drücken.',
    },
  },
  actions: {
    next: 'Weiter',
    back: 'Zurück',
    create: 'Erstellen',
    cancel: 'Abbrechen',
    done: 'Fertig',
    returnToReview: '„Weiter“ führt zurück zur Übersicht.',
  },
  fields: {
    name: {
      label: 'Tokenname',
      hint: 'Zum Beispiel die Anwendung, die es verwenden wird.',
      change: 'Tokennamen ändern',
    },
    description: { label: 'Beschreibung', hint: '', change: 'Beschreibung ändern' },
    version: { label: 'API-Version', hint: '', change: 'API-Version ändern' },
    primaryContact: {
      label: 'Hauptansprechperson',
      hint: 'Die Person in Ihrem Konto, die für dieses Token verantwortlich ist.',
      change: 'Hauptansprechperson ändern',
    },
    developerEmails: {
      label: 'E-Mail-Adressen der Entwickler',
      hint: 'Personen ohne Zugang zum Konto, die über Änderungen der API informiert werden sollen.',
      change: 'E-Mail-Adressen der Entwickler ändern',
    },
    scopes: { label: 'API-Berechtigungen', hint: '', change: 'API-Berechtigungen ändern' },
  },
  summary: { setup: 'Einrichtung', contact: 'Kontaktdaten', scopes: 'API-Berechtigungen' },
  review: {
    noScopes: 'Keine Berechtigungen. Das Token kann nichts, bis es welche erhält.',
    scopesIn: ({ category, count }, format) => `${format.isolate(category)} (${format.number(count)})`,
    notIncluded: 'Nicht enthalten',
    keptIn: ({ category, count }, format) =>
      `${format.isolate(category)} (ausgeschaltet, ${format.number(count)} ${format.plural(count, {
        one: 'Berechtigung',
        other: 'Berechtigungen',
      })} vorgemerkt)`,
  },
  sources: {
    versions: {
      loading: 'API-Versionen werden geladen…',
      failed: 'Die API-Versionen konnten nicht geladen werden.',
      retry: 'Erneut versuchen',
      empty:
        'Es gibt keine API-Version, für die ein Token erstellt werden kann. Wenden Sie sich an Ihre Administration.',
    },
    contacts: {
      loading: 'Ansprechpersonen werden geladen…',
      failed: 'Die Ansprechpersonen konnten nicht geladen werden.',
      retry: 'Erneut versuchen',
      empty: 'In Ihrem Konto gibt es niemanden, der Ansprechperson sein kann. Wenden Sie sich an Ihre Administration.',
    },
    catalog: {
      loading: 'API-Berechtigungen werden geladen…',
      failed: 'Die API-Berechtigungen konnten nicht geladen werden.',
      retry: 'Erneut versuchen',
      empty: 'Diese API-Version hat keine Berechtigungen. Gehen Sie zurück, und wählen Sie eine andere Version aus.',
    },
  },
  preparing: 'Wird vorbereitet…',
  creating: {
    title: 'Ihr Token wird erstellt…',
    body: 'Das dauert meist nur wenige Sekunden. Lassen Sie diese Seite geöffnet.',
  },
  rejected: {
    title: 'Ihr Token wurde nicht erstellt',
    noReason:
      'Der Server hat ohne Begründung abgelehnt. Prüfen Sie Ihre Angaben, oder wenden Sie sich an Ihre Administration.',
  },
  unknownOutcome: {
    title: 'Es ist nicht bekannt, ob Ihr Token erstellt wurde',
    body: 'Möglicherweise wurde ein Token erstellt. Beginnen Sie nicht von vorn, bevor das geklärt ist.',
    reasons: {
      timeout: 'Der Server hat nicht rechtzeitig geantwortet.',
      network: 'Die Verbindung brach ab, bevor die Antwort eintraf.',
      server: 'Der Server hat einen Fehler gemeldet.',
      malformed: 'Die Antwort des Servers war nicht lesbar.',
      redirected: 'Der Server hat diese Anfrage umgeleitet. Vielleicht müssen Sie sich neu anmelden.',
      'in-progress': 'Der Server bearbeitet diese Anfrage noch.',
      'key-reused': 'Der Server hat diese Anfrage vor Ihrer letzten Änderung erhalten.',
      interrupted: 'Diese Seite wurde geschlossen, bevor die Antwort eintraf.',
      elsewhere: 'Die Anfrage wurde in einem anderen Tab oder Fenster gesendet.',
      refused: 'Die Antwort auf einen früheren Versuch ging verloren, und diesen hat der Server abgelehnt.',
      'not-sent': 'Die Antwort auf einen früheren Versuch ging verloren, und diesmal wurde nichts gesendet.',
    },
    check: 'Jetzt prüfen',
    checking: 'Wird geprüft…',
    checkFailed:
      'Die Prüfung ist fehlgeschlagen. Versuchen Sie es noch einmal, oder sehen Sie in der Liste der Token nach.',
    notCreated:
      'Die Prüfung ergab: Es wurde kein Token erstellt. Sie können Ihre Angaben noch ändern oder es jetzt erstellen.',
    retry: 'Gefahrlos erneut versuchen',
    leave: 'Zur Liste der Token',
  },
  rateLimited: {
    title: 'Zu viele Anfragen',
    wait: ({ seconds }, format) =>
      `Zurzeit werden keine weiteren Anfragen angenommen. In ${
        seconds <= 120
          ? `${format.number(seconds)} ${format.plural(seconds, { one: 'Sekunde', other: 'Sekunden' })}`
          : `${format.number(Math.ceil(seconds / 60))} Minuten`
      } können Sie es erneut versuchen. Ihre Angaben bleiben erhalten.`,
    over: 'Sie können es jetzt erneut versuchen.',
    retry: 'Erneut versuchen',
    back: 'Zurück',
    leave: 'Zur Liste der Token',
  },
  sessionExpired: {
    title: 'Ihre Sitzung ist abgelaufen',
    body: 'Melden Sie sich erneut an, und fahren Sie dann fort. Ihre Angaben bleiben erhalten.',
    renewing: 'Sie werden erneut angemeldet…',
    retry: 'Fortfahren',
    back: 'Zurück',
    leave: 'Zur Liste der Token',
  },
  created: {
    title: 'Ihr Token ist bereit',
    body: ({ name }, format) => `„${format.isolate(name)}“ wurde erstellt.`,
  },
  createdWithoutSecret: {
    title: 'Ihr Token ist vorhanden, lässt sich aber nicht mehr anzeigen',
    body: 'Es wurde bereits zuvor erstellt, und ein Token wird nur einmal angezeigt. Falls Sie es nicht aufbewahrt haben, widerrufen Sie es, und erstellen Sie ein neues.',
  },
  revoked: {
    title: 'Ihr Token wurde erstellt und inzwischen widerrufen',
    body: 'Es kann nicht mehr verwendet werden. Erstellen Sie ein neues Token, wenn Sie noch eines brauchen.',
  },
  confirmLeave: {
    title: 'Verlassen, ohne das Token aufzubewahren?',
    body: 'Es kann nicht noch einmal angezeigt werden. Ohne das Token müssen Sie ein neues erstellen.',
    confirm: 'Trotzdem verlassen',
    dismiss: 'Hier bleiben',
  },
  confirmCancel: {
    title: 'Ihre Angaben verwerfen?',
    body: 'Es wurde kein Token erstellt, und Ihre Angaben werden nicht gespeichert.',
    confirm: 'Verwerfen',
    dismiss: 'Weiter bearbeiten',
  },
  draft: {
    restored: 'Sie waren schon einmal hier: Ihre Angaben von damals wurden aufbewahrt.',
    startOver: 'Von vorn beginnen',
    unreadable:
      'Von einem früheren Besuch wurde etwas aufbewahrt, das sich nicht lesen lässt. Sie beginnen mit leeren Feldern.',
    unsaved:
      'Ihre Angaben werden auf diesem Gerät nicht gespeichert. Lassen Sie diese Seite geöffnet, bis Sie fertig sind.',
    conflict: 'In einem anderen Tab oder Fenster wurde etwas geändert. Mit welchen Angaben möchten Sie fortfahren?',
    sending:
      'In einem anderen Tab oder Fenster wird mit diesem Entwurf ein Token erstellt, oder es wurde versucht. Sehen Sie zuerst dort nach. Mit welchen Angaben möchten Sie hier fortfahren?',
    gone: 'Ihre aufbewahrten Angaben sind nicht mehr da: Vielleicht haben Sie in einem anderen Tab oder Fenster abgeschlossen. Sehen Sie zuerst in der Liste der Token nach.',
    take: 'Mit den anderen',
    keep: 'Mit diesen hier',
  },
  confirmStartOver: {
    title: 'Von vorn beginnen?',
    body: 'Alle Ihre Angaben werden verworfen. Falls bereits eine Anfrage gesendet wurde, sehen Sie zuerst in der Liste der Token nach: Möglicherweise wurde eines erstellt.',
    confirm: 'Von vorn beginnen',
    dismiss: 'Angaben behalten',
  },
  broken: {
    body: 'Dieser Teil lässt sich nicht anzeigen. Ihre Angaben bleiben erhalten: Versuchen Sie es erneut, oder wählen Sie einen anderen Schritt.',
    retry: 'Erneut versuchen',
    created:
      'Ein Teil dieser Seite lässt sich nicht anzeigen. Ihr Token wurde erstellt und wird nur dieses eine Mal gezeigt.',
    secretLost:
      'Ihr Token wurde erstellt, lässt sich hier aber nicht anzeigen. Versuchen Sie es erneut; hilft das nicht, widerrufen Sie es, und erstellen Sie ein neues.',
  },
  cancelled: { title: 'Abgebrochen', body: 'Es wurde kein Token erstellt.', restart: 'Neu beginnen' },
  finished: { title: 'Fertig', body: 'Sie können diese Seite schließen.', restart: 'Weiteres Token erstellen' },
};
