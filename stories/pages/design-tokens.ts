import source from '../../packages/ui/src/tokens/tokens.css?raw';

/** One custom property that a host may set. */
export interface DesignToken {
  /** `--tkw-accent`. */
  readonly name: string;
  /** The property of ours that takes it, such as `--_accent`. */
  readonly property: string;
  readonly kind: TokenKind;
  /** What the stylesheet says about it. */
  readonly note: string | undefined;
}

export type TokenKind = 'colour' | 'length' | 'time' | 'shadow' | 'font';

export interface TokenGroup {
  readonly note: string | undefined;
  readonly tokens: readonly DesignToken[];
}

const firstRule = /\{([\s\S]*?)\n\}/;
const noteOrDeclaration = /\/\*\s*([\s\S]*?)\s*\*\/|([\w-]+):\s*([^;]*);/g;
const hostValue = /^var\(\s*(--tkw-[\w-]+),\s*([\s\S]*?)\s*\)$/;

/** The tokens of the stylesheet, in its own order and groups, which blank lines divide. */
export const tokenGroups: readonly TokenGroup[] = (firstRule.exec(source)?.[1] ?? '')
  .split(/\n\s*\n/)
  .map(readGroup)
  .filter(({ tokens }) => tokens.length > 0);

function readGroup(text: string): TokenGroup {
  const tokens: DesignToken[] = [];
  let groupNote: string | undefined;
  let note: string | undefined;
  for (const [, comment, property, value] of text.matchAll(noteOrDeclaration)) {
    if (comment !== undefined) {
      note = comment.replaceAll(/\s+/g, ' ');
      // Above the first declaration it speaks of all of them.
      if (tokens.length === 0) [groupNote, note] = [note, undefined];
    } else if (property !== undefined && value !== undefined) {
      const [, name, fallback] = hostValue.exec(value) ?? [];
      if (name !== undefined && fallback !== undefined) {
        tokens.push({ name, property, kind: kindOf(name, fallback), note });
      }
      note = undefined;
    }
  }
  return { note: groupNote, tokens };
}

function kindOf(name: string, fallback: string): TokenKind {
  if (name === '--tkw-font' || name === '--tkw-font-mono') return 'font';
  if (CSS.supports('color', fallback)) return 'colour';
  if (CSS.supports('inline-size', fallback)) return 'length';
  if (CSS.supports('transition-duration', fallback)) return 'time';
  return 'shadow';
}
