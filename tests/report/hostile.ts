const ESCAPE = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
const NUL = String.fromCharCode(0);
const C1 = String.fromCharCode(0x9b);

/** Would end a tag, an attribute or a style sheet, and run. */
export const SCRIPT =
  '</style></title><script>window.__pwned = 1; alert(1)</script><img src="http://evil.example.com/x.png" onerror="window.__pwned=1">';

/** Would colour, clear and retitle a terminal. */
export const ANSI = `${ESCAPE}[31mred${ESCAPE}[2J${ESCAPE}]0;title${BELL} ${C1}31m ${NUL}\b\b\b\r`;

/** Would turn the order of characters round, or hide some. */
export const BIDI = 'user\u202Etxt.exe\u202C \u2066abc\u2069 \u200Bhidden\uFEFF \u2028next\u{E0041}';

/** Would end a CDATA section, a comment and an attribute. */
export const XML = ']]> <![CDATA[ --> "\' &amp; &#0; \uFFFE \uD800 alone';

/** Would be a link, a picture, a table row, a heading, a mention and code. */
export const MARKDOWN =
  '| a | b | [click](javascript:alert(1)) ![x](http://evil.example.com/y.png) <b>bold</b> `` ` `` # h @someone www.evil.example.com http://evil.example.com/z **strong** $x$';

/** All of it. */
export const HOSTILE = `${SCRIPT} ${ANSI} ${BIDI} ${XML} ${MARKDOWN}\n# second line\n- item`;

/** Would leave a shell's quotes. */
export const SHELL = `'; touch pwned; echo "$(touch pwned)" \`touch pwned\` $HOME \\ ! {a,b} [1-3] * ~ @file`;
