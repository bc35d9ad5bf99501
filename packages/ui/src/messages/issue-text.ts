import type { WizardIssue } from '@tokenwright/core';
import type { Format } from './format.js';
import type { IssueByCode, IssueMessages, MessageOf } from './messages.js';

/** What the user reads about one broken rule. A fault that the server named is told in the server's words. */
export function issueText(issue: WizardIssue, messages: IssueMessages, format: Format): string {
  return issue.code === 'server.rejected' ? issue.detail : ruleText(issue, messages, format);
}

function ruleText<Code extends keyof IssueByCode>(
  issue: IssueByCode[Code] & { code: Code },
  messages: IssueMessages,
  format: Format,
): string {
  const text: MessageOf<IssueByCode[Code]> = messages[issue.code];
  return text(issue, format);
}
