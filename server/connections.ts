/**
 * The connections at one port, given to several workers in turn, each of which serves them as if it listened itself. Node's own way
 * (node:cluster) loses a connection that is on its way to a worker when that is killed: it stays open, and whoever made it waits for ever.
 */
import type { Worker } from "node:cluster";
import type { Server as HttpServer } from "node:http";
import { createServer, type Socket } from "node:net";
import { listen } from "@/scripts/listening.mjs";

/** Gives connections to workers; one that was given and not yet taken when its worker ended is given to another. */
export class Connections {
  /** In the order of their turns, each with what was given to it and not yet taken. */
  readonly #workers = new Map<Worker, Map<number, Socket>>();
  // As a server of HTTP would accept them.
  readonly #server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }, (socket) => {
    socket.on("error", () => socket.destroy());
    this.#give(socket);
  });
  #port: Promise<number> | null = null;
  #last = 0;

  /** Gives connections to a worker too; the first opens the port. Gives the port, rejects with cause and cure where it cannot be had. */
  add(worker: Worker, host: string, port: number): Promise<number> {
    this.#workers.set(worker, new Map());
    this.#port ??= listen(this.#server, host, port);
    return this.#port;
  }

  /** The worker has the connection, of which nothing was read until now. */
  taken(worker: Worker, connection: number): void {
    const given = this.#workers.get(worker);
    given?.get(connection)?.destroy();
    given?.delete(connection);
  }

  /**
   * Gives nothing more to a worker that has ended, and what it has not taken to another. ("disconnect" does not come where a connection is on
   * its way; before "exit" all that the worker told has been read.)
   */
  remove(worker: Worker): void {
    const left = this.#workers.get(worker);
    this.#workers.delete(worker);
    for (const socket of left?.values() ?? []) this.#give(socket);
  }

  #give(socket: Socket): void {
    const [next] = this.#workers;
    if (next === undefined) {
      socket.destroy();
      return;
    }
    const [worker, given] = next;
    this.#workers.delete(worker);
    this.#workers.set(worker, given);
    this.#last += 1;
    given.set(this.#last, socket);
    worker.send({ connection: this.#last }, socket, { keepOpen: true });
  }
}

/** Serves connections that were given, at a server that does not listen. */
export function serverOfGiven(server: HttpServer): (socket: Socket) => void {
  // Node begins its limits on slow requests when a server listens.
  server.emit("listening");
  return (socket) => {
    socket.allowHalfOpen = true;
    server.emit("connection", socket);
    socket.resume();
  };
}
