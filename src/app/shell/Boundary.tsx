import { Component, type ReactNode } from 'react'

interface Props {
  /** What is drawn: another value is a reason to try again. */
  of: unknown
  /** What is drawn in the place of what cannot be. */
  instead: (error: unknown) => ReactNode
  children: ReactNode
}

/** Keeps what cannot be drawn from taking all else with it. */
export class Boundary extends Component<Props, { thrown?: { error: unknown } | undefined }> {
  override state: { thrown?: { error: unknown } | undefined } = {}

  static getDerivedStateFromError = (error: unknown) => ({ thrown: { error } })

  override componentDidUpdate(before: Props): void {
    if (before.of !== this.props.of && this.state.thrown) this.setState({ thrown: undefined })
  }

  override render(): ReactNode {
    const { thrown } = this.state
    return thrown ? this.props.instead(thrown.error) : this.props.children
  }
}
