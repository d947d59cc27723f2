import { describe, expect, test } from "vitest";
import { passwordIssue } from "@/lib/auth/passwords";

const about = ["Ada Lovelace", "ada.lovelace@example.org"];

describe("a new password", () => {
  test.each([
    "correct horse battery",
    "пароль из слов",
    "twelve chars",
    "密码密码一二三四五六七八",
    "lovelace wrote the first program",
  ])("“%s” will do", (password) => expect(passwordIssue(password, about)).toBeNull());

  test.each([
    ["eleven char", /too short/],
    ["", /too short/],
    ["🂡🂢🂣🂤🂥🂦", /too short/],
    ["aaaaaaaaaaaaaaaa", /repeats/],
    ["abababababababab", /repeats/],
    ["lovelacelovelace", /your own/],
    ["Ada Lovelace", /your own/],
    ["ada.lovelace@example.org", /your own/],
    ["LOVELACE12345", /your own/],
    ["x".repeat(60) + "abcdefgh".repeat(10), /too long/],
  ])("“%s” will not", (password, reason) => expect(passwordIssue(password, about)).toMatch(reason));
});
