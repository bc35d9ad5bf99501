import type { TokenView } from '../server/tokens.js';

interface TokenTableProps {
  tokens: readonly TokenView[];
  onRevoke: (token: TokenView) => void;
}

const columns = ['Name', 'Token', 'Version', 'Scopes', 'Contact', 'Created', 'Last used'];

/** The tokens, one a row; on a narrow screen one a card, with the column's name before each value. */
export function TokenTable({ tokens, onRevoke }: TokenTableProps) {
  return (
    <table className="tokens">
      <caption className="visually-hidden">API access tokens</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">
              <bdi>{token.name}</bdi>
              {token.description && (
                <span className="tokens-description">
                  <bdi>{token.description}</bdi>
                </span>
              )}
            </th>
            <td data-column="Token">
              <code dir="ltr">{token.hint}</code>
            </td>
            <td data-column="Version">{token.version}</td>
            <td data-column="Scopes">{token.scopeCount}</td>
            <td data-column="Contact">
              <bdi>{token.contactName}</bdi>
            </td>
            <td data-column="Created">
              <Day date={token.createdAt} />
            </td>
            <td data-column="Last used">{token.lastUsedAt === null ? 'Never' : <Day date={token.lastUsedAt} />}</td>
            <td className="tokens-action">
              <button type="button" className="button button-danger" onClick={() => onRevoke(token)}>
                Revoke
                <span className="visually-hidden">
                  {' '}
                  <bdi>{token.name}</bdi>
                </span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

function Day({ date }: { date: string }) {
  return <time dateTime={date}>{dayFormat.format(new Date(date))}</time>;
}
