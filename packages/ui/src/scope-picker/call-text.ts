import type { EndpointQuery } from '@tokenwright/core';

/** A call as one writes it: method and path, or the path alone where any method is meant. */
export function callText({ method, path }: EndpointQuery): string {
  return method ? `${method} ${path}` : path;
}
