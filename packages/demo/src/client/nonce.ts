/** What the server's policy asks of style elements that scripts add; undefined if the page came without a policy. */
export const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') || undefined;
