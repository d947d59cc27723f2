import { expect, test } from "vitest";
import { serversOf } from "@/lib/postgresql-client";

test.each([
  ["postgresql://user:a%40b@one:5432/site", ["postgresql://user:a%40b@one:5432/site"]],
  [
    "postgres://user:word@one,[::1]:5433/site?sslmode=require&target_session_attrs=read-write",
    [
      "postgres://user:word@one/site?sslmode=require&target_session_attrs=read-write",
      "postgres://user:word@[::1]:5433/site?sslmode=require&target_session_attrs=read-write",
    ],
  ],
  ["postgresql://one,two", ["postgresql://one", "postgresql://two"]],
  ["postgresql:///site?host=/run/postgresql", ["postgresql:///site?host=/run/postgresql"]],
])("a URL names one server or several: %s", (url, servers) => {
  expect(serversOf(url)).toEqual(servers);
});
