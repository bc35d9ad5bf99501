/** Every rule of the stylesheets of this page, whatever it is nested in. */
export function styleRules(): readonly CSSStyleRule[] {
  return [...document.styleSheets].flatMap(({ cssRules }) => styleRulesIn(cssRules));
}

function styleRulesIn(rules: CSSRuleList): readonly CSSStyleRule[] {
  return [...rules].flatMap((rule) => {
    const nested = rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule ? styleRulesIn(rule.cssRules) : [];
    return rule instanceof CSSStyleRule ? [rule, ...nested] : nested;
  });
}
