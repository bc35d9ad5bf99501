const query = '(forced-colors: active)';
const imitated = new Set<CSSMediaRule>();

function* mediaRulesIn(rules: CSSRuleList): Generator<CSSMediaRule> {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) yield rule;
    if (rule instanceof CSSGroupingRule) yield* mediaRulesIn(rule.cssRules);
    if (rule instanceof CSSImportRule && rule.styleSheet) yield* mediaRulesIn(rule.styleSheet.cssRules);
  }
}

/**
 * Lets our own rules for forced colours apply, or only where the system asks for them. The colours themselves come from
 * `:root[data-theme="forced"]` in preview.css: a page cannot make the browser replace them.
 */
export function imitateForcedColors(on: boolean): void {
  if (!on) {
    for (const { media } of imitated) media.mediaText = query;
    imitated.clear();
    return;
  }
  for (const sheet of document.styleSheets) {
    for (const rule of mediaRulesIn(sheet.cssRules)) {
      if (rule.media.mediaText !== query) continue;
      rule.media.mediaText = 'all';
      imitated.add(rule);
    }
  }
}
