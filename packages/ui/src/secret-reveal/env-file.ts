/** The file's name says nothing about what the token is for. */
const fileName = 'token.env';

/** Every reader of `.env` files takes these as they are, without quotes. They disagree about all others, and about quotes. */
const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.~+/=:@%,';

/** Safari reads the file only after the user has allowed the download. In milliseconds. */
const timeToDownload = 60_000;

/**
 * Whether a line of a `.env` file gives back exactly this value in shells, Node, dotenv, python-dotenv and Docker.
 * No regular expression: the static members of `RegExp` would go on holding the secret.
 */
export function isPlainValue(value: string): boolean {
  // Shells replace `~name` and, in zsh, `=name` at the start and after a colon.
  const words = `:${value}`;
  return [...value].every((character) => plain.includes(character)) && !words.includes(':~') && !words.includes(':=');
}

/**
 * Hands the secret to the browser's downloads. Whether the user gets and keeps the file is not to be known.
 *
 * @param secret A {@link isPlainValue plain} one.
 * @param document Where the button is that was pressed.
 */
export function downloadEnvFile(variable: string, secret: string, document: Document): void {
  const url = URL.createObjectURL(new Blob([`${variable}=${secret}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  // The host's router is not to take it for one of its links.
  link.addEventListener('click', (event) => event.stopPropagation());
  // Some browsers ignore a link that is not on the page.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), timeToDownload);
}
