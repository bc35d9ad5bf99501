/**
 * What moves although the user asked for less motion (WCAG 2.3.3). A spinner has to go on saying that something goes on: it may
 * change in steps of half a second or more, which is no motion. Runs in the page.
 */
export function movingParts(): string[] {
  const { root, describe } = window.probes;
  const seconds = (list: string) => Math.max(...list.split(',').map((time) => Number.parseFloat(time)));
  const problems: string[] = [];
  for (const element of [root(), ...root().querySelectorAll('*')]) {
    for (const pseudo of [null, '::before', '::after']) {
      const style = getComputedStyle(element, pseudo);
      const who = `${describe(element)}${pseudo ?? ''}`;
      if (style.transitionProperty !== 'none' && seconds(style.transitionDuration) > 0.01) {
        problems.push(`${who} changes over ${style.transitionDuration}`);
      }
      if (style.animationName === 'none' || seconds(style.animationDuration) <= 0.01) continue;
      const steps = /^steps\((\d+)/.exec(style.animationTimingFunction)?.[1];
      if (!steps || seconds(style.animationDuration) / Number(steps) < 0.5) {
        problems.push(`${who} is animated by ${style.animationName}`);
      }
    }
  }
  return problems;
}
