/** Colours, light and dark; every pair of text and ground has a contrast of 4.5 or more. */
export const CSS_TOKENS = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8; --surface: #ffffff; --sunken: #f1f3f6; --text: #18212d; --muted: #525d6b; --line: #dde2e9;
  --link: #1a4fc4; --mark: #fff0b3; --shadow: 0 1px 2px rgb(16 24 40 / .06), 0 1px 3px rgb(16 24 40 / .08);
  --failed: #b3261e; --failed-ground: #fdeceb; --inconclusive: #8a4b00; --inconclusive-ground: #fff3dd;
  --drift: #5a3da6; --drift-ground: #f1edfb; --waived: #7d2c70; --waived-ground: #fbedf8;
  --passed: #176b3a; --passed-ground: #e6f5ec; --quiet: #525d6b; --quiet-ground: #eceff3; --seal: #ffffff; --band: #c9d6ea;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0e131a; --surface: #161d27; --sunken: #10161e; --text: #e4e9f0; --muted: #9fabba; --line: #2a3441;
    --link: #8fb6ff; --mark: #4d3f0c; --shadow: none;
    --failed: #ff9d93; --failed-ground: #3b1a18; --inconclusive: #ffc670; --inconclusive-ground: #35270f;
    --drift: #c5b3ff; --drift-ground: #271f44; --waived: #f0a8e3; --waived-ground: #3a203a;
    --passed: #7edba1; --passed-ground: #12301f; --quiet: #9fabba; --quiet-ground: #212a36; --seal: #10161e; --band: #2f4263;
  }
}
.is-failed { --tone: var(--failed); --tone-ground: var(--failed-ground); }
.is-inconclusive { --tone: var(--inconclusive); --tone-ground: var(--inconclusive-ground); }
.is-drift { --tone: var(--drift); --tone-ground: var(--drift-ground); }
.is-waived { --tone: var(--waived); --tone-ground: var(--waived-ground); }
.is-passed { --tone: var(--passed); --tone-ground: var(--passed-ground); }
.is-not-observed, .is-not-applicable { --tone: var(--quiet); --tone-ground: var(--quiet-ground); }
`;
