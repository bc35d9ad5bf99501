/** The file's name says nothing about what the token is for. */
const fileName = 'token.env';

/** Hands the secret to the browser's downloads. Whether the user keeps the file is not to be known. */
export function downloadEnvFile(variable: string, secret: string): void {
  const url = URL.createObjectURL(new Blob([envLine(variable, secret)], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** One line of a `.env` file. What shells and dotenv readers would take for more than text is quoted and escaped. */
export function envLine(variable: string, value: string): string {
  const plain = /^[\w.~+/=:@%-]+$/.test(value);
  return `${variable}=${plain ? value : `"${value.replaceAll(/["\\$`]/g, '\\$&').replaceAll('\n', '\\n')}"`}\n`;
}
