/** The attributes by which stylesheets and tests find one element of a component. */
export interface PartAttributes {
  'data-tokenwright'?: '';
  'data-scope': string;
  'data-part': string;
}

/**
 * Names the elements of one component by the styling contract: `data-scope` is the component, `data-part` the element.
 * Its `root` also carries `data-tokenwright`, which the design tokens hang on.
 */
export function anatomy(scope: string): (part: string) => PartAttributes {
  return (part) => ({
    ...(part === 'root' && { 'data-tokenwright': '' as const }),
    'data-scope': scope,
    'data-part': part,
  });
}
