import { useSyncExternalStore } from 'react';

/** What the toolbar says about this page. */
export interface Look {
  readonly theme: string;
  readonly density: string;
}

/** The look of the page, followed as it changes. */
export function useLook(): Look {
  const [theme = '', density = ''] = useSyncExternalStore(subscribe, currentLook).split(' ');
  return { theme, density };
}

function subscribe(onChange: () => void) {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-density'] });
  return () => observer.disconnect();
}

function currentLook(): string {
  const { theme = 'light', density = 'comfortable' } = document.documentElement.dataset;
  return `${theme} ${density}`;
}
