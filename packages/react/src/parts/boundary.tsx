'use client';

import { Component, type ErrorInfo, type ReactNode } from 'react';

interface BoundaryProps {
  /** Rendered in place of children that cannot be rendered. `retry` renders them again. @default nothing */
  fallback?: ((retry: () => void) => ReactNode) | undefined;
  /** Names what is inside, for developers. */
  name: string;
  /** Called with the reason why they could not be rendered. */
  report: (error: Error) => void;
  /** Whether what was thrown may hold the secret, and so must not be passed on. */
  secret?: boolean | undefined;
  /** The view they belong to. Another view starts whole: the children are then rendered again. @default always the same */
  view?: string | undefined;
  children: ReactNode;
}

interface BoundaryState {
  broken: boolean;
  view: string | undefined;
}

/**
 * Represents a part of the page that must not take the rest with it when it cannot be drawn.
 * Renders its children, or the fallback, or nothing if that cannot be rendered either.
 */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { broken: false, view: this.props.view };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ view }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return view === state.view ? null : { broken: false, view };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    const { name, report, secret = false } = this.props;
    const message = `Tokenwright: "${name}" could not be rendered. The user keeps what was entered and is offered to try again.`;
    if (secret) report(new Error(`${message} What was thrown is withheld, because it may contain the secret.`));
    else report(new Error(`${message}${componentStack ?? ''}`, { cause: error }));
  }

  readonly retry = () => this.setState({ broken: false });

  override render(): ReactNode {
    const { fallback, children, ...rest } = this.props;
    if (!this.state.broken) return children;
    return fallback && <Boundary {...rest}>{fallback(this.retry)}</Boundary>;
  }
}
