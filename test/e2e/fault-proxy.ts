import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  request as sendRequest,
} from 'node:http';

/** What a server answered, or what the page is told that it did. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request of the page on its way to the server. */
export interface Exchange {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Sends the request on and gives what the server answers, which the page does not get by itself. */
  forward(): Promise<Answer>;
  /** Answers the page; what is left out is an empty answer of 200. */
  answer(answer: Partial<Answer>): void;
  /** Breaks the connection to the page (TCP reset), after the given part of an answer. */
  reset(part?: { answer: Answer; share: number }): void;
}

/** Stands for the network on the way of one request. A request that it leaves alone stays unanswered. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

export interface FaultProxy {
  /** Where the page answers through the proxy. */
  readonly url: string;
  /** Every request to create a token, in the order they came, whatever befell them. */
  readonly creations: readonly Exchange[];
  /**
   * Lets a fault befall every request of this name, such as `POST /api/tokens`, until {@link FaultProxy.restore}. Not only
   * the next one: a browser repeats a request by itself when a connection that it had used before breaks without an answer.
   */
  befall(request: string, fault: Fault): void;
  /** Sends everything on again. */
  restore(): void;
  close(): Promise<void>;
}

/** The request that creates a token. */
export const creation = 'POST /api/tokens';

/** A reverse proxy before the demo that loses, delays and falsifies what it is told to. */
export async function openFaultProxy(target: string): Promise<FaultProxy> {
  const faults = new Map<string, Fault>();
  const creations: Exchange[] = [];

  const server = createServer(async (request, response) => {
    const exchange = exchangeOf(target, request, response, await readText(request));
    const name = `${request.method} ${request.url}`;
    if (name === creation) creations.push(exchange);
    const fault = faults.get(name) ?? passOn;
    try {
      await fault(exchange);
    } catch {
      // The server is gone: to the page, so is the connection.
      exchange.reset();
    }
  });
  // Longer than any test, so that whether a connection is used again is not a matter of time.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));

  return {
    url: `http://localhost:${portOf(server)}`,
    creations,
    befall: (name, fault) => faults.set(name, fault),
    restore: () => faults.clear(),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on no port.');
  return address.port;
}

async function passOn({ forward, answer }: Exchange): Promise<void> {
  answer(await forward());
}

function exchangeOf(target: string, request: IncomingMessage, response: ServerResponse, body: string): Exchange {
  const write = ({ status = 200, headers = {}, body: content = '' }: Partial<Answer>) => {
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(content) });
    return content;
  };
  return {
    headers: request.headers,
    body,
    forward: () => forward(target, request, body),
    answer: (answer) => response.end(write(answer)),
    reset(part) {
      if (!part) {
        request.socket.resetAndDestroy();
        return;
      }
      const content = write(part.answer);
      response.write(content.slice(0, content.length * part.share), () => request.socket.resetAndDestroy());
    },
  };
}

function forward(target: string, { method, url = '/', headers }: IncomingMessage, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = sendRequest(new URL(url, target), { method, headers }, async (response) => {
      const { 'transfer-encoding': _, connection: __, ...endToEnd } = response.headers;
      try {
        resolve({ status: response.statusCode ?? 502, headers: endToEnd, body: await readText(response) });
      } catch (error) {
        reject(error);
      }
    });
    onward.once('error', reject);
    onward.end(body);
  });
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
