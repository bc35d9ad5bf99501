/**
 * Our controls that do not take a pointer everywhere in a square of 24 px around their centre (WCAG 2.5.8). None makes use
 * of the exception for spacing. Runs in the page.
 */
export function smallTargets(): string[] {
  const { controls, describe } = window.probes;
  const size = 24;
  const steps = [-0.5, -0.25, 0, 0.25, 0.5].map((step) => step * (size - 0.5));
  const problems: string[] = [];
  for (const control of controls()) {
    // A host's own control, as the browser draws it, is none of ours.
    if (!control.closest('[data-tokenwright]')) continue;
    control.scrollIntoView({ block: 'center', inline: 'nearest' });
    const { left, top, width, height } = control.getBoundingClientRect();
    if (width >= size && height >= size) continue;
    // What is drawn may be smaller than what can be hit, so the hits are counted.
    const hits = (x: number, y: number) => {
      const hit = document.elementFromPoint(left + width / 2 + x, top + height / 2 + y);
      return hit !== null && control.contains(hit);
    };
    const missed = steps.flatMap((y) => steps.filter((x) => !hits(x, y)));
    if (missed.length > 0) {
      problems.push(
        `${describe(control)} is drawn ${width} × ${height} px, and ${missed.length} of 25 presses miss it`,
      );
    }
  }
  return problems;
}
