import type { OutgoingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { asOfHeader } from "@/lib/http/internal-header";
import { statusOfPage } from "@/lib/http/page-status";
import { TELL_SCOPES, toldScopes } from "@/lib/http/scope-trailer";
import { logEvent } from "@/lib/log";
import { pageAnswers } from "@/server/metrics";
import { NOTHING_RUNS, OF_PICTURES, type PagePolicy } from "@/server/pages/content-security-policy";
import { splitPage } from "@/server/pages/deferred-hydration";
import { type Answer, makeAnswer, PageStore } from "@/server/pages/page-store";
import { NO_SUCH_PAGE } from "@/server/pages/public-routes";
import { PublishedVersion, type ReadChanges } from "@/server/pages/publication-version";
import { type Asker, Busy, WorkQueue } from "@/server/pages/work-queue";
import { type Picture, PictureThread, pictureAt } from "@/server/pictures/picture-thread";
import type { Upstream } from "@/server/upstream";

const MEMORY = { bytes: 64 * 1024 * 1024, entries: 5000, unknown: 100, dated: 200 };
/** Rendering at once, and waiting for it. */
const LIMITS = { running: 2, waiting: 16 };

/** Headers that the app gives for readers; all others are the proxy's own business, or the framework's. */
const FOR_READERS = ["content-disposition", "content-type", "link", "location", "retry-after", "x-total-count"];

/** What is kept of an address: the page (or file), its data as the framework's router asks for it, and as the page loads it late. */
export type Form = "page" | "router" | "late";
/** What was made together: a page and its late data, or the data for the router. */
type Forms = { readonly page: Answer; readonly late: Answer } | { readonly router: Answer };

/** The answers that are the same for everyone: each is made once, and kept until something changes that it was read from. */
export class PageCache {
  readonly #app: Upstream;
  readonly #policyOf: PagePolicy;
  readonly #published: PublishedVersion;
  readonly #memory: PageStore;
  readonly #work = new WorkQueue(LIMITS);
  readonly #pictures = new PictureThread();

  constructor(app: Upstream, policyOf: PagePolicy, readChanges: ReadChanges) {
    this.#app = app;
    this.#policyOf = policyOf;
    this.#published = new PublishedVersion(readChanges);
    this.#memory = new PageStore(MEMORY, this.#published.known);
  }

  /**
   * The answer for an address, one that `publicAddress` gives: the one kept, or a new one when its turn comes. Whoever asks meanwhile
   * for the same, or for the other one of a page and its late data, waits for the same rendering. Where rendering fails, an answer of
   * another day is given from which nothing is known to have changed.
   */
  async find(address: string, form: Form, askerOf: () => Asker): Promise<Answer> {
    const version = await this.#published.current();
    const key = keyOf(address, form);
    const kept = this.#memory.find(key);
    if (kept !== null) return counted("kept", kept);
    const isForRouter = form === "router";
    const make = () => this.#make(address, isForRouter, version);
    try {
      const forms = await this.#work.run(`${version} ${keyOf(address, isForRouter ? form : "page")}`, askerOf(), make);
      return counted("made", (forms as Record<Form, Answer>)[form]);
    } catch (error) {
      const old = error instanceof Busy ? null : this.#memory.findOld(key);
      if (old === null) throw error;
      return counted("old", old);
    }
  }

  /** The publication version that answers have now, at least; null before one could be read. */
  version(): Promise<number | null> {
    return this.#published.current();
  }

  /** Something was written here: what is answered from now on is so. */
  expire(): void {
    this.#published.expire();
  }

  /** Makes the forms of an address that are made together, and keeps them. */
  async #make(address: string, isForRouter: boolean, version: number | null): Promise<Forms> {
    try {
      const forms = isForRouter
        ? await this.#renderForRouter(address, version)
        : await this.#renderPage(address, version);
      for (const [form, answer] of Object.entries(forms)) {
        this.#memory.keep(keyOf(address, form as Form), version, answer);
      }
      return forms;
    } catch (error) {
      logEvent("error", "Rendering failed", { detail: `${address.slice(0, 200)}: ${errorText(error)}` });
      throw error;
    }
  }

  /** A page with its late data. A file has none: it is given in its place. */
  async #renderPage(
    address: string,
    version: number | null,
  ): Promise<{ readonly page: Answer; readonly late: Answer }> {
    const picture = pictureAt(address);
    if (picture !== null) return this.#drawPicture(picture, version);
    const { status, headers: made, content, scopes } = await this.#ask(address, version);
    const headers = publicHeaders(made);
    if (!String(made["content-type"] ?? "").startsWith("text/html")) {
      const page = await makeAnswer(status, { ...headers, "content-security-policy": NOTHING_RUNS }, content, scopes);
      return { page, late: page };
    }
    if (status === 404 && address !== NO_SUCH_PAGE) {
      // Where a slug is unknown the framework leaves the page empty until its scripts run; where no route fits, it is whole.
      const { page } = await this.#renderPage(NO_SUCH_PAGE, version);
      return { page: { ...page, scopes }, late: page };
    }
    const { html, data } = splitPage(content.toString(), address);
    headers["content-security-policy"] = this.#policyOf(html, isFramed(address));
    const dataHeaders = publicHeaders({ "content-type": "text/javascript; charset=utf-8" });
    const [page, late] = await Promise.all([
      makeAnswer(statusOfPage(status, html), headers, Buffer.from(html), scopes),
      makeAnswer(200, dataHeaders, Buffer.from(data), scopes),
    ]);
    return { page, late };
  }

  /** A picture from the drawing that the app makes. */
  async #drawPicture(picture: Picture, version: number | null) {
    const { status, headers: made, content, scopes } = await this.#ask(picture.source, version);
    const isDrawn = status === 200;
    const type = isDrawn && picture.format === "png" ? "image/png" : made["content-type"];
    const headers = { ...publicHeaders({ ...made, "content-type": type }), "content-security-policy": OF_PICTURES };
    const body = isDrawn ? await this.#pictures.finish(content.toString(), picture) : content;
    const page = await makeAnswer(status, headers, body, scopes);
    return { page, late: page };
  }

  /** A page as the framework's router asks for it: whole, without regard to what the router has. */
  async #renderForRouter(address: string, version: number | null): Promise<Forms> {
    const asked = `${address}${address.includes("?") ? "&" : "?"}_rsc=`;
    const { status, headers, content, scopes } = await this.#ask(asked, version, { rsc: "1" });
    const router = await makeAnswer(
      status,
      { ...publicHeaders(headers), "content-security-policy": NOTHING_RUNS },
      content,
      scopes,
    );
    return { router };
  }

  /** Asks the app as nobody in particular: no cookie, no header of a reader reaches what is kept. */
  async #ask(address: string, version: number | null, headers: OutgoingHttpHeaders = {}) {
    const own = { host: "localhost", ...TELL_SCOPES, ...asOfHeader(version) };
    const answer = await this.#app({ address, headers: { ...own, ...headers } });
    const { statusCode: status = 500 } = answer;
    const content = await buffer(answer);
    // What is not offered (501) is an answer, not a failure.
    if (status >= 500 && status !== 501) throw new Error(`the app answered ${status}`);
    return { status, headers: answer.headers, content, scopes: toldScopes(answer.trailers) };
  }
}

function counted(result: "kept" | "made" | "old", answer: Answer): Answer {
  pageAnswers.inc({ result });
  return answer;
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether other sites may frame what stands at an address: embeds, and nothing else. */
function isFramed(address: string): boolean {
  return address.startsWith("/embed/");
}

/** "#" is in no address. */
function keyOf(address: string, form: Form): string {
  return form === "page" ? address : `${address}#${form}`;
}

/** Headers of an answer that may be given to anyone, after asking whether it is still what it was. */
export function publicHeaders(rendered: OutgoingHttpHeaders): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of FOR_READERS) {
    if (rendered[name] !== undefined) headers[name] = String(rendered[name]);
  }
  headers["cache-control"] = "public, max-age=0, must-revalidate";
  headers.vary = "Accept-Encoding";
  return headers;
}
