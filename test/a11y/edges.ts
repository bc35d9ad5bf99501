/**
 * The controls that nothing but their text shows to be one. Forced colours take backgrounds and shadows away; what stays are
 * borders, underlines and icons. Runs in the page.
 */
export function controlsWithoutEdge(): string[] {
  const { controls, describe, isVisible, boxesOf, contrast, backgroundOf } = window.probes;
  const hasEdge = (element: Element) => {
    const style = getComputedStyle(element);
    const behind = backgroundOf(element.parentElement ?? element);
    const isSeen = (color: string) => contrast(color, behind) >= 3;
    const hasBorder =
      style.borderBlockStartStyle !== 'none' &&
      Number.parseFloat(style.borderBlockStartWidth) >= 1 &&
      isSeen(style.borderBlockStartColor);
    return (
      hasBorder ||
      style.textDecorationLine.includes('underline') ||
      (element.localName === 'svg' && isSeen(style.color)) ||
      isSeen(backgroundOf(element))
    );
  };
  return controls()
    .filter((control) => {
      // The options of a list are told apart by their lines; which one is chosen or highlighted has a test of its own.
      if (control.matches('[role="option"]')) return false;
      const parts = [control, ...control.querySelectorAll('*')].filter(isVisible);
      return ![...parts, ...boxesOf(control)].some(hasEdge);
    })
    .map(describe);
}
