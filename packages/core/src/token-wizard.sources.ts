import type { SourceName } from './source-error.js';
import { wizard } from './token-wizard.setup.js';

/** One region per source of the host: loading, ready or failed with Retry. The catalog is loaded again for another version. */
export function sourceRegion(source: SourceName) {
  const params = { source };
  const reload = { guard: { type: 'isSourceStale', params }, target: 'loading', reenter: true } as const;
  const isThis = {
    type: 'isSource',
    params: ({ event }: { event: { source: SourceName } }) => ({ asked: event.source, source }),
  } as const;
  return wizard.createStateConfig({
    initial: 'deciding',
    states: {
      deciding: {
        always: [
          { guard: { type: 'isSourceFailed', params }, target: 'failed' },
          { guard: { type: 'isSourceReady', params }, target: 'ready' },
          { guard: { type: 'isSourceWanted', params }, target: 'loading' },
        ],
      },
      loading: {
        entry: { type: 'requestSource', params },
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
      ready: { entry: { type: 'reportSourceWarnings', params }, always: reload },
      failed: {
        entry: [
          { type: 'tellSourceFailure', params },
          { type: 'reportSourceFailure', params },
        ],
        always: reload,
        on: {
          'source.retry': {
            guard: isThis,
            target: 'loading',
          },
        },
      },
    },
    on: {
      'source.reload': {
        guard: isThis,
        target: '.deciding',
        actions: { type: 'forgetSource', params },
      },
      'source.change': {
        guard: isThis,
        target: '.deciding',
        actions: { type: 'storeSource', params: ({ event }) => ({ source, data: event.data }) },
      },
    },
  });
}
