/** What the user reads of a scope or category. One without a label shows its id: a check box must have a name (WCAG 4.1.2). */
export function shownLabel({ id, label }: { id: string; label: string }): string {
  return label.trim() === '' ? id : label;
}
