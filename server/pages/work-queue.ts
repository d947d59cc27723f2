/** Thrown where too much is under way already; the asker is to come again after `seconds`. */
export class Busy extends Error {
  readonly seconds = 2;

  constructor() {
    super("Too much is being made just now");
  }
}

/** Thrown to nobody: all who asked have gone. */
class Gone extends Error {}

/** Who asks: what they are counted by, and a signal that they have gone. */
export interface Asker {
  readonly client: string;
  readonly gone: AbortSignal;
}

interface Job {
  readonly client: string;
  readonly begin: () => void;
  readonly giveUp: (error: Error) => void;
  readonly result: Promise<unknown>;
  askers: number;
}

interface Limits {
  /** Most jobs at once, in all and of one client. */
  readonly running: number;
  readonly ofOne?: number;
  /** Most jobs that wait. */
  readonly waiting: number;
}

/**
 * Work that is heavy: so much at once, and a short queue in which clients take turns. Who asks for what is under way already waits
 * for that. Where the queue is full, the client with the most in it gives up its last place to one that has fewer, else the newcomer
 * is Busy. What waits is dropped when all who asked for it have gone.
 */
export class WorkQueue {
  readonly #limits: Limits;
  readonly #jobs = new Map<unknown, Job>();
  readonly #waiting: Job[] = [];
  readonly #running = new Map<string, number>();
  /** When each client last had a turn, counted in turns, since nothing was under way. */
  readonly #lastTurn = new Map<string, number>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Does a piece of work, or joins the one that is under way for the same key. */
  async run<Result>(key: unknown, { client, gone }: Asker, work: () => Promise<Result>): Promise<Result> {
    if (gone.aborted) throw new Gone();
    const job = this.#jobs.get(key) ?? this.#add(key, client, work);
    job.askers += 1;
    gone.addEventListener("abort", () => this.#leave(job), { once: true });
    return job.result as Promise<Result>;
  }

  #add(key: unknown, client: string, work: () => Promise<unknown>): Job {
    let begin = () => {};
    let giveUp: Job["giveUp"] = () => {};
    const result = new Promise<void>((resolve, reject) => {
      begin = resolve;
      giveUp = reject;
    })
      .then(() => work().finally(() => this.#count(client, -1)))
      .finally(() => {
        this.#jobs.delete(key);
        this.#next();
      });
    const job: Job = { client, begin, giveUp, result, askers: 0 };
    this.#makeRoomFor(client);
    this.#jobs.set(key, job);
    this.#waiting.push(job);
    this.#next();
    return job;
  }

  #makeRoomFor(client: string): void {
    const hasRoom = this.#waiting.length < this.#limits.waiting || this.#mayRun(client);
    if (hasRoom) return;
    const placesOf = (name: string) => this.#waiting.filter((job) => job.client === name).length;
    const most = this.#waiting.reduce((a, b) => (placesOf(b.client) >= placesOf(a.client) ? b : a));
    if (placesOf(most.client) <= placesOf(client) + 1) throw new Busy();
    this.#drop(most, new Busy());
  }

  #leave(job: Job): void {
    job.askers -= 1;
    if (job.askers === 0 && this.#waiting.includes(job)) this.#drop(job, new Gone());
  }

  #drop(job: Job, why: Error): void {
    this.#waiting.splice(this.#waiting.indexOf(job), 1);
    job.giveUp(why);
  }

  #mayRun(client: string): boolean {
    const { running, ofOne = running } = this.#limits;
    const all = [...this.#running.values()].reduce((sum, count) => sum + count, 0);
    return all < running && (this.#running.get(client) ?? 0) < ofOne;
  }

  /** Begins what may run: each time a job of the client whose last turn is the longest ago. */
  #next(): void {
    if (this.#jobs.size === 0) this.#lastTurn.clear();
    const ready = this.#waiting.filter(({ client }) => this.#mayRun(client));
    if (ready.length === 0) return;
    const turnOf = ({ client }: Job) => this.#lastTurn.get(client) ?? -1;
    const job = ready.reduce((a, b) => (turnOf(b) < turnOf(a) ? b : a));
    this.#waiting.splice(this.#waiting.indexOf(job), 1);
    this.#lastTurn.set(job.client, Math.max(-1, ...this.#lastTurn.values()) + 1);
    this.#count(job.client, 1);
    job.begin();
    this.#next();
  }

  #count(client: string, change: number): void {
    const count = (this.#running.get(client) ?? 0) + change;
    if (count === 0) this.#running.delete(client);
    else this.#running.set(client, count);
  }
}
