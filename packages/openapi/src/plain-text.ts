/** The longest text that goes into a catalog, in characters: one or two sentences. */
const longest = 300;

const placeholder =
  /^(?:[-–—.…?*_\s]*|n\/?a|none|null|undefined|todo|tbd|tba|fixme|string|text|description|scope|placeholder|no description(?: available| provided)?|lorem ipsum.*)$/iu;

/**
 * The first paragraph of Markdown as plain text; undefined for a placeholder.
 *
 * @param id What the text is about: a description that only repeats it is none.
 */
export function plainText(markdown: string | undefined, id?: string): string | undefined {
  if (markdown === undefined) return undefined;
  // Tags and links of a whole page are not worth their time: what is shown is a paragraph.
  const [paragraph = ''] = markdown
    .trim()
    .slice(0, 4_000)
    .split(/\n\s*\n/)
    .filter((part) => !isHeading(part));
  const text = withoutMarkdown(paragraph);
  if (placeholder.test(text) || text.toLowerCase() === id?.trim().toLowerCase()) return undefined;
  return shortened(text);
}

const isHeading = (paragraph: string): boolean => /^\s*#{1,6}\s[^\n]*$/.test(paragraph);

function withoutMarkdown(text: string): string {
  return text
    .replaceAll(/<!--[^>]{0,2000}-->/g, ' ')
    .replaceAll(/<\/?[a-z][^<>]{0,500}>/gi, ' ')
    .replaceAll(/!?\[([^[\]]{0,500})\](?:\([^()\s]{0,500}(?:\s[^()]{0,200})?\)|\[[^[\]]{0,200}\])/g, '$1')
    .replaceAll(/^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+|```[^\n]*|[-=|:+ \t]{3,}$)/gm, '')
    .replaceAll(/(\*\*|__|~~)(?=\S)([^*_~\n]{1,500})\1/g, '$2')
    .replaceAll(/(^|[\s(])([*_])(?=\S)([^*_\n]{1,500})\2(?=$|[\s.,;:!?)])/gm, '$1$3')
    .replaceAll(/`{1,3}([^`\n]{1,500})`{1,3}/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!|<>])/g, '$1')
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities.get(name) ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
  ['nbsp', ' '],
]);

/** Ends with a sentence if one ends late enough, else with a word. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest);
  const sentence = start.lastIndexOf('. ');
  if (sentence > longest / 3) return start.slice(0, sentence + 1);
  const word = start.lastIndexOf(' ');
  // Not in the middle of a character that takes two units.
  const whole = word > longest / 2 ? start.slice(0, word) : start.replace(/[\uD800-\uDBFF]$/, '');
  return `${whole}…`;
}

/** Whether a text says that something is on its way out. */
export function saysDeprecated(text: string | undefined): boolean {
  return text !== undefined && /\b(?:deprecated|obsolete|legacy)\b/i.test(text);
}
