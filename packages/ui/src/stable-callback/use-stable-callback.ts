'use client';

import { useCallback, useEffect, useRef } from 'react';

/** One function for the life of the component that always calls the latest callback, so that memoised children stay. */
export function useStableCallback<Args extends readonly unknown[], Result>(
  callback: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
