import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import { type DesignToken, type TokenKind, tokenGroups } from './design-tokens.js';
import { usesOf } from './token-uses.js';
import { useLook } from './use-look.js';
import './pages.css';

/** Every token of the stylesheet with the value it has on this page now, and where it shows. */
export function TokenTable() {
  return (
    <div className="sb-unstyled page-block">
      {tokenGroups.map(({ note, tokens }) => (
        <section key={tokens[0]?.name} className="design-token-group">
          {note && <p className="design-token-note">{note}</p>}
          <ul className="design-token-list">
            {tokens.map((token) => (
              <TokenRow key={token.name} token={token} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function TokenRow({ token }: { token: DesignToken }) {
  const [uses] = useState(() => usesOf(token.property));
  return (
    <li className="design-token">
      <Sample token={token} />
      <div className="design-token-name">
        <code>{token.name}</code>
        <LiveValue token={token} />
        {token.note && <span className="design-token-note">{token.note}</span>}
      </div>
      <ul className="design-token-uses">
        {uses.map(({ property, scopes }) => (
          <li key={property}>
            <b>{property}</b> {scopes.join(', ')}
          </li>
        ))}
        {token.property === 'font-family' && <li>everywhere</li>}
      </ul>
    </li>
  );
}

function Sample({ token: { name, property, kind } }: { token: DesignToken }) {
  const value = `var(${property})`;
  if (kind === 'font' || name === '--tkw-font-size') {
    const style: CSSProperties = kind === 'length' ? { fontSize: value } : { fontFamily: value };
    return (
      <span data-tokenwright="" className="design-token-sample" aria-hidden="true">
        <span style={property.startsWith('--') ? style : undefined}>Aa</span>
      </span>
    );
  }
  const isCorner = name.includes('radius');
  return (
    <span data-tokenwright="" className="design-token-sample" aria-hidden="true">
      <span data-kind={kind} data-shape={isCorner ? 'corner' : undefined} style={sampleStyle(kind, value, isCorner)} />
    </span>
  );
}

function sampleStyle(kind: TokenKind, value: string, isCorner: boolean): CSSProperties {
  if (kind === 'colour') return { background: value };
  if (kind === 'shadow') return { boxShadow: value };
  // Slowed down, to be seen.
  if (kind === 'time') return { animationDuration: `calc(${value} * 10)` };
  return isCorner ? { borderStartStartRadius: value } : { inlineSize: value, blockSize: value };
}

/** The property by which a browser says what it makes of a token. */
const measuredBy = {
  colour: 'color',
  length: 'inlineSize',
  time: 'transitionDuration',
  shadow: 'boxShadow',
  font: 'fontFamily',
} as const satisfies Record<TokenKind, keyof CSSProperties>;

function LiveValue({ token: { property, kind } }: { token: DesignToken }) {
  const probe = useRef<HTMLSpanElement>(null);
  const [value, setValue] = useState('');
  const { theme, density } = useLook();
  const measured = measuredBy[kind];
  useLayoutEffect(() => {
    // The look of the page decides, so the value is read again for another.
    if (theme && density && probe.current) setValue(hexOf(getComputedStyle(probe.current)[measured]));
  }, [measured, theme, density]);
  const style: CSSProperties = property.startsWith('--') ? { [measured]: `var(${property})` } : {};
  return (
    <span className="design-token-value">
      <span data-tokenwright="" className="design-token-probe" aria-hidden="true">
        <span ref={probe} style={style} />
      </span>
      {value}
    </span>
  );
}

/** A plain color as designers write it; anything else as it is. */
function hexOf(value: string): string {
  const [, space, ...channels] = /^(rgb|color)\((?:srgb )?([\d.-]+),? ([\d.-]+),? ([\d.-]+)\)$/.exec(value) ?? [];
  if (space === undefined) return value;
  const hex = channels.map((channel) => {
    const level = Math.round(Number(channel) * (space === 'rgb' ? 1 : 255));
    return Math.min(Math.max(level, 0), 255).toString(16).padStart(2, '0');
  });
  return `#${hex.join('')}`;
}
