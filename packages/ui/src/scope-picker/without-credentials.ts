/** What a credential follows: names of headers, parameters and variables, schemes, and a user in a URL. */
const marker =
  /(?:authorization|cookie|x-[\w-]+|api[-_ ]?key|(?:access|auth)[-_]?token)(?:["'`^\\]*\s*(?:[:=>]|%3a)|["'`]\s*,)|-----begin|(?:token|secret|key|pass(?:word|wd|phrase)?|pwd|pin)["'`^\\]*(?::[\s"'`]|\s*:\s|:(?=\S*\d)|>)|[\w-]{0,40}(?:token|key|secret|passw(?:or)?d|pwd|auth|sig|sess|sid|jwt|otp|csrf|credential)[\w-]{0,40}["'`]?\s*=|\b(?:bearer|basic|digest|api[-_ ]?key|token|password)\s+(?=\S*[\d=])[\w.~+/=-]{6,}|\/\/[^\s/?#]*@/i;

/** What a token looks like wherever it appears: those of well-known products, web tokens, and long random texts. */
const tokens =
  /\b(?:eyJ|(?:sk|pk|rk)_(?:live|test)_|whsec_|gh[pousr]_|github_pat_|glpat-|xox[a-z]-|xapp-|npm_|shp[a-z]{2}_|hf_|dop_v1_|sk-(?=\S*\d)|AKIA|ASIA|AIza|ya29\.|SG\.)[\w.~-]{8,}|(?<![a-zA-Z\d])(?:[a-f\d]{32,}|(?=[a-z\d]*[A-Z])(?=[A-Z\d]*[a-z])(?=[a-zA-Z]*\d)[a-zA-Z\d]{32,})(?![a-zA-Z\d])/g;

/** An option of a command, or a URL with something around it or in it that may be secret. */
const command = /(?:^|\s)--?[a-z]|[a-z]:\/\/\S*[\s?#@]|[\s"'`(=][a-z][a-z\d+.-]*:\/\//i;

/** A longer text is a document, of which only the start is searched for. In code units. */
const longestText = 10_000;

/**
 * A pasted text without what may be a credential. Of a command or code, only the path of its URL is left or, without a URL, what
 * precedes its first option or credential: what is not understood is not shown.
 *
 * @returns The same text where nothing looks like a credential and it is not too long. `…` where nothing else is left.
 */
export function withoutCredentials(text: string): string {
  if (text.length > longestText) return withoutCredentials(text.slice(0, longestText));
  const trimmed = text.trim();
  if (!command.test(trimmed) && !marker.test(trimmed)) return text.replaceAll(tokens, '…');
  const path = /[a-z][a-z\d+.-]*:\/\/[^\s"'`<>^|\\/?#]*(\/[^\s"'`<>^|\\?#;,)]*)?/i.exec(trimmed);
  const ends = [marker, command].map((end) => trimmed.search(end)).filter((end) => end >= 0);
  const safe = path ? (path[1] ?? '') : trimmed.slice(0, Math.min(...ends));
  return safe.replace(/[^\p{L}\p{N}/}…]+$/u, '').replaceAll(tokens, '…') || '…';
}
