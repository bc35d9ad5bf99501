// Imported before React, which looks for the hook of its DevTools once, when it is loaded. Between measurements it does nothing.

/** What is read of React's internal tree: its DevTools read the same. */
interface Fiber {
  tag: number;
  flags: number;
  alternate: Fiber | null;
  child: Fiber | null;
  sibling: Fiber | null;
}

/** Function components, classes, `forwardRef` and simple `memo`: what somebody wrote, each once. */
const componentTags = new Set([0, 1, 11, 15]);
const performedWork = 1;

let counted: number | null = null;

Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot(_renderer: number, { current }: { current: Fiber }) {
      if (counted !== null) counted += countRendered(current);
    },
  },
});

/** @returns How many components React rendered from here to the call of the function that is returned. */
export function countRenders(): () => number {
  counted = 0;
  return () => {
    const renders = counted ?? 0;
    counted = null;
    return renders;
  };
}

/** A subtree that a render left alone has the same first child as before it. */
function countRendered(fiber: Fiber): number {
  const { alternate, tag, flags } = fiber;
  let renders = componentTags.has(tag) && (flags & performedWork) !== 0 ? 1 : 0;
  if (alternate && alternate.child === fiber.child) return renders;
  for (let child = fiber.child; child; child = child.sibling) renders += countRendered(child);
  return renders;
}
