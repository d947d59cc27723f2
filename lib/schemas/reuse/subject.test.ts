import { expect, test } from "vitest";
import { readSubject } from "@/lib/schemas/reuse/subject";

test.each([
  ["/", { kind: "dashboard", key: "", parameters: {}, address: "/" }],
  [
    "/?region=CN-BJ&as-of=2020-01-01",
    {
      kind: "dashboard",
      key: "",
      parameters: { region: ["CN-BJ"], "as-of": ["2020-01-01"] },
      address: "/?region=CN-BJ&as-of=2020-01-01",
    },
  ],
  [
    "/metrics/tech%20jobs?region=CN-BJ&region=CN-GZ#top",
    {
      kind: "metric",
      key: "tech jobs",
      parameters: { region: ["CN-BJ", "CN-GZ"] },
      address: "/metrics/tech%20jobs?region=CN-BJ&region=CN-GZ",
    },
  ],
  ["/charts/key-figures", { kind: "chart", key: "key-figures", parameters: {}, address: "/charts/key-figures" }],
  ["/figures/ab12", { kind: "figure", key: "ab12", parameters: {}, address: "/figures/ab12" }],
  ["/search?q=9,500%3F", { kind: "search", key: "", parameters: { q: ["9,500?"] }, address: "/search?q=9%2C500%3F" }],
])("%s", (address, subject) => {
  expect(readSubject(address)).toEqual(subject);
});

test.each([
  null,
  "",
  "https://elsewhere.example/figures/x",
  "//elsewhere.example/",
  "/admin",
  "/figures/",
  "/figures/a/b",
  "/figures/%E0%A4%A",
  `/search?q=${"x".repeat(2000)}`,
])("nothing is taken along of %s", (address) => {
  expect(readSubject(address)).toBeNull();
});
