"use client";

import { createTheme, MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";

const theme = createTheme({ respectReducedMotion: true, cursorType: "pointer" });

/**
 * What Mantine's controls need around them. Mantine is told of one scheme only: its variables point to the site's own tokens
 * (app/admin/mantine.css), which follow the theme that the reader chose. Nothing is written into the page as a style sheet,
 * so the content security policy needs no exception.
 */
export function MantineFrame({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  );
}
