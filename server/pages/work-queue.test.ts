import { expect, test, vi } from "vitest";
import { Busy, WorkQueue } from "@/server/pages/work-queue";

const by = (client: string, gone: AbortSignal = new AbortController().signal) => ({ client, gone });

/** A queue, the names of what has begun in it, and a way to end one of these. */
function watched(limits: ConstructorParameters<typeof WorkQueue>[0]) {
  const queue = new WorkQueue(limits);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string, client: string, gone?: AbortSignal) => {
    const work = () =>
      new Promise<string>((resolve) => {
        begun.push(name);
        ends.set(name, () => resolve(name));
      });
    const result = queue.run(name, by(client, gone), work);
    result.catch(() => undefined);
    return result;
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { ask, begun, end };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("so many run at once, the others wait, and what fails makes room as well", async () => {
  const { ask, begun, end } = watched({ running: 2, waiting: 16 });
  const queue = new WorkQueue({ running: 1, waiting: 1 });
  for (const name of ["a1", "a2", "a3", "a4"]) void ask(name, "a");
  await settled();
  expect(begun).toEqual(["a1", "a2"]);
  await end("a2");
  expect(begun).toEqual(["a1", "a2", "a3"]);
  await expect(queue.run(1, by("a"), () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await queue.run(2, by("a"), async () => "done")).toBe("done");
});

test("fifty who ask for one thing have it made once", async () => {
  const queue = new WorkQueue({ running: 2, waiting: 16 });
  const work = vi.fn(async () => ({}));
  const found = await Promise.all(Array.from({ length: 50 }, (_, number) => queue.run("/", by(`${number}`), work)));
  expect(work).toHaveBeenCalledTimes(1);
  expect(new Set(found).size).toBe(1);
  await queue.run("/", by("a"), work);
  expect(work).toHaveBeenCalledTimes(2);
});

test("clients take turns, however much one of them asks for", async () => {
  const { ask, begun, end } = watched({ running: 1, waiting: 16 });
  for (const name of ["a1", "a2", "a3", "a4"]) void ask(name, "a");
  for (const name of ["b1", "b2"]) void ask(name, "b");
  void ask("c1", "c");
  for (const name of ["a1", "b1", "c1", "a2", "b2", "a3"]) {
    await settled();
    await end(name);
  }
  expect(begun).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", "a4"]);
});

test("of one client only so many run, where that is said", async () => {
  const { ask, begun } = watched({ running: 3, ofOne: 2, waiting: 16 });
  for (const name of ["a1", "a2", "a3"]) void ask(name, "a");
  void ask("b1", "b");
  await settled();
  expect(begun).toEqual(["a1", "a2", "b1"]);
});

test("where the queue is full the newcomer is told so, unless another client fills it", async () => {
  const { ask, begun, end } = watched({ running: 1, waiting: 3 });
  const asked = ["a1", "a2", "a3", "a4"].map((name) => ask(name, "a"));
  await expect(ask("a5", "a")).rejects.toBeInstanceOf(Busy);
  const other = ask("b1", "b");
  await expect(asked[3]).rejects.toBeInstanceOf(Busy);
  await settled();
  for (const name of ["a1", "b1"]) await end(name);
  expect(await other).toBe("b1");
  expect(begun).toEqual(["a1", "b1", "a2"]);
});

test("what waits is dropped when all who asked for it have gone, and only then", async () => {
  const { ask, begun, end } = watched({ running: 1, waiting: 16 });
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
  void ask("a1", "a");
  const dropped = ask("a2", "a", first.signal);
  void ask("a3", "a", second.signal);
  void ask("a3", "b", third.signal);
  first.abort();
  second.abort();
  await expect(dropped).rejects.toThrow();
  await settled();
  await end("a1");
  expect(begun).toEqual(["a1", "a3"]);
  // Who asks anew after that has it made.
  void ask("a2", "a");
  await end("a3");
  expect(begun).toEqual(["a1", "a3", "a2"]);
});
