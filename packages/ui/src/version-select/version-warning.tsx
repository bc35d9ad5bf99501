'use client';

import type { ApiVersion } from '@tokenwright/core';
import { useEffect, useRef } from 'react';
import { anatomy } from '../anatomy/anatomy.js';
import { useAnnouncer } from '../announcer/announcer.js';
import { drawIcon } from '../icon/icon.js';
import { englishVersionSelect } from '../messages/english.js';
import { useWords } from '../provider/tokenwright-provider.js';

const ownWords = { versionSelect: englishVersionSelect };

const part = anatomy('version-select');

/** What there is to know about a deprecated version, once the user has chosen it. */
export function VersionWarning({ version }: { version: ApiVersion | undefined }) {
  const { messages, format } = useWords(ownWords);
  const { announce, region } = useAnnouncer();
  const text =
    version?.status === 'deprecated'
      ? messages.versionSelect.deprecatedChosen({ label: version.label, date: version.sunsetAt ?? null }, format)
      : '';
  // What was there from the start is read with the page; only what a choice brought is announced.
  const said = useRef(text);
  useEffect(() => {
    if (said.current !== text) announce(text);
    said.current = text;
  }, [announce, text]);
  return (
    <>
      {text !== '' && (
        <div {...part('warning')}>
          {drawIcon('warning')}
          <bdi>{text}</bdi>
        </div>
      )}
      {region}
    </>
  );
}
