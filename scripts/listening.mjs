// What start tries before it changes anything, and serve says when it comes to it. Plain JavaScript: nothing is installed yet.
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Why a port cannot be listened on, for people: the cause and the cure in one line.
 * @param {NodeJS.ErrnoException} error @param {string} host @param {number} port
 */
function listenFailure(error, host, port) {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is in use: stop what uses it, or choose another with PORT=3001 npm start`;
    case "EACCES":
      return `Port ${port} may not be used by this user: choose one above 1023 with PORT=3000 npm start`;
    default:
      return `The server cannot listen on ${host}:${port}: ${error.message}`;
  }
}

/**
 * Listens, and gives the port. Rejects with cause and cure for people.
 * @param {import("node:net").Server} server @param {string} host @param {number} port
 */
export async function listen(server, host, port) {
  try {
    await once(server.listen(port, host), "listening");
  } catch (error) {
    throw new Error(listenFailure(/** @type {NodeJS.ErrnoException} */ (error), host, port));
  }
  // From here on: a connection that could not be taken, as when too many files are open. The others go on.
  server.on("error", (error) => console.error(`A connection could not be taken: ${error.message}`));
  return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
}

/** Throws where a port cannot be listened on now. @param {string} host @param {number} port */
export async function tryPort(host, port) {
  const server = createServer();
  await listen(server, host, port);
  server.close();
  await once(server, "close");
}
