/** Suffixes of source code, and of templates that hold some. */
const SOURCE = new Set(
  (
    'c h m d r v s f cc cpp cxx c++ hpp hxx hh mm cs csx vb vbs vba bas fs fsx fsi java kt kts scala sc sbt groovy ' +
    'gradle clj cljs cljc edn go py pyx pyi pyc pyw ipynb rb rake erb haml slim php phtml php5 php7 php8 phpt inc ' +
    'pl pm t cgi js jsx mjs cjs ts tsx mts cts vue svelte coffee ejs hbs ex exs eex heex leex erl hrl hs lhs elm ' +
    'purs ml mli re rei ocaml swift dart lua moon rs zig nim nims cr jl tcl tk exp f77 f90 f95 f03 f08 cob cbl ' +
    'cpy abap sql psql pls plsql pkb pks prc fnc trg adb ads pas pp dpr dfm asm nasm sh bash zsh ksh fish csh bat ' +
    'cmd ps1 psm1 psd1 awk sed el lisp lsp scm ss rkt st sol vy gd hx as cu cuh cl sv svh vhd vhdl vala vapi pro ' +
    'ps asp aspx ascx asax ashx asmx cshtml vbhtml razor jsp jspx cfm cfc twig ftl jinja jinja2 j2 mustache ' +
    'liquid pug tf tfvars hcl rego cue jsonnet libsonnet dhall nix bicep proto thrift raku p6 rakumod pod6 wat ' +
    'gleam roc odin idr agda lean v8 sas do ado mat nb wls y yy ll l mk cmake bzl ixx cppm tcc ipp metal glsl hlsl wgsl'
  ).split(' '),
);

/** The countries' top-level domains, and others that names of hosts end in, private ones too. */
const DOMAINS = new Set(
  (
    'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca ' +
    'cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ' +
    'ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm ' +
    'jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq ' +
    'mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa ' +
    're ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn ' +
    'to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw ' +
    'com org net edu gov mil int info biz name pro app dev cloud page site online tech store shop blog wiki zip mov ' +
    'foo bar run live link one red blue pub bot cab cat ink moe new now win xyz top vip fun art ads bio box buzz ' +
    'cafe call camp care city club codes cool data day digital email engineering express fit fish game games global ' +
    'google goog group health host hosting house ing international jobs land life limited ltd management market ' +
    'media mobi money network news observer ooo party photos plus press prod properties review rip rocks sale school ' +
    'science services show software solutions space studio support systems team tel tips tools town trade training ' +
    'travel tube university video watch web website work works world wtf yoga zone aws azure amazon microsoft ' +
    'ads inc sas aero coop museum post arpa onion local localdomain localhost internal intranet private corp lan home svc ' +
    'cluster example test invalid'
  ).split(' '),
);

/** Suffixes of files that are no source code: a second number or the word line makes a line of theirs. */
const DOCUMENTS = new Set(
  (
    'yaml yml json json5 jsonc jsonl ndjson xml html htm xhtml shtml conf cfg cnf config ini toml env properties txt ' +
    'text md rst adoc css scss sass less csv tsv log lock tpl tmpl tmp xsl xslt xsd dtd wsdl svg plist xib ' +
    'graphql gql service desktop rc tex bib po diff patch out dump so dll exe jar war ear class wasm map bin dat db'
  ).split(' '),
);

/** What stands behind a dot in the names of members and where a blank is missing after a sentence. */
const NO_SUFFIXES = new Set(
  (
    'name names version kind spec status phase metadata template reason value values inputs input body request ' +
    'response message error msg code type id key items item resources limits replicas uid namespace labels ' +
    'annotations params query path field fields header headers property element index length ' +
    'at on in the see line lines column please check near an and or is was this that it you your if for e g'
  ).split(' '),
);

/** What the dotted name of a member begins with. */
const ROOTS =
  /^[$.]{0,2}(?:spec|metadata|status|request|req|body|payload|params|parameters|inputs|input|values|data|root|items|object|kind|apiVersion)[.[]/i;

/** Whether one number behind `name.suffix` makes a line of it: in all other cases it may be a version, a tag or a port. */
export function isLineByOneNumber(suffix: string): boolean {
  const lower = suffix.toLowerCase();
  if (lower === 'py') return true;
  return SOURCE.has(lower) && !DOMAINS.has(lower) && lower !== 'js';
}

/** Whether a suffix is that of source code, whatever else it may be. */
export function isSource(suffix: string): boolean {
  return SOURCE.has(suffix.toLowerCase());
}

/** Whether files of this suffix are in use. */
export function isKnownSuffix(suffix: string): boolean {
  const lower = suffix.toLowerCase();
  return SOURCE.has(lower) || DOCUMENTS.has(lower);
}

/** Whether a name without a path may be that of a file: not a host's, a member's, a version's, nor two sentences. */
export function mayBeFile(name: string, suffix: string): boolean {
  const lower = suffix.toLowerCase();
  if (ROOTS.test(name) && !isKnownSuffix(lower)) return false;
  if (ROOTS.test(name) && name.split('.').length > 2) return false;
  if (!/[A-Za-z_]/.test(name) && lower.length < 2) return false;
  if (isKnownSuffix(lower)) return true;
  if (DOMAINS.has(lower) || NO_SUFFIXES.has(lower) || /^v\d+$/.test(lower)) return false;
  return !/^[A-Z][a-z]{2}/.test(suffix);
}

/** Whether the names of hosts end like this. */
export function isDomain(suffix: string): boolean {
  return DOMAINS.has(suffix.toLowerCase());
}
