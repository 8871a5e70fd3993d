/** Mounts the hook in node:http, Express, or anything that takes `(request, response, next)`. */
import { getRequestListener } from "@hono/node-server";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Hook } from "../create_hook.ts";
import { KasirError } from "../fault.ts";

export interface NodeHandlerOptions {
  /** The caller's address behind a proxy that the merchant runs; default: the socket's. */
  address?(request: IncomingMessage): string | undefined;
}

export type NodeHandler = (request: IncomingMessage, response: ServerResponse, next?: (fault?: unknown) => void) => void;

/** Express cuts off the path that a handler is mounted at, and keeps the whole one beside it. */
type Mounted = IncomingMessage & { originalUrl?: string };

/** Mount it before any body parser: what is checked are the bytes that arrived. Other paths go to `next`. */
export function nodeHandler(hook: Pick<Hook, "fetch" | "basePath">, options: NodeHandlerOptions = {}): NodeHandler {
  const addressOf = options.address ?? ((request: IncomingMessage) => request.socket.remoteAddress);
  const listener = getRequestListener(
    (request, { incoming }) => hook.fetch(request, { address: addressOf(incoming as IncomingMessage) }),
    { overrideGlobalObjects: false },
  );
  const isOurs = (url: string | undefined): boolean => {
    const path = url?.split("?", 1)[0];
    return path === hook.basePath || path?.startsWith(`${hook.basePath}/`) === true;
  };
  return (request: Mounted, response, next) => {
    const url = [request.url, request.originalUrl].find(isOurs);
    if (next !== undefined && url === undefined) return next();
    if (request.readableEnded && next !== undefined && request.method === "POST") {
      return next(new KasirError("ERR_BODY_ALREADY_READ", "mount nodeHandler(hook) before any body parser"));
    }
    if (url !== undefined) request.url = url;
    void listener(request, response);
  };
}
