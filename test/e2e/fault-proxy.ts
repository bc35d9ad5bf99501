import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as sendRequest,
} from 'node:http';
import type { AddressInfo } from 'node:net';

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
  /** Every request that was to be answered by a fault or not, as `POST /api/tokens`, in the order it came. */
  readonly creations: readonly Exchange[];
  /** Lets a fault befall the next request such as `POST /api/tokens`; the one after it is sent on again. */
  befall(request: string, fault: Fault): void;
  close(): Promise<void>;
}

/** A reverse proxy before the demo that loses, delays and falsifies what it is told to. */
export async function openFaultProxy(target: string): Promise<FaultProxy> {
  const faults = new Map<string, Fault>();
  const creations: Exchange[] = [];

  const server = createServer(async (request, response) => {
    const exchange = exchangeOf(target, request, response, await readText(request));
    const name = `${request.method} ${request.url}`;
    if (name === 'POST /api/tokens') creations.push(exchange);
    const fault = faults.get(name) ?? passOn;
    faults.delete(name);
    try {
      await fault(exchange);
    } catch {
      // The server is gone: to the page, so is the connection.
      exchange.reset();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://localhost:${port}`,
    creations,
    befall: (name, fault) => faults.set(name, fault),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
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
