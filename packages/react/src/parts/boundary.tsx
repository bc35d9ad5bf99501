'use client';

import { Component, type ErrorInfo, type ReactNode } from 'react';

interface BoundaryProps {
  /** What stands in the place of children that cannot be drawn. `retry` draws them again. */
  fallback: (retry: () => void) => ReactNode;
  /** Names what is inside, for developers. */
  name: string;
  /** Where it is told that they could not be drawn. */
  report: (error: Error) => void;
  /** Whether what was thrown may hold the secret, and so must not be passed on. */
  secret?: boolean | undefined;
  children: ReactNode;
}

/**
 * Represents a part of the page that must not take the rest with it when it cannot be drawn.
 * Renders its children, or the fallback.
 */
export class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    const { name, report, secret = false } = this.props;
    const message = `Tokenwright: "${name}" could not be drawn. The user keeps what was entered and is offered to try again.`;
    if (secret) report(new Error(`${message} What was thrown is withheld, for it may hold the secret.`));
    else report(new Error(`${message}${componentStack ?? ''}`, { cause: error }));
  }

  readonly retry = () => this.setState({ broken: false });

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback(this.retry) : this.props.children;
  }
}
