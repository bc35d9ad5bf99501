import { createFormat } from '@tokenwright/react';
import { useMemo } from 'react';
import { languages } from '../languages.js';
import { type Message, sectionsOf } from './message-catalogue.js';
import './pages.css';

/** Every message beside its German translation, said with sample values. */
export function MessageTable() {
  const english = useSections('en');
  const german = useSections('de');
  return (
    <div className="sb-unstyled page-block">
      {english.map(({ name, messages }) => (
        <details key={name} className="message-section" open>
          <summary>
            <code>{name}</code> <span className="page-muted">{messages.length}</span>
          </summary>
          <table className="message-table">
            <thead>
              <tr>
                <th scope="col">Key</th>
                <th scope="col">English</th>
                <th scope="col">German</th>
              </tr>
            </thead>
            <tbody>
              {messages.map((message) => (
                <MessageRow
                  key={message.key}
                  message={message}
                  translation={german
                    .find((section) => section.name === name)
                    ?.messages.find(({ key }) => key === message.key)}
                />
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </div>
  );
}

function useSections(language: keyof typeof languages) {
  return useMemo(() => {
    const { messages, locale } = languages[language];
    return sectionsOf(messages, createFormat(locale));
  }, [language]);
}

function MessageRow({ message, translation }: { message: Message; translation: Message | undefined }) {
  return (
    <tr>
      <th scope="row">
        <code>{message.key}</code>
        {message.values.length > 0 && <span className="page-muted">({message.values.join(', ')})</span>}
      </th>
      <td>{message.text || <span className="page-muted">(empty: not shown)</span>}</td>
      <td lang="de">{translation?.text}</td>
    </tr>
  );
}
