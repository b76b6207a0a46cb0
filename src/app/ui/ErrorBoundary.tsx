import { Component, type ReactNode } from 'react'

interface Props {
  /** Another value makes it render its children again. */
  resetKey: unknown
  fallback: (error: unknown) => ReactNode
  children: ReactNode
}

/** Renders a fallback for children that cannot be rendered; all around it stays. */
export class ErrorBoundary extends Component<Props, { thrown?: { error: unknown } | undefined }> {
  override state: { thrown?: { error: unknown } | undefined } = {}

  static getDerivedStateFromError = (error: unknown) => ({ thrown: { error } })

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.thrown) this.setState({ thrown: undefined })
  }

  override render(): ReactNode {
    const { thrown } = this.state
    return thrown ? this.props.fallback(thrown.error) : this.props.children
  }
}
