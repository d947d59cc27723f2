import "server-only";
import { z } from "zod";
import { CHANGE_REFUSALS, DONE, json, type Operation, OWN_REFUSALS } from "@/lib/api/operations/operation";
import { dataOf } from "@/lib/schemas/api/answers";
import {
  newInvitation,
  newToken,
  ownChange,
  passwordChange,
  passwordOnly,
  personChange,
  secondStepCode,
} from "@/lib/schemas/people";

const GROUP = "Accounts";
const role = z.enum(["viewer", "editor", "admin"]);
const instant = z.iso.datetime();
const link = dataOf(z.strictObject({ id: z.string(), path: z.string(), expiresAt: instant }));
const backup = z.looseObject({ name: z.string(), bytes: z.int(), at: instant });

type Part = Pick<Operation, "id" | "summary" | "answers"> & Partial<Pick<Operation, "body" | "exampleBody">>;

/** An operation on accounts: its route is its path with parts in brackets. */
function on(method: Operation["method"], place: string, part: Part): Operation {
  const path = `/api/v1/${place}`;
  const refusals = method === "GET" ? OWN_REFUSALS : CHANGE_REFUSALS;
  return { method, path, route: path.replace(/\{(\w+)\}/g, "[$1]"), group: GROUP, refusals, ...part };
}

/** Accounts, tokens and backups: from a browser that is signed in, not with a token. */
export const PEOPLE_OPERATIONS: readonly Operation[] = [
  on("GET", "people", {
    ...{ id: "listPeople", summary: "Everyone with an account." },
    answers: { 200: json("The people", dataOf(z.array(z.looseObject({ id: z.string(), name: z.string(), role })))) },
  }),
  on("PATCH", "people/{id}", {
    ...{
      id: "changePerson",
      summary: "Changes a person's role, or shuts them out or lets them in.",
      body: personChange,
    },
    answers: { 204: DONE },
  }),
  on("POST", "people/{id}/renewal", {
    ...{ id: "renewPerson", summary: "Makes a link by which a person chooses a new password; it is shown once." },
    answers: { 201: json("The link", link) },
  }),
  on("GET", "people/me", {
    ...{ id: "getMe", summary: "Who one is here." },
    answers: {
      200: json(
        "The account",
        dataOf(
          z.strictObject({ id: z.string(), name: z.string(), email: z.string(), role, hasSecondStep: z.boolean() }),
        ),
      ),
    },
  }),
  on("PATCH", "people/me", {
    ...{ id: "changeMe", summary: "Changes one's own name.", body: ownChange, exampleBody: { name: "A name" } },
    answers: { 204: DONE },
  }),
  on("PUT", "people/me/password", {
    ...{
      id: "changePassword",
      summary: "Changes one's own password; every other session and token ends.",
      body: passwordChange,
    },
    answers: { 204: DONE },
  }),
  on("DELETE", "people/me/sessions", {
    ...{ id: "endSessions", summary: "Signs oneself out everywhere." },
    answers: { 204: DONE },
  }),
  on("POST", "people/me/second-step", {
    ...{ id: "beginSecondStep", summary: "Begins a second step of signing in.", body: passwordOnly },
    answers: { 201: json("What an authenticator needs, shown once", dataOf(z.looseObject({}))) },
  }),
  on("DELETE", "people/me/second-step", {
    ...{ id: "endSecondStep", summary: "Turns the second step off.", body: passwordOnly },
    answers: { 204: DONE },
  }),
  on("PUT", "people/me/second-step/code", {
    ...{ id: "confirmSecondStep", summary: "Turns the second step on by a first code.", body: secondStepCode },
    answers: { 204: DONE },
  }),
  on("GET", "invitations", {
    ...{ id: "listInvitations", summary: "Invitations that are still open." },
    answers: {
      200: json("The invitations", dataOf(z.array(z.looseObject({ id: z.string(), role, expiresAt: instant })))),
    },
  }),
  on("POST", "invitations", {
    ...{ id: "invite", summary: "Makes an invitation; its path is shown once.", body: newInvitation },
    ...{ answers: { 201: json("The invitation", link) }, exampleBody: { role: "editor", days: 7 } },
  }),
  on("DELETE", "invitations/{id}", {
    ...{ id: "takeInvitationBack", summary: "Takes an invitation back." },
    answers: { 204: DONE },
  }),
  on("GET", "tokens", {
    ...{ id: "listTokens", summary: "One's own API tokens." },
    answers: { 200: json("The tokens", dataOf(z.array(z.looseObject({ id: z.string(), name: z.string() })))) },
  }),
  on("POST", "tokens", {
    ...{
      id: "makeToken",
      summary: "Makes an API token that may do what its owner may; its secret is shown once.",
      body: newToken,
    },
    answers: { 201: json("The token", dataOf(z.looseObject({ id: z.string(), secret: z.string() }))) },
    exampleBody: { name: "A script", days: 90 },
  }),
  on("DELETE", "tokens/{id}", {
    ...{ id: "revokeToken", summary: "Takes one of one's own tokens back." },
    answers: { 204: DONE },
  }),
  on("GET", "backups", {
    ...{ id: "listBackups", summary: "Backups that were checked, newest first." },
    answers: { 200: json("The backups", dataOf(z.array(backup))) },
  }),
  on("POST", "backups", {
    ...{ id: "makeBackup", summary: "Makes a backup; answered when it has been opened and checked." },
    answers: { 201: json("The backup", dataOf(backup)) },
  }),
  on("GET", "backups/{file}", {
    ...{ id: "getBackup", summary: "A backup as a file." },
    answers: { 200: { what: "The file", types: ["application/vnd.sqlite3", "application/octet-stream"] } },
  }),
];
