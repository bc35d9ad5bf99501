import type { SourceName } from './source-error.js';
import { wizard } from './token-wizard.setup.js';

/** One region per source of the host: loading, ready or failed with Retry. The catalog is loaded anew for another version. */
export function sourceRegion(source: SourceName) {
  const reload = { guard: { type: 'isSourceStale', params: { source } }, target: 'loading', reenter: true } as const;
  return wizard.createStateConfig({
    initial: 'deciding',
    states: {
      deciding: {
        always: [
          { guard: { type: 'isSourceFailed', params: { source } }, target: 'failed' },
          { guard: { type: 'isSourceReady', params: { source } }, target: 'ready' },
          { guard: { type: 'isSourceWanted', params: { source } }, target: 'loading' },
        ],
      },
      loading: {
        entry: { type: 'requestSource', params: { source } },
        invoke: {
          id: `loadSource.${source}`,
          src: 'loadSource',
          input: ({ context }) => ({ source, version: context.answers.version }),
          onDone: {
            target: 'deciding',
            actions: { type: 'storeSource', params: ({ event }) => ({ source, data: event.output }) },
          },
          onError: {
            target: 'deciding',
            actions: { type: 'recordSourceError', params: ({ event }) => ({ source, error: event.error }) },
          },
        },
        after: {
          createTimeout: {
            target: 'deciding',
            actions: { type: 'recordSourceError', params: { source, error: new Error('it did not answer in time') } },
          },
        },
        always: reload,
      },
      ready: { entry: { type: 'reportSourceWarnings', params: { source } }, always: reload },
      failed: {
        entry: [
          { type: 'tellSourceFailure', params: { source } },
          { type: 'reportSourceFailure', params: { source } },
        ],
        always: reload,
        on: {
          'source.retry': {
            guard: { type: 'isSource', params: ({ event }) => ({ asked: event.source, source }) },
            target: 'loading',
          },
        },
      },
    },
    on: {
      'source.reload': {
        guard: { type: 'isSource', params: ({ event }) => ({ asked: event.source, source }) },
        target: '.deciding',
        actions: { type: 'forgetSource', params: { source } },
      },
      'source.change': {
        guard: { type: 'isSource', params: ({ event }) => ({ asked: event.source, source }) },
        target: '.deciding',
        actions: { type: 'storeSource', params: ({ event }) => ({ source, data: event.data }) },
      },
    },
  });
}
