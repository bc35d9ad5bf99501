import { styleRules } from './style-rules.js';

/** Where a token shows: the CSS property, and the components that use the token for it. */
export interface TokenUse {
  readonly property: string;
  readonly scopes: readonly string[];
}

const declaration = /(?:^|;)\s*([\w-]+):\s*([^;]*)/g;
/** Parts of several components that share their looks are known by an attribute of their own. */
const scopeOfSelector = /\[data-(?:scope="([\w-]+)"|(button|control)\b)/g;

/** Reads the stylesheets of this page. `property` is the property of ours that takes the token, such as `--_accent`. */
export function usesOf(property: string): readonly TokenUse[] {
  const uses = new Map<string, Set<string>>();
  for (const rule of styleRules()) {
    const scopes = [...rule.selectorText.matchAll(scopeOfSelector)].flatMap(
      ([, scope, shared]) => scope ?? shared ?? [],
    );
    for (const [, name, value] of rule.style.cssText.matchAll(declaration)) {
      if (name === undefined || !value?.includes(`var(${property})`)) continue;
      const known = uses.get(plainName(name)) ?? new Set();
      for (const scope of scopes) known.add(scope);
      uses.set(plainName(name), known);
    }
  }
  return [...uses]
    .map(([name, scopes]) => ({ property: name, scopes: [...scopes].sort() }))
    .filter(({ scopes }) => scopes.length > 0)
    .sort((a, b) => b.scopes.length - a.scopes.length);
}

/** `border-block-start` is a border to a designer, and a private property such as `--_tone` is what it is called. */
function plainName(property: string): string {
  if (property.startsWith('--_')) return property.slice(3);
  if (property.startsWith('border') && !property.includes('radius')) return 'border';
  if (property.startsWith('padding')) return 'padding';
  if (property.startsWith('margin')) return 'margin';
  if (property.includes('radius')) return 'corners';
  if (/(inline|block)-size$/.test(property)) return 'size';
  if (property.startsWith('background')) return 'background';
  if (property === 'color') return 'text';
  if (property.startsWith('outline')) return 'outline';
  if (property.includes('inset')) return 'position';
  return property;
}
