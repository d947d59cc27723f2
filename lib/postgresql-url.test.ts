import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { problemOfPostgresqlUrl, readPostgresqlUrl, serversOf } from "./postgresql-url";

/** What a client makes of a URL: user, password, host, port, database, options. */
function read(databaseUrl: string) {
  const client = new Client(readPostgresqlUrl(databaseUrl).config);
  const { options } = (client as unknown as { connectionParameters: { options?: string } }).connectionParameters;
  return [client.user, client.password, client.host, client.port, client.database, options ?? null];
}

describe("URLs as people have them", () => {
  test.each([
    ["postgresql://u:p@h:5433/d", ["u", "p", "h", 5433, "d", null]],
    ["postgres://u:p@h/d", ["u", "p", "h", 5432, "d", null]],
    ["postgresql://u:p@[::1]:5433/d", ["u", "p", "::1", 5433, "d", null]],
    ["postgresql://u@/d?host=/var/run/postgresql", ["u", null, "/var/run/postgresql", 5432, "d", null]],
    ["postgresql:///d?host=/run/pg&user=u", ["u", null, "/run/pg", 5432, "d", null]],
    ["postgresql://u@%2Frun%2Fpg/d", ["u", null, "/run/pg", 5432, "d", null]],
    ["postgresql://u:p%2F%3F%23%40%25%3A%C3%A9@h/d", ["u", "p/?#@%:é", "h", 5432, "d", null]],
    ["postgresql://u:a@b c:d@h/d", ["u", "a@b c:d", "h", 5432, "d", null]],
    ["postgresql://u:p+q@h/d?schema=a-b", ["u", "p+q", "h", 5432, "d", '-c search_path="a-b"']],
    ["postgresql://u@h/d?options=-c%20search_path=a", ["u", null, "h", 5432, "d", "-c search_path=a"]],
    [
      "postgresql://u@h/d?options=-c%20statement_timeout%3D5s&schema=A",
      ["u", null, "h", 5432, "d", '-c statement_timeout=5s -c search_path="A"'],
    ],
    ["postgresql://u@h/d?pgbouncer=true&connect_timeout=300&application_name=x", ["u", null, "h", 5432, "d", null]],
  ])("%s", (databaseUrl, meant) => {
    expect(read(databaseUrl)).toEqual(meant);
  });

  test.each([
    ["", "public", false],
    ["?schema=public", "public", true],
    ["?schema=Mine", "Mine", true],
    ["?options=-csearch_path%3DMine", "mine", true],
    ['?options=-c search_path="Mine"', "Mine", true],
    ["?options=--search-path=mine&schema=mine", "mine", true],
  ])("the schema of %s", (query, schema, isSchemaNamed) => {
    expect(readPostgresqlUrl(`postgresql://u@h/d${query}`)).toMatchObject({ schema, isSchemaNamed });
  });

  test.each([
    ["", false, {}],
    ["?sslmode=disable", false, { PGSSLMODE: "disable" }],
    ["?sslmode=require", { rejectUnauthorized: false }, { PGSSLMODE: "require" }],
    ["?sslmode=no-verify", { rejectUnauthorized: false }, { PGSSLMODE: "require" }],
    ["?sslmode=require&uselibpqcompat=true", { rejectUnauthorized: false }, { PGSSLMODE: "require" }],
    ["?sslmode=verify-full", {}, { PGSSLMODE: "verify-full" }],
    ["?sslmode=verify-full&sslrootcert=system", {}, { PGSSLMODE: "verify-full", PGSSLROOTCERT: "system" }],
    ["?sslmode=require&channel_binding=require", { rejectUnauthorized: false }, { PGCHANNELBINDING: "require" }],
  ])("encryption of %s, for clients and for PostgreSQL's programs alike", (query, ssl, programs) => {
    const url = readPostgresqlUrl(`postgresql://u@h/d${query}`);
    expect((new Client(url.config) as unknown as { ssl: unknown }).ssl).toEqual(ssl);
    expect(url.programs).toMatchObject(programs);
  });
});

describe("a URL that would mean something else is refused, with what puts it right and nothing secret", () => {
  test.each([
    ["postgresql://u:12#hidden@h/d", /has to be escaped.*%23/],
    ["postgresql://u:12/hidden@h/d", /has to be escaped.*%2F/],
    ["postgresql://u:12?hidden@h/d", /has to be escaped.*%3F/],
    ["postgresql://u:hidden%x@h/d", /begins no escape: write %25/],
    ["postgresql://u:hidden%ff@h/d", /cannot be read: write it as/],
    ["postgresql://u:hid\tden@h/d", /cannot be read: write it as/],
    ["postgresql://u:hidden@h:123456/d", /cannot be read: write it as/],
    ["postgresql://u:hidden@h1,h2/d?target_session_attrs=any", /another target_session_attrs than read-write/],
    ["postgresql://u:hidden@/d?host=h1,h2", /several hosts: name one/],
    ["postgresql://u:hidden@h/d?port=x", /port that is no number/],
    ["postgresql://u:hidden@h/d?sslmode=prefer", /sslmode=prefer.*: write one of disable, require/],
    ["postgresql://u:hidden@h/d?sslmode=verify-ca", /add sslrootcert=file/],
    ["postgresql://u:hidden@h/d?sslrootcert=file", /add sslmode=verify-full/],
    ["postgresql://u:hidden@h/d?connection_limit=1", /“connection_limit”, which has no effect here: leave it out/],
    ["postgresql://u:hidden@h/d?schema=a,b", /no single schema/],
    ["postgresql://u:hidden@h/d?schema=", /no single schema/],
    ["postgresql://u:hidden@h/d?options=-c search_path=a,b", /no single schema/],
    ["postgresql://u:hidden@h/d?options=-c search_path=a&schema=b", /two schemas.*name one/],
  ])("%s", (databaseUrl, problem) => {
    const said = problemOfPostgresqlUrl(databaseUrl) ?? "";
    expect(said).toMatch(problem);
    expect(said).not.toMatch(/hid/);
    expect(() => readPostgresqlUrl(databaseUrl)).toThrow(`The URL of the database ${said}`);
  });
});

test.each([
  ["postgresql://user:a%40b@one:5432/site", ["postgresql://user:a%40b@one:5432/site"]],
  [
    "postgres://user:word@one,[::1]:5433/site?sslmode=require",
    ["postgres://user:word@one/site?sslmode=require", "postgres://user:word@[::1]:5433/site?sslmode=require"],
  ],
  ["postgresql://one,two", ["postgresql://one", "postgresql://two"]],
  ["postgresql:///site?host=/run/postgresql", ["postgresql:///site?host=/run/postgresql"]],
])("a URL names one server or several: %s", (url, servers) => {
  expect(serversOf(url)).toEqual(servers);
});

test("what a URL of several servers says holds for each of them", () => {
  const { config } = readPostgresqlUrl("postgresql://u:w@one,two:5433/d?target_session_attrs=read-write&schema=s");
  const options = "options=-c%20search_path%3D%22s%22";
  expect(serversOf(config.connectionString)).toEqual([
    `postgresql://u:w@one/d?${options}`,
    `postgresql://u:w@two:5433/d?${options}`,
  ]);
});
